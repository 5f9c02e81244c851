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
    text.append(field: measured.target?.description)
    text.append(field: row.text(.targetRevision))
    text.append(field: evaluation.figurePeriod.map { "\(year)-\($0)-01" })
    text.append(field: evaluation.value?.description)
    text.append(field: evaluation.denominator?.description)
    text.append(field: evaluation.baseValue?.description)
    text.append(field: evaluation.baseDenominator?.description)
    text.append(field: evaluation.actual?.description)
    text.append(field: evaluation.gap?.description)
    text.append(field: evaluation.attainment?.rounded.description)
    text.append(field: evaluation.expected?.rounded.description)
    text.append(field: evaluation.pace?.rounded.description)
    text.append(field: pace?.numeratorText)
    text.append(field: pace?.denominatorText)
    text.append(field: evaluation.verdict.rawValue)
    text.append(field: evaluation.light.rawValue)
    text.append(field: String(evaluation.rule))
    text.append(field: evaluation.coverage?.rounded.description)
    text.append(field: evaluation.isProvisional ? "true" : "false")
    text.append(field: evaluation.projected?.rounded.description)
    text.append(field: evaluation.requiredPerMonth?.rounded.description)
    text.append(field: row.text(.stage))
    text.append(field: row.text(.occurredOn))
    text.endRow()
  }
}
