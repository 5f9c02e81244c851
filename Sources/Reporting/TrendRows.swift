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

  /// Adds a judged row of the district at the end of a month.
  mutating func append(_ measured: MeasuredRow, _ row: borrowing RowView) {
    let evaluation = measured.evaluation
    text.append(contentsOf: prefix.utf8)
    text.append(field: row.text(.ordinal))
    text.append(field: String(measured.measurement.reportedMonth))
    text.append(field: measured.code)
    text.append(field: measured.target?.description)
    text.append(field: evaluation.actual?.description)
    text.append(field: evaluation.attainment?.rounded.description)
    text.append(field: evaluation.pace?.rounded.description)
    text.append(field: evaluation.verdict.rawValue)
    text.append(field: evaluation.light.rawValue)
    text.append(field: evaluation.isProvisional ? "true" : "false")
    text.endRow()
  }
}
