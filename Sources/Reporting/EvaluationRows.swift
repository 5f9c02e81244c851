import Attainment
import Postgres

/// The run's evaluations in the text format of COPY, ready for `report.evaluation`.
struct EvaluationRows {
  /// The statement whose data these rows are.
  static let copyStatement = """
    copy report.evaluation (
        district_id, run_id, ordinal, indicator, unit, target, target_revision, figure_period,
        value, denominator, base_value, base_denominator, actual, gap, attainment_pct, expected_pct, pace_pct,
        pace_numerator, pace_denominator, verdict, light, rule, coverage_pct, provisional, projected,
        required_per_month, stage, occurred_on
    ) from stdin
    """

  /// Rows gathered so far.
  private(set) var count = 0

  /// Their text, UTF-8.
  private(set) var text: [UInt8] = []

  private let prefix: String
  private let year: Int

  /// Rows of a run.
  init(districtID: String, runID: String, year: Int) {
    prefix = "\(districtID)\t\(runID)\t"
    self.year = year
  }

  /// Adds a judged row of the reported month.
  mutating func append(_ measured: MeasuredRow, _ row: borrowing RowView) {
    let evaluation = measured.evaluation
    let pace = evaluation.pace?.lowestTerms

    count += 1
    text.append(contentsOf: prefix.utf8)
    text.append(field: String(count))
    text.append(field: measured.code)
    text.append(field: row.text(.unit))
    let cells = EvaluationCells(
      evaluation, target: measured.target, targetRevision: row.text(.targetRevision), year: year)
    for (column, cell) in cells.cells {
      text.append(field: column == "figure_period" ? cell.map { $0 + "-01" } : cell)
      guard column == "pace_pct" else { continue }
      text.append(field: pace?.numeratorText)
      text.append(field: pace?.denominatorText)
    }
    text.append(field: row.text(.stage))
    text.append(field: row.text(.occurredOn))
    text.endRow()
  }
}
