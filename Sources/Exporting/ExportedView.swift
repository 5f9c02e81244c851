/// A view of `report` that is exported as one file of `data/`.
struct ExportedView: Sendable {
  /// Name of the view and, with `.csv`, of the file.
  let name: String

  /// Columns that identify a row, where the view has such.
  let primaryKey: [String]

  /// Every exported view; adding one here exports it.
  static let all = [
    ExportedView(name: "headline", primaryKey: ["district", "period", "indicator"]),
    ExportedView(name: "attainment", primaryKey: []),
    ExportedView(name: "section_summary", primaryKey: ["district", "period", "section"]),
    ExportedView(name: "department_scorecard", primaryKey: ["district", "period", "unit"]),
    ExportedView(name: "unit_ranking", primaryKey: ["district", "period", "unit"]),
    ExportedView(name: "livelihood_projects", primaryKey: ["district", "period", "indicator"]),
    ExportedView(name: "milestones", primaryKey: ["district", "period", "indicator"]),
    ExportedView(name: "reporting_rates", primaryKey: ["district", "period", "unit", "figure_period"]),
    ExportedView(name: "findings", primaryKey: []),
    ExportedView(name: "trend", primaryKey: ["district", "period", "indicator", "month"]),
    ExportedView(name: "revisions", primaryKey: []),
  ]
}
