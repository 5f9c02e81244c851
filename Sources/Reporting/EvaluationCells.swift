import Attainment

/// The cells of one evaluation as they are stored and published, each under the name of its column.
struct EvaluationCells {
  /// Column and text, in the order of `report.evaluation`; nil where the cell is empty.
  let cells: [(column: String, text: String?)]

  /// The cells of an evaluation of a plan year.
  init(_ evaluation: Evaluation, target: Figure?, targetRevision: String?, year: Int) {
    cells = [
      ("target", target?.description),
      ("target_revision", targetRevision),
      ("figure_period", evaluation.figurePeriod.flatMap { Month(year: year, month: $0)?.description }),
      ("value", evaluation.value?.description),
      ("denominator", evaluation.denominator?.description),
      ("base_value", evaluation.baseValue?.description),
      ("base_denominator", evaluation.baseDenominator?.description),
      ("actual", evaluation.actual?.description),
      ("gap", evaluation.gap?.description),
      ("attainment_pct", evaluation.attainment?.rounded.description),
      ("expected_pct", evaluation.expected?.rounded.description),
      ("pace_pct", evaluation.pace?.rounded.description),
      ("verdict", evaluation.verdict.rawValue),
      ("light", evaluation.light.rawValue),
      ("rule", String(evaluation.rule)),
      ("coverage_pct", evaluation.coverage?.rounded.description),
      ("provisional", evaluation.isProvisional ? "true" : "false"),
      ("projected", evaluation.projected?.rounded.description),
      ("required_per_month", evaluation.requiredPerMonth?.rounded.description),
    ]
  }
}
