import Attainment
import Postgres

/// A row of `measurement.sql`, read and judged.
struct MeasuredRow {
  /// Code of the indicator.
  let code: String

  /// What its figures add up to by the end of the row's month.
  let measurement: Measurement

  /// The target or allocation that applies.
  let target: Figure?

  /// The judgement.
  let evaluation: Evaluation

  /// Reads a row and judges it.
  ///
  /// - Throws: `RunError` when the row cannot be read or its indicator is unknown.
  init(_ row: borrowing RowView, of indicators: IndicatorSet) throws {
    code = row.text(.indicator) ?? ""
    guard let ordinal = try row.integer(.ordinal), let indicator = indicators[ordinal] else {
      throw RunError(.configuration, "Indicator \(code) is measured but not defined; the plan changed during the run.")
    }
    measurement = Measurement(
      reportedMonth: try row.integer(.reportedMonth) ?? 0,
      figurePeriod: try row.integer(.figureMonth),
      latestDue: try row.integer(.latestDueMonth),
      value: try row.figure(.value),
      denominator: try row.figure(.denominator),
      baseValue: try row.figure(.baseValue),
      baseDenominator: try row.figure(.baseDenominator),
      days: try row.integer(.days),
      progressSum: try row.figure(.progressSum),
      reportersWithFigure: try row.integer(.reportersWithFigure) ?? 0,
      expectedReporters: try row.integer(.expectedReporters) ?? 0,
      coverageAccepted: try row.integer(.coverageAccepted) ?? 0,
      coverageDue: try row.integer(.coverageDue) ?? 0)
    target = try row.figure(.target)
    evaluation = indicator.evaluate(measurement, target: target)
  }
}
