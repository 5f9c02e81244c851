import Attainment
import Postgres

/// The columns of `measurement.sql`, in its order.
enum MeasurementColumn: Int {
  case ordinal
  case indicator
  case unit
  case target
  case targetRevision
  case figureMonth
  case latestDueMonth
  case value
  case denominator
  case baseValue
  case baseDenominator
  case days
  case progressSum
  case reportersWithFigure
  case expectedReporters
  case coverageAccepted
  case coverageDue
  case stage
  case occurredOn
  case reportedMonth
}

extension RowView {
  func text(_ column: MeasurementColumn) -> String? { text(column.rawValue) }

  /// A whole number; nil for null.
  func integer(_ column: MeasurementColumn) throws -> Int? {
    guard let text = text(column) else { return nil }
    guard let number = Int(text) else { throw RunError.unreadable(text, column: "\(column)") }
    return number
  }

  /// A figure or a sum of figures; nil for null.
  func figure(_ column: MeasurementColumn) throws -> Figure? {
    guard let text = text(column) else { return nil }
    guard let figure = Figure(sum: text) else { throw RunError.unreadable(text, column: "\(column)") }
    return figure
  }
}
