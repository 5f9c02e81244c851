extension WorkbookContent {
  /// Reads a workbook.
  ///
  /// Only the parts that figures need are read: the list of sheets, looks, shared texts and the sheets themselves.
  /// Nothing is run, followed or fetched: formulas count by the values saved with them, links and macros are passed over.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - limits: what reading it may cost.
  /// - Throws: ``ReadingError``.
  public init(reading bytes: [UInt8], limits: ReadingLimits = ReadingLimits()) throws(ReadingError) {
    var budget = ReadingBudget(limits)
    let archive = try ZipArchive(bytes)
    let package = WorkbookPackage(archive)
    let start = try package.workbookPart(&budget)
    let list = try package.read(start, WorkbookPart(), &budget)
    let relations = try package.relations(of: start, &budget)
    var looks: [CellLook] = [.plain]
    if let part = relations.target(ofType: "styles") {
      let styles = try package.read(part, StylesPart(), &budget)
      if !styles.looks.isEmpty { looks = styles.looks }
    }
    var texts = SharedTexts()
    if let part = relations.target(ofType: "sharedStrings") {
      texts = try package.read(part, SharedTextsPart(), &budget).texts
    }
    var sheets: [SheetContent] = []
    for sheet in list.sheets {
      guard let relation = relations[sheet.relation] else { throw .damaged(sheet.name) }
      // Sheets of charts and dialogs hold no cells.
      guard relation.type == "worksheet" else { continue }
      let part = SheetPart(
        SheetContent(name: sheet.name, isVisible: sheet.isVisible), texts: texts, looks: looks, budget)
      let read = try package.read(relation.target, part, &budget)
      budget = read.budget
      sheets.append(read.sheet)
    }
    guard !sheets.isEmpty else { throw .damaged("workbook") }
    self.init(
      sheets: sheets, looks: looks, awaitsCalculation: list.awaitsCalculation, countsFrom1904: list.countsFrom1904)
  }
}

/// The parts of a workbook and how they refer to each other.
private struct WorkbookPackage {
  private let archive: ZipArchive

  init(_ archive: ZipArchive) {
    self.archive = archive
  }

  /// The part that lists the sheets.
  func workbookPart(_ budget: inout ReadingBudget) throws(ReadingError) -> String {
    if archive["EncryptionInfo"] != nil || archive.entries.values.contains(where: \.isEncrypted) { throw .encrypted }
    if archive["mimetype"] != nil, archive["content.xml"] != nil { throw .otherArchive(.openDocument) }
    if archive["xl/workbook.bin"] != nil { throw .otherArchive(.binaryWorkbook) }
    if archive["word/document.xml"] != nil || archive["ppt/presentation.xml"] != nil {
      throw .otherArchive(.otherDocument)
    }
    guard archive["[Content_Types].xml"] != nil || archive["_rels/.rels"] != nil else {
      throw .otherArchive(.unknown)
    }
    let listed = try relations(in: "_rels/.rels", of: "", &budget).target(ofType: "officeDocument")
    return listed ?? "xl/workbook.xml"
  }

  /// What a part refers to.
  func relations(of part: String, _ budget: inout ReadingBudget) throws(ReadingError) -> Relations {
    let cut = part.lastIndex(of: "/").map { part.index(after: $0) } ?? part.startIndex
    return try relations(in: part[..<cut] + "_rels/" + part[cut...] + ".rels", of: String(part[..<cut]), &budget)
  }

  /// Reads a part.
  func read<Part: XMLHandler>(
    _ name: String, _ part: Part, _ budget: inout ReadingBudget
  ) throws(ReadingError) -> Part {
    guard let entry = archive[name] else { throw .damaged(name) }
    var reader = XMLReader(name, part)
    try archive.unpack(entry, &budget) { piece throws(ReadingError) in try reader.feed(piece) }
    return try reader.finish()
  }

  private func relations(
    in part: String, of folder: String, _ budget: inout ReadingBudget
  ) throws(ReadingError) -> Relations {
    guard archive[part] != nil else { return Relations(folder: folder) }
    return try read(part, Relations(folder: folder), &budget)
  }
}

/// What a part refers to, by the names it uses.
private struct Relations: XMLHandler {
  struct Relation {
    /// The last word of the type's address, which both editions of the format share.
    var type: String
    var target: String
  }

  let folder: String
  private var byName: [String: Relation] = [:]

  init(folder: String) {
    self.folder = folder
  }

  subscript(name: String) -> Relation? { byName[name] }

  func target(ofType type: String) -> String? { byName.values.first { $0.type == type }?.target }

  mutating func start(_ name: String, _ attributes: XMLAttributes) throws(ReadingError) {
    guard name == "Relationship", let id = attributes["Id"], let type = attributes["Type"],
      let target = attributes["Target"], attributes["TargetMode"] != "External"
    else { return }
    byName[id] = Relation(type: type.split(separator: "/").last.map(String.init) ?? "", target: place(of: target))
  }

  mutating func end(_ name: String) {}
  mutating func text(_ text: ArraySlice<UInt8>) {}

  private func place(of target: String) -> String {
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var steps = folder.split(separator: "/")
    for step in target.split(separator: "/") {
      if step == ".." { _ = steps.popLast() } else if step != "." { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }
}

/// The part that lists the sheets.
private struct WorkbookPart: XMLHandler {
  struct Sheet {
    var name: String
    var relation: String
    var isVisible: Bool
  }

  private(set) var sheets: [Sheet] = []
  private(set) var awaitsCalculation = false
  private(set) var countsFrom1904 = false

  mutating func start(_ name: String, _ attributes: XMLAttributes) throws(ReadingError) {
    switch name {
    case "sheet":
      guard let title = attributes["name"], let relation = attributes["id"] else { throw .damaged("workbook") }
      sheets.append(Sheet(name: title, relation: relation, isVisible: (attributes["state"] ?? "visible") == "visible"))
    case "workbookPr":
      countsFrom1904 = attributes.flag("date1904") ?? false
    case "calcPr":
      awaitsCalculation = attributes.flag("fullCalcOnLoad") ?? false || attributes.flag("calcCompleted") == false
    default: break
    }
  }

  mutating func end(_ name: String) {}
  mutating func text(_ text: ArraySlice<UInt8>) {}
}

/// The part that holds the looks of cells.
private struct StylesPart: XMLHandler {
  private(set) var looks: [CellLook] = []
  private var path: [String] = []
  private var formats: [Int: NumberFormat] = [:]
  private var fonts: [Bool] = []

  mutating func start(_ name: String, _ attributes: XMLAttributes) throws(ReadingError) {
    switch (path.last, name) {
    case ("numFmts", "numFmt"):
      if let number = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] {
        formats[number] = NumberFormat(code)
      }
    case ("fonts", "font"): fonts.append(false)
    case ("font", "strike") where !fonts.isEmpty: fonts[fonts.count - 1] = attributes.flag("val") ?? true
    case ("xf", "protection") where isInCellLooks && !looks.isEmpty && attributes.flag("locked") == false:
      let look = looks.removeLast()
      looks.append(CellLook(format: look.format, isStruckOut: look.isStruckOut, isLocked: false))
    case ("cellXfs", "xf"):
      let number = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      let font = attributes["fontId"].flatMap { Int($0) } ?? 0
      looks.append(
        CellLook(
          format: formats[number] ?? NumberFormat.builtIn(number),
          isStruckOut: fonts.indices.contains(font) && fonts[font], isLocked: true))
    default: break
    }
    path.append(name)
  }

  private var isInCellLooks: Bool { path.contains("cellXfs") }

  mutating func end(_ name: String) { path.removeLast() }
  mutating func text(_ text: ArraySlice<UInt8>) {}
}

/// The texts that cells share.
private struct SharedTexts {
  var texts: [RichText] = []
}

/// A text that may be struck out in part.
private struct RichText {
  var text: String
  var isPartlyStruckOut: Bool
}

/// Gathers the text of an element `si` or `is`: plain, or in runs each with a look of its own; readings of ideographs are
/// left out.
private struct RichTextReader {
  private var bytes: [UInt8] = []
  private var path: [String] = []
  private var runIsStruckOut = false
  private var isPartlyStruckOut = false

  mutating func start(_ name: String, _ attributes: XMLAttributes) throws(ReadingError) {
    // What a text with markup in it says, programs read differently.
    guard path.last != "t" else { throw .damaged("text") }
    if name == "r" { runIsStruckOut = false }
    if name == "strike", path.last == "rPr" { runIsStruckOut = attributes.flag("val") ?? true }
    path.append(name)
  }

  mutating func end(_ name: String) { _ = path.popLast() }

  mutating func text(_ text: ArraySlice<UInt8>) {
    guard path.last == "t", !path.contains("rPh") else { return }
    bytes += text
    if runIsStruckOut, !text.isEmpty { isPartlyStruckOut = true }
  }

  /// Takes what has been gathered.
  mutating func take(_ part: String) throws(ReadingError) -> RichText {
    defer { self = RichTextReader() }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .damaged(part) }
    return RichText(text: EscapedText.decoded(text), isPartlyStruckOut: isPartlyStruckOut)
  }
}

/// The part that holds the texts that cells share.
private struct SharedTextsPart: XMLHandler {
  private(set) var texts = SharedTexts()
  private var reader: RichTextReader?
  private var held = 0

  mutating func start(_ name: String, _ attributes: XMLAttributes) throws(ReadingError) {
    if name == "si" { reader = RichTextReader() } else { try reader?.start(name, attributes) }
  }

  mutating func end(_ name: String) throws(ReadingError) {
    guard name == "si" else {
      reader?.end(name)
      return
    }
    guard let text = try reader?.take("sharedStrings") else { return }
    reader = nil
    held += text.text.utf8.count + 32
    guard held <= 64 << 20 else { throw .tooLarge }
    texts.texts.append(text)
  }

  mutating func text(_ text: ArraySlice<UInt8>) { reader?.text(text) }
}

/// A sheet.
private struct SheetPart: XMLHandler {
  private(set) var sheet: SheetContent
  private(set) var budget: ReadingBudget
  private let texts: SharedTexts
  private let looks: [CellLook]
  private var path: [String] = []
  private var row: RowContent?
  private var nextRow = 1
  private var nextColumn = 0
  private var cell: OpenCell?
  private var validation: OpenValidation?

  /// Most merged ranges that a sheet of figures has.
  private static let mergeLimit = 20_000

  /// A cell whose end has not come yet.
  private struct OpenCell {
    var column: Int
    var type: String
    var look: Int
    var value: [UInt8]?
    var formula: [UInt8]?
    var richText: RichTextReader?
  }

  /// A rule for cells whose end has not come yet.
  private struct OpenValidation {
    var attributes: XMLAttributes
    var formulas: [[UInt8]] = []

    mutating func append(_ text: ArraySlice<UInt8>) {
      if !formulas.isEmpty { formulas[formulas.count - 1] += text }
    }
  }

  init(_ sheet: SheetContent, texts: SharedTexts, looks: [CellLook], _ budget: ReadingBudget) {
    self.sheet = sheet
    self.texts = texts
    self.looks = looks
    self.budget = budget
  }

  private var damaged: ReadingError { .damaged(sheet.name) }

  mutating func start(_ name: String, _ attributes: XMLAttributes) throws(ReadingError) {
    switch (path.last, name) {
    case ("sheetData", "row"): try startRow(attributes)
    case ("row", "c") where row != nil: try startCell(attributes)
    case ("c", "v"): cell?.value = []
    case ("c", "f"): cell?.formula = []
    case ("c", "is"): cell?.richText = RichTextReader()
    case ("mergeCells", "mergeCell"):
      guard let range = attributes["ref"].flatMap(CellRange.init), sheet.merges.count < Self.mergeLimit else {
        throw damaged
      }
      sheet.merges.append(range)
    case ("cols", "col"): readColumns(attributes)
    case ("worksheet", "sheetProtection"): sheet.isProtected = attributes.flag("sheet") ?? false
    case ("dataValidations", "dataValidation"): validation = OpenValidation(attributes: attributes)
    case ("dataValidation", "formula1"), ("dataValidation", "formula2"): validation?.formulas.append([])
    case ("sheetViews", "sheetView"): sheet.showsZeros = attributes.flag("showZeros") ?? true
    case ("v", _), ("f", _): throw damaged
    default: try cell?.richText?.start(name, attributes)
    }
    path.append(name)
  }

  mutating func text(_ text: ArraySlice<UInt8>) throws(ReadingError) {
    if path.last == "formula1" || path.last == "formula2" { validation?.append(text) }
    guard cell != nil else { return }
    switch path.last {
    case "v": cell?.value? += text
    case "f": cell?.formula? += text
    default: cell?.richText?.text(text)
    }
  }

  mutating func end(_ name: String) throws(ReadingError) {
    path.removeLast()
    switch (path.last, name) {
    case ("row", "c"): try endCell()
    case ("sheetData", "row"):
      if let row, !row.cells.isEmpty { sheet.rows.append(row) }
      row = nil
    case ("c", "is"): break
    case ("dataValidations", "dataValidation"): try endValidation()
    default: cell?.richText?.end(name)
    }
  }

  private mutating func startRow(_ attributes: XMLAttributes) throws(ReadingError) {
    let number = attributes["r"].map { Int($0) ?? 0 } ?? nextRow
    guard number >= nextRow, number <= CellAddress.lastRow else { throw damaged }
    let height = attributes["ht"].flatMap { Double($0) }
    row = RowContent(number: number, isHidden: attributes.flag("hidden") ?? false || height == 0)
    nextRow = number + 1
    nextColumn = 0
  }

  private mutating func startCell(_ attributes: XMLAttributes) throws(ReadingError) {
    var column = nextColumn
    if let address = attributes["r"] {
      guard let place = CellAddress(address), place.row == row?.number, place.column >= nextColumn else {
        throw damaged
      }
      column = place.column
    }
    guard column <= CellAddress.lastColumn else { throw damaged }
    nextColumn = column + 1
    let look = attributes["s"].flatMap { Int($0) } ?? 0
    cell = OpenCell(column: column, type: attributes["t"] ?? "n", look: looks.indices.contains(look) ? look : 0)
  }

  private mutating func endCell() throws(ReadingError) {
    guard var open = cell else { return }
    cell = nil
    var isPartlyStruckOut = false
    var value: CellContent.Value?
    if open.richText != nil {
      let rich = try open.richText?.take(sheet.name) ?? RichText(text: "", isPartlyStruckOut: false)
      isPartlyStruckOut = rich.isPartlyStruckOut
      value = rich.text.isEmpty ? nil : .text(rich.text)
    } else if open.type == "s", let index = try string(open.value).flatMap({ Int($0) }) {
      guard texts.texts.indices.contains(index) else { throw damaged }
      isPartlyStruckOut = texts.texts[index].isPartlyStruckOut
      value = texts.texts[index].text.isEmpty ? nil : .text(texts.texts[index].text)
    } else {
      value = try plainValue(of: open)
    }
    let formula = try string(open.formula)
    if value == nil, formula != nil { value = .nothing(isCalculated: open.type == "str") }
    guard let value else {
      if !looks[open.look].isLocked, let row {
        try budget.hold(cellOf: 0)
        sheet.unlockedBlanks.append(CellAddress(row: row.number, column: open.column))
      }
      return
    }
    var size = formula?.utf8.count ?? 0
    if case .text(let text) = value { size += text.utf8.count }
    try budget.hold(cellOf: size)
    row?.cells.append(
      CellContent(
        column: open.column, value: value, formula: formula, look: open.look, isPartlyStruckOut: isPartlyStruckOut))
  }

  private func plainValue(of cell: OpenCell) throws(ReadingError) -> CellContent.Value? {
    guard let text = try string(cell.value), !text.isEmpty else { return nil }
    switch cell.type {
    case "n":
      guard let number = Double(text), number.isFinite else { throw damaged }
      return .number(text)
    case "b": return .boolean(text == "1" || text == "true")
    case "e": return .error(text)
    case "str", "d": return .text(EscapedText.decoded(text))
    default: throw damaged
    }
  }

  private mutating func readColumns(_ attributes: XMLAttributes) {
    guard let first = attributes["min"].flatMap({ Int($0) }), let last = attributes["max"].flatMap({ Int($0) }),
      first >= 1, last >= first, last <= CellAddress.lastColumn + 1
    else { return }
    let (columns, width) = ((first - 1)...(last - 1), attributes["width"].flatMap { Double($0) })
    if attributes.flag("hidden") ?? false || width == 0 {
      sheet.hiddenColumns.append(columns)
    } else if let width, width < 256 {
      sheet.columnWidths.append((columns, width))
    }
  }

  private mutating func endValidation() throws(ReadingError) {
    guard let open = validation else { return }
    validation = nil
    var formulas: [String] = []
    for formula in open.formulas { formulas.append(try string(formula) ?? "") }
    let ranges = (open.attributes["sqref"] ?? "").split(separator: " ").compactMap { CellRange(String($0)) }
    guard let rule = Self.rule(open.attributes["type"] ?? "", formulas), !ranges.isEmpty,
      sheet.validations.count < Self.mergeLimit
    else { return }
    sheet.validations.append(
      SheetValidation(
        ranges: ranges, rule: rule, title: open.attributes["errorTitle"] ?? "",
        message: open.attributes["error"] ?? ""))
  }

  /// A rule as far as it can be kept: lists written out, numbers in a range, days.
  private static func rule(_ type: String, _ formulas: [String]) -> CellValidation.Rule? {
    switch type {
    case "list":
      guard let list = formulas.first, list.count >= 2, list.hasPrefix("\""), list.hasSuffix("\"") else { return nil }
      return .list(list.dropFirst().dropLast().split(separator: ",").map(String.init))
    case "decimal", "whole":
      let bounds = formulas.compactMap { Double($0) }
      return .number(bounds.count == 2 && bounds[0] <= bounds[1] ? bounds[0]...bounds[1] : nil)
    case "date": return .day
    default: return nil
    }
  }

  private func string(_ bytes: [UInt8]?) throws(ReadingError) -> String? {
    guard let bytes else { return nil }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw damaged }
    return text
  }
}

/// Characters that XML cannot hold, which workbooks write as `_x000D_`.
private enum EscapedText {
  static func decoded(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    return text.replacing(/_x([0-9A-Fa-f]{4})_/) { match in
      UInt32(match.1, radix: 16).flatMap { Unicode.Scalar($0) }.map(String.init) ?? String(match.0)
    }
  }
}
