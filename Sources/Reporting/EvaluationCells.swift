import Attainment

/// The cells of a row as they are stored and published, each under the name of its column.
struct EvaluationCells {
  /// A cell.
  struct Cell {
    /// Column of `report.evaluation`.
    let column: String
    /// What it holds; nil where it is empty.
    let text: String?
  }

  /// The cells in the order of their columns.
  let cells: [Cell]

  /// The cells of a row of a plan year, beside last year's course.
  init(_ row: JudgedRow, _ course: LastYearCourse, first: Figure?, year: Int) {
    let evaluation = row.evaluation
    cells = [
      Cell(column: "target", text: row.target?.value.description),
      Cell(column: "target_revision", text: row.revision?.revision.description),
      Cell(
        column: "figure_period",
        text: evaluation.figurePeriod.flatMap { Month(year: year, month: $0)?.description }),
      Cell(column: "value", text: evaluation.value?.description),
      Cell(column: "denominator", text: evaluation.denominator?.description),
      Cell(column: "base_value", text: evaluation.baseValue?.description),
      Cell(column: "base_denominator", text: evaluation.baseDenominator?.description),
      Cell(column: "actual", text: evaluation.actual?.description),
      Cell(column: "gap", text: evaluation.gap?.description),
      Cell(column: "attainment_pct", text: evaluation.attainment?.rounded.description),
      Cell(column: "expected_pct", text: evaluation.expected?.rounded.description),
      Cell(column: "pace_pct", text: evaluation.pace?.rounded.description),
      Cell(column: "verdict", text: evaluation.verdict.rawValue),
      Cell(column: "light", text: evaluation.light.rawValue),
      Cell(column: "rule", text: String(evaluation.rule)),
      Cell(column: "coverage_pct", text: evaluation.coverage?.rounded.description),
      Cell(column: "provisional", text: evaluation.isProvisional ? "true" : "false"),
      Cell(column: "projected", text: evaluation.projected?.rounded.description),
      Cell(column: "required_per_month", text: evaluation.requiredPerMonth?.rounded.description),
      Cell(column: "tolerance", text: row.revision?.tolerance?.description),
      Cell(column: "relative_to", text: row.revision?.relativeTo),
      Cell(column: "first_target", text: first?.description),
      Cell(column: "last_year_actual", text: course.actual?.description),
      Cell(column: "projected_last_year", text: course.projected?.rounded.description),
    ]
  }
}
