import Wording

/// A sheet of the month's workbook: one query, shown as one table.
struct WorkbookSheet: Sendable {
  /// What a column holds, which decides its look.
  enum Kind: Sendable {
    /// A text that may take several lines.
    case text
    /// A short text, in the middle.
    case word
    /// A figure in the row's unit, with the row's decimals.
    case figure
    /// A percentage, two decimals.
    case percent
    /// A count.
    case count
    /// A label that takes the colour of the row's light.
    case verdict
  }

  /// A column of the sheet.
  struct Column: Sendable {
    /// Name in the query, which also decides the header.
    let name: String
    let kind: Kind
    /// In characters.
    let width: Double

    init(_ name: String, _ kind: Kind, _ width: Double) {
      self.name = name
      self.kind = kind
      self.width = width
    }
  }

  /// The sheet's name.
  let name: Phrase

  /// The view whose rows are shown.
  let view: ExportedView

  let columns: [Column]

  /// How many columns stay in view.
  let frozenColumns: Int

  /// Which of the view's rows are shown.
  var condition = "true"

  /// Columns that the view does not have, by their names, as SQL; `light_code` colours the row's verdicts, `decimals`
  /// is how many the row's figures show.
  var derived: [String: @Sendable (PublishedMonth) throws -> String] = [:]

  /// What the rows are sorted by; nil for the view's own order.
  var order: String?

  /// The most rows that are shown; the sheet says so when there are more.
  var limit = 100_000
}
