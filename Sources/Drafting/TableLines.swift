/// A table that was pasted as lines: a row a line, cells apart by tabs or bars or wide spaces; or a cell a line.
struct TableLines: Sendable {
  /// What a column holds.
  private enum Column: Sendable { case number, name, unit, target, lead, remark, another }

  /// A row, put into words.
  struct Row: Sendable {
    var text: DocumentText
    /// As printed: its cells, a space between.
    var printed: String
    var leads: [String]
    /// How many lines it takes.
    var lines: Int
  }

  private let columns: [Column]
  private let isCellALine: Bool

  /// The table whose header begins a run of lines, and how many lines the header takes; nil where none does.
  static func begin(_ lines: [DocumentText]) -> (TableLines, Int)? {
    guard let first = lines.first else { return nil }
    if let columns = columns(cells(of: first).map(\.text)) {
      return (TableLines(columns: columns, isCellALine: false), 1)
    }
    guard Lexicon.numberHeads.contains(String(first.plain)) else { return nil }
    let heads = lines.prefix { Self.column(String($0.plain)) != .another }
    guard let columns = columns(heads.map { String($0.plain) }) else { return nil }
    return (TableLines(columns: columns, isCellALine: true), heads.count)
  }

  /// The row that stands at a line; nil where the table has ended.
  func row(_ lines: [String], from start: Int) -> Row? {
    let texts: [DocumentText]
    if isCellALine {
      let cells = lines[start...].map { DocumentText($0) }.filter { !$0.plain.allSatisfy(\.isWhitespace) }.prefix(
        columns.count)
      guard cells.count == columns.count, let first = cells.first,
        Int(String(first.plain.filter { !$0.isWhitespace })) != nil
      else { return nil }
      texts = Array(cells)
    } else {
      let cells = Self.cells(of: DocumentText(lines[start])).map(\.document)
      guard cells.count >= 2, cells.count <= columns.count else { return nil }
      texts = cells
    }
    return row(of: texts)
  }

  private func row(of cells: [DocumentText]) -> Row? {
    func cell(_ column: Column) -> DocumentText? {
      columns.firstIndex(of: column).flatMap { $0 < cells.count ? cells[$0] : nil }
    }
    guard let name = cell(.name), let target = cell(.target) else { return nil }
    var words = target.printed
    if let unit = cell(.unit).map({ String($0.plain) }), !unit.isEmpty, unit != "-", unit != "/" {
      words = Self.withUnit(unit, target)
    }
    let leads = cell(.lead).map { Responsibles.names(String($0.plain)) } ?? []
    let printed = cells.map { $0.quote(0..<$0.plain.count) }.filter { !$0.isEmpty }.joined(separator: " ")
    return Row(
      text: DocumentText(String(name.printed) + String(words)), printed: printed, leads: leads,
      lines: isCellALine ? columns.count : 1)
  }

  /// The target's words with the unit behind each number that has none.
  private static func withUnit(_ unit: String, _ target: DocumentText) -> [Character] {
    var words: [Character] = []
    for (place, character) in target.printed.enumerated() {
      words.append(character)
      let next = place + 1 < target.plain.count ? target.plain[place + 1] : " "
      let isEnd = Marker.isDigit(target.plain[place]) && !Marker.isDigit(next) && next != "." && next != ","
      if isEnd, !target.has(unit, at: place + 1) { words += Array(unit) }
    }
    return words
  }

  private static func cells(of line: DocumentText) -> [(text: String, document: DocumentText)] {
    var ranges: [Range<Int>] = []
    var start = 0
    var place = 0
    while place < line.plain.count {
      let isWide =
        line.printed[place] == "\u{3000}"
        || line.plain[place] == " " && place + 1 < line.plain.count
          && line.plain[place + 1] == " "
      if line.plain[place] == "\t" || line.plain[place] == "|" || isWide {
        ranges.append(start..<place)
        if isWide { while place + 1 < line.plain.count, line.plain[place + 1] == " " { place += 1 } }
        start = place + 1
      }
      place += 1
    }
    ranges.append(start..<line.plain.count)
    var texts = ranges.map { line[$0].trimmed }
    // A line with bars begins and ends with one.
    if line.plain.first == "|" { texts.removeFirst() }
    if line.plain.last == "|" { texts.removeLast() }
    return texts.map { (String($0.plain), $0) }
  }

  private static func columns(_ heads: [String]) -> [Column]? {
    let columns = heads.map(column)
    return columns.count >= 2 && columns.contains(.name) && columns.contains(.target) ? columns : nil
  }

  private static func column(_ head: String) -> Column {
    if Lexicon.numberHeads.contains(head) { return .number }
    if Lexicon.nameHeads.contains(head) { return .name }
    if Lexicon.unitHeads.contains(head) { return .unit }
    if Lexicon.leadHeads.contains(head) { return .lead }
    if Lexicon.remarkHeads.contains(head) { return .remark }
    let isTarget = head.count <= 12 && Lexicon.targetHeadWords.contains(where: head.hasSuffix)
    return isTarget || head.count <= 12 && Lexicon.targetHeadWords.contains { head.hasSuffix($0 + Lexicon.valueOf) }
      ? .target : .another
  }
}

extension DocumentText {
  /// Without white space around it.
  var trimmed: DocumentText {
    let start = plain.firstIndex { !$0.isWhitespace } ?? plain.count
    let end = plain.lastIndex { !$0.isWhitespace }.map { $0 + 1 } ?? start
    return self[start..<end]
  }
}
