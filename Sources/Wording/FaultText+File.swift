/// What is wrong with a file as a whole.
extension FaultText {
  private static let saveAs = Phrase(
    zh: "请用 WPS 或 Excel 打开，另存为“Excel 工作簿（.xlsx）”或“CSV UTF-8（逗号分隔）”再报",
    en: "a file opened in WPS or Excel and saved as an .xlsx workbook or as \"CSV UTF-8\"")

  /// An encoding that is not taken, or bytes that are none.
  public static func encoding(_ found: Phrase) -> FaultText {
    FaultText(
      found: found,
      wanted: Phrase(
        zh: "请在表格软件中另存为“CSV UTF-8（逗号分隔）”，或直接报 .xlsx",
        en: "a file saved as \"CSV UTF-8\" (UTF-8 with a byte-order mark) or in GB18030, or the .xlsx itself"))
  }

  /// A file in UTF-16.
  public static let utf16 = encoding(Phrase(zh: "文件是 UTF-16（“Unicode 文本”）编码", en: "a file in UTF-16"))
  /// A file in UTF-32.
  public static let utf32 = encoding(Phrase(zh: "文件是 UTF-32 编码", en: "a file in UTF-32"))

  /// Bytes that are no text of an encoding.
  public static func invalidBytes(_ bytes: String, encoding name: String) -> FaultText {
    encoding(Phrase(zh: "字节 \(bytes) 不是 \(name) 文字", en: "bytes \(bytes), which are not \(name)"))
  }

  /// Bytes that would be rare characters.
  public static func unlikelyBytes(_ bytes: String) -> FaultText {
    encoding(
      Phrase(
        zh: "字节 \(bytes) 按 GB18030 解读是生僻字，文件可能是别的编码（如西文 Latin-1、Big5）",
        en: "bytes \(bytes), which in GB18030 would be rare characters; the file is probably in another encoding"))
  }

  /// Bytes that can be read in two ways.
  public static func ambiguousBytes(_ bytes: String) -> FaultText {
    encoding(
      Phrase(
        zh: "字节 \(bytes) 既可读作 UTF-8 也可读作 GB18030，无法判定编码",
        en: "bytes \(bytes), which can be read as UTF-8 and as GB18030"))
  }

  /// A workbook of the old kind.
  public static let oldWorkbook = FaultText(
    found: Phrase(zh: "旧格式工作簿（.xls 或 .et）", en: "a workbook of the old kind (.xls or .et)"), wanted: saveAs)
  /// A workbook in the binary form.
  public static let binaryWorkbook = FaultText(
    found: Phrase(zh: "二进制工作簿（.xlsb）", en: "a binary workbook (.xlsb)"), wanted: saveAs)
  /// A spreadsheet of the OpenDocument format.
  public static let openDocument = FaultText(
    found: Phrase(zh: "OpenDocument 表格（.ods）", en: "an OpenDocument spreadsheet (.ods)"), wanted: saveAs)
  /// A page of the web in a file named like a table.
  public static let webPage = FaultText(
    found: Phrase(zh: "文件内容是网页（HTML），不是表格", en: "a web page (HTML), not a table"), wanted: saveAs)
  /// A workbook in XML, as old programs export it.
  public static let xmlDocument = FaultText(
    found: Phrase(zh: "文件内容是 XML，不是表格", en: "a document in XML, not a table"), wanted: saveAs)
  /// A document of another kind.
  public static let otherDocument = FaultText(
    found: Phrase(zh: "文件不是表格（像是文档、图片或压缩包）", en: "no table, but a document, a picture or an archive"),
    wanted: Phrase(
      zh: "请把数据填在表格里，保存为“Excel 工作簿（.xlsx）”或另存为“CSV UTF-8（逗号分隔）”再报",
      en: "the figures in a table, saved as an .xlsx workbook or as \"CSV UTF-8\""))

  /// A file locked with a password.
  public static let password = FaultText(
    found: Phrase(zh: "文件设有打开密码", en: "a file locked with a password"),
    wanted: Phrase(zh: "请取消密码，保存后再报", en: "a file saved without a password"))

  /// A workbook that is damaged.
  public static let damagedWorkbook = FaultText(
    found: Phrase(zh: "工作簿已损坏，读不出来", en: "a damaged workbook"), wanted: saveAs)
  /// A workbook that would take too much to read.
  public static let oversizedWorkbook = FaultText(
    found: Phrase(zh: "工作簿内容过大或过于复杂", en: "a workbook that holds far more than a sheet of figures"),
    wanted: Phrase(
      zh: "请只保留要报的一张表，复制到新工作簿（粘贴为数值）后再报",
      en: "the sheet of figures alone, copied into a new workbook as values"))

  /// A file of too many lines.
  public static func tooManyLines(_ limit: Int) -> FaultText {
    FaultText(
      found: Phrase(zh: "超过 \(limit) 行", en: "more than \(limit) lines"),
      wanted: Phrase(zh: "请分成几个文件报", en: "several smaller files"))
  }

  /// Other sheets that hold figures, too.
  public static func severalSheets(_ names: [String]) -> FaultText {
    let list = names.map { "“\(PlainText.of($0))”" }.joined(separator: "、")
    let english = names.map { "\"\(PlainText.of($0))\"" }.joined(separator: ", ")
    return FaultText(
      found: Phrase(zh: "另有工作表也填有数据：\(list)", en: "more sheets with figures: \(english)"),
      wanted: Phrase(
        zh: "一个文件只报一张表：请合并到一张表，或另存为单独的文件分别报（隐藏的工作表也算）",
        en: "one sheet of figures a file, hidden ones included: merge them, or send a file for each"))
  }

  /// A file with nothing in it.
  public static let emptyFile = FaultText(
    found: Phrase(zh: "文件是空的", en: "an empty file"),
    wanted: Phrase(zh: "应有表头和数据行", en: "a header line and data lines"))
  /// A header and nothing below it.
  public static let noData = FaultText(
    found: Phrase(zh: "只有表头，没有数据", en: "a header and no data"),
    wanted: Phrase(zh: "至少应有一行数据", en: "at least one data line"))
  /// Prepared rows, none of which is filled in.
  public static func nothingFilledIn(_ rows: Int) -> FaultText {
    FaultText(
      found: Phrase(zh: "\(rows) 行都没有填数", en: "\(rows) lines, none of them with a figure"),
      wanted: Phrase(zh: "至少填报一行", en: "a figure on at least one line"))
  }

  /// Whether a character may stand between columns in the place of the comma.
  public static func separates(_ character: Character) -> Bool { separators[character] != nil }

  private static let separators: [Character: Phrase] = [
    "\t": Phrase(zh: "制表符", en: "tabs"), ";": Phrase(zh: "分号", en: "semicolons"),
    "；": Phrase(zh: "全角分号", en: "full-width semicolons"), "，": Phrase(zh: "全角逗号", en: "full-width commas"),
    "|": Phrase(zh: "竖线", en: "bars"), " ": Phrase(zh: "空格或制表符", en: "spaces or tabs"),
  ]

  /// Columns that something other than a comma separates.
  public static func separator(_ character: Character) -> FaultText {
    let name = separators[character] ?? quoted(String(character))
    return FaultText(
      found: Phrase(zh: "各列用\(name.zh)分隔", en: "columns separated by \(name.en)"),
      wanted: Phrase(
        zh: "请用半角逗号分隔（另存为“CSV UTF-8（逗号分隔）”）", en: "columns separated by commas"))
  }

  /// A quote inside a field that does not begin with one.
  public static func strayQuote(byte: Int) -> FaultText {
    csv(
      found: Phrase(zh: "没有加引号的单元格里出现了引号", en: "a quote inside an unquoted field"), byte,
      wanted: Phrase(
        zh: "请给整个单元格加引号，里面的引号写两遍", en: "the whole field in quotes, and each quote within it doubled"))
  }

  /// Text between a closing quote and the next comma.
  public static func textAfterQuote(byte: Int) -> FaultText {
    csv(
      found: Phrase(zh: "后引号之后还有文字", en: "text after a closing quote"), byte,
      wanted: Phrase(
        zh: "后引号之后应是逗号或行尾；单元格里的引号写两遍",
        en: "a comma or the line's end after the quote, or the quote doubled"))
  }

  /// A quote that is never closed.
  public static func unterminatedQuote(byte: Int) -> FaultText {
    csv(
      found: Phrase(zh: "引号没有配对", en: "a quote that is never closed"), byte,
      wanted: Phrase(zh: "请补上后引号", en: "a closing quote"))
  }

  /// A byte of value 0.
  public static func nul(byte: Int) -> FaultText {
    csv(
      found: Phrase(zh: "出现 NUL 字节", en: "a NUL byte"), byte,
      wanted: Phrase(zh: "请删去不可见字符", en: "text without NUL bytes"))
  }

  /// A carriage return that no line feed follows.
  public static func strayCarriageReturn(byte: Int) -> FaultText {
    csv(
      found: Phrase(zh: "回车符后面没有换行符", en: "a carriage return without a line feed"), byte,
      wanted: Phrase(zh: "行尾应为 LF 或 CRLF", en: "lines that end in LF or CR LF"))
  }

  /// A line longer than any is.
  public static func recordTooLong(limit: Int) -> FaultText {
    FaultText(
      found: Phrase(zh: "一行超过 \(limit) 字节", en: "a record longer than \(limit) bytes"),
      wanted: Phrase(
        zh: "通常是引号没有配对，请检查", en: "at most \(limit) bytes; an unclosed quote is the usual cause"))
  }

  private static func csv(found: Phrase, _ byte: Int, wanted: Phrase) -> FaultText {
    FaultText(
      found: Phrase(zh: "第 \(byte) 字节处\(found.zh)", en: "\(found.en) at byte \(byte)"), wanted: wanted)
  }
}
