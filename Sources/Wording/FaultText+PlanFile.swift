/// What is wrong with a file of a plan as a whole, or with its lines.
extension FaultText {
  /// A file without a header.
  public static func noHeader(_ columns: [String], of file: String) -> FaultText {
    FaultText(found: Phrase(zh: "没有表头", en: "an empty file"), wanted: header(columns, file))
  }

  /// A column that must be there is not.
  public static func missingColumn(_ columns: [String], of file: String) -> FaultText {
    FaultText(found: Phrase(zh: "缺少此列", en: "no such column"), wanted: header(columns, file))
  }

  private static func header(_ columns: [String], _ file: String) -> Phrase {
    Phrase(
      zh: "表头应有：\(columns.map { PlanColumn.name($0, of: file).zh }.joined(separator: "、"))",
      en: "the header \(columns.joined(separator: ","))")
  }

  /// A column that is there twice.
  public static let columnTwice = FaultText(
    found: Phrase(zh: "此列出现两次", en: "the column twice"), wanted: Phrase(zh: "每列只能有一次", en: "each column once"))

  /// A column that no plan has.
  public static func unknownColumn(_ columns: [String], of file: String) -> FaultText {
    FaultText(
      found: Phrase(zh: "没有这样的列", en: "an unknown column"),
      wanted: Phrase(
        zh: "应为：\(columns.map { PlanColumn.name($0, of: file).zh }.joined(separator: "、"))",
        en: "columns out of \(columns.joined(separator: ", "))"))
  }

  /// A line of too few or too many fields.
  public static func fields(_ count: Int, header: Int) -> FaultText {
    FaultText(
      found: Phrase(zh: "\(count) 列", en: "\(count) fields"),
      wanted: Phrase(zh: "应与表头一样为 \(header) 列", en: "\(header), as the header has"))
  }

  /// Characters that nobody sees.
  public static func unseen(_ characters: [String], in text: String) -> FaultText {
    let list = characters.joined(separator: ", ")
    return FaultText(
      found: Phrase(zh: "“\(text)”里有 \(list)", en: "\(list) in '\(text)'"),
      wanted: Phrase(
        zh: "单元格里不能有换行、控制字符和看不见的字符",
        en: "a text in one line, without control characters, marks of direction and what nobody sees"))
  }

  /// Bytes that are neither UTF-8 nor GB18030.
  public static let notText = FaultText(
    found: Phrase(zh: "编码既不是 UTF-8 也不是 GB18030", en: "bytes that are not UTF-8, nor GB18030"),
    wanted: Phrase(zh: "请另存为“CSV UTF-8（逗号分隔）”", en: "UTF-8 text"))

  /// The error of a formula, or a formula without a value.
  public static func formulaWithoutValue(_ shown: String) -> FaultText {
    FaultText(
      found: Phrase(zh: "公式“\(shown)”没有值", en: "the formula \(shown) without a value"),
      wanted: Phrase(zh: "请填值，不用公式", en: "a value in place of the formula"))
  }

  /// A file with other than one row.
  public static func notOneRow(_ count: Int) -> FaultText {
    FaultText(
      found: Phrase(zh: "\(count) 行", en: "\(count) rows"), wanted: Phrase(zh: "应恰好一行", en: "exactly one"))
  }

  /// A sheet that no plan has.
  public static func unknownSheet(_ name: String, of files: [String]) -> FaultText {
    FaultText(
      found: told(name),
      wanted: Phrase(
        zh: "工作表应为：\(files.map { PlanColumn.file($0).zh }.joined(separator: "、"))",
        en: "sheets out of \(files.joined(separator: ", "))"))
  }

  /// A sheet that must be there is not.
  public static func missingSheet(_ file: String) -> FaultText {
    FaultText(
      found: Phrase(zh: "没有此工作表", en: "no such sheet"),
      wanted: Phrase(zh: "工作表“\(PlanColumn.file(file).zh)”", en: "a sheet \(file)"))
  }
}

extension FaultText {
  /// The fault of a plan in two lines, with its place: in Chinese, then in English, indented.
  public func report(file: String, line: Int, column: Phrase?) -> String {
    let place = column.map { "\($0.zh)：" } ?? ""
    let english = column.map { "\($0.en): " } ?? ""
    return "\(file):\(line): \(place)\(found.zh)；\(wanted.zh)\n"
      + "    \(english)found \(found.en); wanted \(wanted.en)"
  }

  /// How many faults there are, and what became of the plan.
  public static func nothingLoaded(_ count: Int) -> String {
    "共 \(count) 处问题，未载入 / \(count == 1 ? "1 fault" : "\(count) faults"); nothing was loaded"
  }
}
