import CSV

/// The first line of a submission file: which column stands where.
struct Header {
  /// The column of each field, in the file's order.
  let columns: [SubmissionColumn]

  /// The field of each column of the format, in the format's order; nil for a column that the file leaves out.
  let fields: [Int?]

  /// Reads a header in English or Chinese, in any order.
  ///
  /// - Returns: the header, or every fault of it.
  static func read(_ record: CSVRecord) -> Result<Header, Faults> {
    var faults: [Fault] = []
    var columns: [SubmissionColumn] = []
    for index in 0..<record.count {
      let name = String(decoding: record[index].trimmed, as: UTF8.self)
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
    return .success(Header(columns: columns, fields: SubmissionColumn.allCases.map { columns.firstIndex(of: $0) }))
  }

  /// Several faults thrown at once.
  struct Faults: Error {
    let list: [Fault]
  }
}
