import CSV

/// The first line of a submission file: which column stands where.
struct Header {
  /// The column of each field, in the file's order; nil for one without a name, under which nothing may stand.
  let columns: [SubmissionColumn?]

  /// The field of each column of the format, in the format's order; nil for a column that the file leaves out.
  let fields: [Int?]

  /// The places of the fields without a name.
  let nameless: [Int]

  /// Reads a header in English or Chinese, in any order.
  ///
  /// - Returns: the header, or every fault of it.
  static func read(_ record: CSVRecord) -> Result<Header, Faults> {
    let names = (0..<record.count).map { String(decoding: record[$0].trimmed, as: UTF8.self) }
    if let fault = separatorFault(of: names, line: record.line) { return .failure(Faults(list: [fault])) }
    var faults: [Fault] = []
    var columns: [SubmissionColumn?] = []
    for name in names {
      guard !name.isEmpty else {
        columns.append(nil)
        continue
      }
      guard let column = SubmissionColumn(header: name) else {
        faults.append(.unknownColumn(name, line: record.line))
        continue
      }
      if columns.contains(column) { faults.append(.duplicateColumn(column, line: record.line)) }
      columns.append(column)
    }
    for column in SubmissionColumn.allCases where column.isRequired && !columns.contains(column) {
      faults.append(.missingColumn(column, line: record.line))
    }
    guard faults.isEmpty else { return .failure(Faults(list: faults)) }
    return .success(
      Header(
        columns: columns, fields: SubmissionColumn.allCases.map { columns.firstIndex(of: $0) },
        nameless: columns.indices.filter { columns[$0] == nil }))
  }

  /// The fault of a file whose columns something other than a comma separates.
  private static func separatorFault(of names: [String], line: Int) -> Fault? {
    guard names.count == 1, let text = names.first else { return nil }
    let separators: [(Character, String, String)] = [
      ("\t", "tabs", "制表符"), (";", "semicolons", "分号"), ("，", "full-width commas", "全角逗号"), ("|", "bars", "竖线"),
    ]
    return separators.first { text.contains($0.0) }.map { .separator($0.1, $0.2, line: line) }
  }

  /// Several faults thrown at once.
  struct Faults: Error {
    let list: [Fault]
  }
}
