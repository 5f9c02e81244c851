/// A workbook made by hand for a test: whatever a clerk's program might write, and what none would.
public struct MadeWorkbook: Sendable {
  /// A cell.
  public struct Cell: Sendable {
    var xml: String

    /// A number in a format.
    public static func number(_ number: String, _ format: String = "General") -> Cell {
      Cell(xml: "<c@ s=\u{1}\(format)\u{1}><v>\(number)</v></c>")
    }
    /// A text.
    public static func text(_ text: String) -> Cell {
      Cell(xml: "<c@ t=\"inlineStr\"><is><t>\(escaped(text))</t></is></c>")
    }
    /// A text that is struck out, by the look of its cell.
    public static func struck(_ text: String) -> Cell {
      Cell(xml: "<c@ s=\u{1}[strike]\u{1} t=\"inlineStr\"><is><t>\(escaped(text))</t></is></c>")
    }
    /// A formula with the value saved with it; nil for none.
    public static func formula(_ formula: String, _ value: String?, isText: Bool = false) -> Cell {
      Cell(
        xml: "<c@\(isText ? " t=\"str\"" : "")><f>\(escaped(formula))</f>\(value.map { "<v>\($0)</v>" } ?? "")</c>")
    }
    /// A cell as it stands in the file; `@` is where its address goes.
    public static func raw(_ xml: String) -> Cell { Cell(xml: xml) }
    /// No cell.
    public static let none = Cell(xml: "")
  }

  /// A row.
  public struct Row: Sendable {
    var cells: [Cell]
    var attributes: String

    /// A row with attributes as they stand in the file.
    public init(_ cells: [Cell], attributes: String = "") {
      self.cells = cells
      self.attributes = attributes
    }
  }

  /// A sheet.
  public struct Sheet: Sendable {
    var name: String
    var rows: [Row?]
    /// What stands before the rows.
    public var before = ""
    /// What stands behind the rows.
    public var after = ""
    /// Attributes of the sheet in the list of sheets.
    public var attributes = ""

    /// A sheet; nil for a row that is not there.
    public init(_ name: String, _ rows: [Row?], before: String = "", after: String = "", attributes: String = "") {
      (self.name, self.rows, self.before, self.after, self.attributes) = (name, rows, before, after, attributes)
    }
  }

  /// The sheets.
  public var sheets: [Sheet]
  /// What stands behind the list of sheets, as `<calcPr fullCalcOnLoad="1"/>`.
  public var after = ""
  /// What stands before it, as `<workbookPr date1904="1"/>`.
  public var before = ""

  /// A workbook.
  public init(_ sheets: [Sheet], before: String = "", after: String = "") {
    (self.sheets, self.before, self.after) = (sheets, before, after)
  }

  /// The file.
  public var bytes: [UInt8] { Self.archive(of: parts) }

  /// The parts of the archive.
  public var parts: [(name: String, text: String)] {
    var formats = ["General"]
    var parts: [(String, String)] = []
    var (list, relations) = ("", "")
    for (index, sheet) in sheets.enumerated() {
      let number = index + 1
      let rows = sheet.rows.enumerated().map { Self.xml($1, line: $0 + 1, &formats) }.joined()
      parts.append(
        (
          "xl/worksheets/sheet\(number).xml",
          "<worksheet>\(sheet.before)<sheetData>\(rows)</sheetData>\(sheet.after)</worksheet>"
        ))
      list +=
        "<sheet name=\"\(Self.escaped(sheet.name))\" sheetId=\"\(number)\" r:id=\"r\(number)\" \(sheet.attributes)/>"
      relations += "<Relationship Id=\"r\(number)\" Type=\"x/worksheet\" Target=\"worksheets/sheet\(number).xml\"/>"
    }
    let codes = formats.enumerated().map {
      "<numFmt numFmtId=\"\(200 + $0)\" formatCode=\"\(Self.escaped($1 == "[strike]" ? "General" : $1))\"/>"
    }
    let looks = formats.enumerated().map { "<xf numFmtId=\"\(200 + $0)\" fontId=\"\($1 == "[strike]" ? 1 : 0)\"/>" }
    let styles =
      "<styleSheet><numFmts>\(codes.joined())</numFmts><fonts><font/><font><strike/></font></fonts>"
      + "<cellXfs>\(looks.joined())</cellXfs></styleSheet>"
    return [
      ("[Content_Types].xml", "<Types/>"),
      (
        "_rels/.rels",
        "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
      ),
      ("xl/workbook.xml", "<workbook>\(before)<sheets>\(list)</sheets>\(after)</workbook>"),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships>\(relations)<Relationship Id=\"s\" Type=\"x/styles\" Target=\"styles.xml\"/></Relationships>"
      ),
      ("xl/styles.xml", styles),
    ] + parts
  }

  private static func xml(_ row: Row?, line: Int, _ formats: inout [String]) -> String {
    guard let row else { return "" }
    var xml = "<row r=\"\(line)\" \(row.attributes)>"
    for (column, cell) in row.cells.enumerated() {
      var text = cell.xml
      if let start = text.firstIndex(of: "\u{1}"), let end = text[text.index(after: start)...].firstIndex(of: "\u{1}") {
        let format = String(text[text.index(after: start)..<end])
        let place = formats.firstIndex(of: format) ?? formats.count
        if place == formats.count { formats.append(format) }
        text.replaceSubrange(start...end, with: "\"\(place)\"")
      }
      let letter = String(UnicodeScalar(UInt8(65 + column)))
      xml += text.replacing("@", with: " r=\"\(letter)\(line)\"", maxReplacements: 1)
    }
    return xml + "</row>"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }

  /// An archive of parts, none of them compressed.
  public static func archive(of parts: [(name: String, text: String)]) -> [UInt8] {
    archive(of: parts.map { ($0.name, Array($0.text.utf8)) })
  }

  /// An archive of parts, none of them compressed.
  public static func archive(of parts: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var (bytes, directory) = ([UInt8](), [UInt8]())
    for (name, content) in parts {
      let start = bytes.count
      let common =
        little(20, 2) + little(0x800, 2) + little(0, 2) + little(0, 4) + little(Int(checksum(content)), 4)
        + little(content.count, 4) + little(content.count, 4) + little(name.utf8.count, 2) + little(0, 2)
      bytes += [0x50, 0x4B, 3, 4] + common + Array(name.utf8) + content
      directory += [0x50, 0x4B, 1, 2] + little(20, 2) + common + little(0, 2) + little(0, 2) + little(0, 2)
      directory += little(0, 4) + little(start, 4) + Array(name.utf8)
    }
    let end =
      [0x50, 0x4B, 5, 6] + little(0, 4) + little(parts.count, 2) + little(parts.count, 2) + little(directory.count, 4)
      + little(bytes.count, 4) + little(0, 2)
    return bytes + directory + end
  }

  private static func little(_ value: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// The checksum (CRC-32) that archives keep of a part.
  public static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { rest, _ in rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1 }
    }
  }
}
