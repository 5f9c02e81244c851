/// What is wrong with a file of figures at one place: what was found there, and what would be right.
public struct FaultText: Sendable, Hashable {
  /// What was found.
  public let found: Phrase
  /// What would be right, as something to do.
  public let wanted: Phrase

  init(found: Phrase, wanted: Phrase) {
    self.found = found
    self.wanted = wanted
  }

  /// A fault of a cell, whose text is quoted.
  init(cell: String, wanted: Phrase) {
    self.init(found: Self.quoted(cell), wanted: wanted)
  }

  /// The fault in two lines: `3: 数值：“1,200”；请去掉千位分隔符，写成 1200`, then the same in English, indented.
  public func report(line: Int, column: SubmissionColumn?, cell: String?) -> String {
    let place = [column?.name.zh, cell].compactMap(\.self).joined(separator: " ")
    let english = column.map { "\($0.name.en): " } ?? ""
    return "\(line): \(place.isEmpty ? "" : place + "：")\(found.zh)；\(wanted.zh)\n"
      + "    \(english)found \(found.en); wanted \(wanted.en)"
  }

  /// The fault as the comment of a cell.
  public var comment: String { "\(found.zh)；\(wanted.zh)" }

  /// The fault in Chinese alone, with its place.
  public func line(_ line: Int, column: SubmissionColumn?, cell: String?) -> String {
    let place = ["第 \(line) 行", column?.name.zh, cell].compactMap(\.self).joined(separator: " ")
    return "\(place)：\(found.zh)；\(wanted.zh)"
  }

  static func quoted(_ cell: String) -> Phrase {
    cell.isEmpty
      ? Phrase(zh: "空", en: "nothing") : Phrase(zh: "“\(PlainText.of(cell))”", en: "\"\(PlainText.of(cell))\"")
  }
}
