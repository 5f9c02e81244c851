import Wording

/// A view of `report` that is exported as one file of `data/`.
struct ExportedView: Sendable {
  /// Name of the view and, with `.csv`, of the file.
  let name: String

  /// What its rows are about.
  var subject = RowSubject.indicator

  /// Columns that identify a row, where the view has such.
  let primaryKey: [String]

  /// The path of its file for programs.
  var dataPath: String { "data/\(name).csv" }

  /// The header that people read over a column; its name where it has no other yet.
  func officeHeader(of column: String) -> String { ReportColumn.header(of: column, about: subject)?.zh ?? column }
}

extension ExportedView {
  static let headline = ExportedView(name: "headline", primaryKey: ["district", "period", "indicator"])
  static let attainment = ExportedView(name: "attainment", primaryKey: [])
  static let sectionSummary = ExportedView(
    name: "section_summary", subject: .section, primaryKey: ["district", "period", "section"])
  static let departmentScorecard = ExportedView(
    name: "department_scorecard", subject: .unit, primaryKey: ["district", "period", "unit"])
  static let unitRanking = ExportedView(
    name: "unit_ranking", subject: .unit, primaryKey: ["district", "period", "unit"])
  static let livelihoodProjects = ExportedView(
    name: "livelihood_projects", primaryKey: ["district", "period", "indicator"])
  static let milestones = ExportedView(name: "milestones", primaryKey: ["district", "period", "indicator"])
  static let reportingRates = ExportedView(
    name: "reporting_rates", subject: .unit, primaryKey: ["district", "period", "unit", "figure_period"])
  static let findings = ExportedView(name: "findings", primaryKey: [])
  static let trend = ExportedView(name: "trend", primaryKey: ["district", "period", "indicator", "month"])
  static let revisions = ExportedView(name: "revisions", primaryKey: [])
  static let targetChanges = ExportedView(
    name: "target_changes", subject: .target, primaryKey: ["district", "period", "indicator", "revision"])
  static let units = ExportedView(name: "units", subject: .unit, primaryKey: ["district", "period", "unit"])
  static let responsible = ExportedView(name: "responsible", primaryKey: [])
  static let commentary = ExportedView(name: "commentary", primaryKey: [])
  static let appraisal = ExportedView(
    name: "appraisal", subject: .unit, primaryKey: ["district", "period", "unit"])
  static let appraisalPoints = ExportedView(name: "appraisal_points", subject: .point, primaryKey: [])

  /// Every exported view; adding one here exports it.
  static let all = [
    headline, attainment, sectionSummary, departmentScorecard, unitRanking, livelihoodProjects, milestones,
    reportingRates, findings, trend, revisions, targetChanges, units, responsible, commentary, appraisal,
    appraisalPoints,
  ]
}
