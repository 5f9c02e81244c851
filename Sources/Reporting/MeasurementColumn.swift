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
}

extension RowView {
  /// What the row measures, the indicator's code and its definition.
  ///
  /// - Throws: `RunError` when the row cannot be read or its indicator is unknown.
  func measured(of indicators: IndicatorSet, reportedMonth: Int) throws -> (String, Indicator, Measurement) {
    let code = text(.indicator) ?? ""
    guard let ordinal = text(.ordinal).flatMap({ Int($0) }), let indicator = indicators[ordinal] else {
      throw RunError(.configuration, "Indicator \(code) is measured but not defined; the plan changed during the run.")
    }
    let measurement = Measurement(
      reportedMonth: reportedMonth,
      figurePeriod: try integer(.figureMonth),
      latestDue: try integer(.latestDueMonth),
      value: try figure(.value),
      denominator: try figure(.denominator),
      baseValue: try figure(.baseValue),
      baseDenominator: try figure(.baseDenominator),
      days: try integer(.days),
      progressSum: try figure(.progressSum),
      reportersWithFigure: try integer(.reportersWithFigure) ?? 0,
      expectedReporters: try integer(.expectedReporters) ?? 0,
      coverageAccepted: try integer(.coverageAccepted) ?? 0,
      coverageDue: try integer(.coverageDue) ?? 0)
    return (code, indicator, measurement)
  }

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
