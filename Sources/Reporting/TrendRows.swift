import Attainment
import Postgres

/// The run's monthly trend at district level in the text format of COPY, ready for `report.trend_point`.
struct TrendRows {
  /// The statement whose data these rows are.
  static let copyStatement = """
    copy report.trend_point (
        district_id, run_id, ordinal, month, indicator, target, actual, attainment_pct, pace_pct, verdict, light,
        provisional
    ) from stdin
    """

  /// Their text, UTF-8.
  private(set) var text: [UInt8] = []

  private let prefix: String

  /// Rows of a run.
  init(districtID: String, runID: String) { prefix = "\(districtID)\t\(runID)\t" }

  /// Evaluates one measured row of a month and adds it, unless it is a unit's.
  ///
  /// - Throws: `RunError` when the row cannot be read.
  mutating func append(_ row: borrowing RowView, of indicators: IndicatorSet, month: Int) throws {
    guard row.text(.unit) == nil else { return }
    let (code, indicator, measurement) = try row.measured(of: indicators, reportedMonth: month)
    let target = try row.figure(.target)
    let evaluation = indicator.evaluate(measurement, target: target)
    text.append(contentsOf: prefix.utf8)
    text.append(field: row.text(.ordinal))
    text.append(field: String(month))
    text.append(field: code)
    text.append(field: target?.description)
    text.append(field: evaluation.actual?.description)
    text.append(field: evaluation.attainment?.rounded.description)
    text.append(field: evaluation.pace?.rounded.description)
    text.append(field: evaluation.verdict.rawValue)
    text.append(field: evaluation.light.rawValue)
    text.append(field: evaluation.isProvisional ? "true" : "false")
    text.endRow()
  }
}
