/// How a cell looks.
public struct CellFormat: Hashable, Sendable {
  /// Where the text stands in the cell.
  public enum Alignment: Sendable {
    /// At the left.
    case left
    /// In the middle.
    case center
    /// At the right.
    case right
  }

  /// The spreadsheet's own number format, as `#,##0.00`; nil for text.
  public var numberFormat: String?
  /// Colour behind the text, as 0xRRGGBB; nil for none.
  public var fill: UInt32?
  /// Colour of the text, as 0xRRGGBB.
  public var color: UInt32 = 0
  /// Size of the text in points.
  public var size: Double = 10
  /// Whether the text is bold.
  public var bold = false
  /// Whether a long text goes on in further lines of the cell.
  public var wraps = false
  /// Whether a thin line goes round the cell.
  public var bordered = true
  /// Where the text stands in the cell.
  public var alignment = Alignment.left
  /// Whether the cell can be changed while its sheet is protected.
  public var isLocked = true

  /// The look of plain text.
  public init() {}

  /// The look after a change.
  public func with(_ change: (inout CellFormat) -> Void) -> CellFormat {
    var changed = self
    change(&changed)
    return changed
  }
}
