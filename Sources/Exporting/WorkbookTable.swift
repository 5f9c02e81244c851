import Attainment
import Postgres
import Wording
import Workbook

/// One sheet of the workbook as it is written: a title, what the figures are as of, the header, the rows.
struct WorkbookTable {
  let sheet: WorkbookSheet
  let month: PublishedMonth

  private static let headerRow = 2

  /// Writes the sheet after those that the workbook has.
  func write(into workbook: Workbook, on connection: isolated Connection) throws {
    let page = try workbook.addSheet(sheet.name.zh)
    page.hideGridLines()
    let rows = try connection.query(try query())
    try writeHead(on: page, isCut: rows.count > sheet.limit)
    for (index, row) in rows.prefix(sheet.limit).enumerated() {
      try write(row, on: page, at: Self.headerRow + 1 + index)
    }
    page.freeze(rows: Self.headerRow + 1, columns: sheet.frozenColumns)
    try page.filter(
      headerRow: Self.headerRow, lastRow: Self.headerRow + max(1, min(rows.count, sheet.limit)),
      lastColumn: sheet.columns.count - 1)
    let foot = WorkbookSentence.foot(district: month.districtName, month: month.period, sheet: sheet.name)
    try page.setUpPrint(
      repeatingTo: Self.headerRow,
      footer: "&L&8\(foot.zh)&C&8\(WorkbookSentence.page("&P", of: "&N").zh)"
        + "&R&8\(WorkbookSentence.asOf(month.asOfLocal).zh)")
  }

  /// The sheet's rows, one more than are shown.
  private func query() throws -> String {
    let shown = Set(sheet.columns.map(\.name))
    var fields = try month.columns(of: sheet.view.name).filter { shown.contains($0.name) }.map { column in
      "\(try column.officeExpression(in: sheet.view, of: month, guarded: false)) as \(column.name)"
    }
    for (name, expression) in sheet.derived { fields.append("\(try expression(month)) as \(name)") }
    return """
      select \(fields.joined(separator: ",\n"))
      from report.\(sheet.view.name)
      where district = '\(month.district)' and period = '\(month.period)' and \(sheet.condition)
      \(sheet.order.map { "order by \($0)" } ?? "")
      limit \(sheet.limit + 1)
      """
  }

  private func writeHead(on page: Sheet, isCut: Bool) throws {
    let plain = CellFormat().with { $0.bordered = false }
    try page.write(
      WorkbookSentence.heading(district: month.districtName, month: month.period, sheet: sheet.name).zh, row: 0,
      column: 0,
      as: plain.with {
        $0.size = 16
        $0.bold = true
        $0.color = 0x1F3864
      })
    try page.setHeight(28, ofRow: 0)
    let source = WorkbookSentence.source(plan: month.planTitle, asOf: month.asOfLocal, timeZone: month.timeZone)
    let note = isCut ? WorkbookSentence.onlyFirst(sheet.limit, restIn: sheet.view.dataPath).zh : ""
    try page.write(
      source.zh + note, row: 1, column: 0,
      as: plain.with {
        $0.size = 9
        $0.color = 0x595959
      })
    let header = CellFormat().with {
      $0.bold = true
      $0.color = 0xFFFFFF
      $0.fill = 0x1F3864
      $0.wraps = true
      $0.alignment = .center
    }
    try page.setHeight(36, ofRow: Self.headerRow)
    for (index, column) in sheet.columns.enumerated() {
      try page.setWidth(column.width, ofColumn: index)
      try page.write(sheet.view.officeHeader(of: column.name), row: Self.headerRow, column: index, as: header)
    }
  }

  private func write(_ row: Row, on page: Sheet, at number: Int) throws {
    let light = row["light_code"].flatMap { Light(rawValue: $0) }
    let decimals = row["decimals"].flatMap { Int($0) } ?? 0
    var lines = 1
    for (index, column) in sheet.columns.enumerated() {
      let text = row[column.name] ?? ""
      if column.kind == .text { lines = max(lines, WrappedText.lines(of: text, inWidth: column.width)) }
      let look = Self.look(of: column.kind, light: light, decimals: decimals)
      if look.numberFormat != nil, let value = Self.exactNumber(text) {
        try page.write(value, row: number, column: index, as: look)
      } else {
        try page.write(text, row: number, column: index, as: look)
      }
    }
    try page.setHeight(WrappedText.height(ofLines: lines), ofRow: number)
  }

  /// The number that a cell holds without loss; nil for no number, and for one of more than 15 significant digits, which a
  /// spreadsheet would round: it is shown as text.
  static func exactNumber(_ text: String) -> Double? {
    let digits = text.drop { "-0.".contains($0) }.filter { $0 != "." }
    guard digits.utf8.count <= 15 else { return nil }
    return Double(text)
  }

  private static func look(of kind: WorkbookSheet.Kind, light: Light?, decimals: Int) -> CellFormat {
    var look = CellFormat()
    switch kind {
    case .text: look.wraps = true
    case .word:
      look.alignment = .center
      look.wraps = true
    case .figure:
      look.alignment = .right
      look.numberFormat = "#,##0" + (decimals > 0 ? "." + String(repeating: "0", count: decimals) : "")
    case .percent:
      look.alignment = .right
      look.numberFormat = "0.00"
    case .count:
      look.alignment = .center
      look.numberFormat = "0"
    case .verdict:
      look.alignment = .center
      look.bold = true
      (look.fill, look.color) = colors(of: light)
    }
    return look
  }

  /// Colours that stay apart in print without colour, too: each light has its own lightness.
  private static func colors(of light: Light?) -> (fill: UInt32?, color: UInt32) {
    switch light {
    case .green: (0xC6EFCE, 0x006100)
    case .yellow: (0xFFEB9C, 0x7F6000)
    case .red: (0xF8696B, 0x640000)
    case .grey: (0xE7E6E6, 0x595959)
    case nil: (nil, 0)
    }
  }
}
