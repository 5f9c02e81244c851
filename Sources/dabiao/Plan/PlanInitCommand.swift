import ArgumentParser
import Catalogue

/// `dabiao plan init`: a plan with an indicator of each form, ready to be changed.
struct PlanInitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Write a sample plan with an indicator of each form, ready to be changed.")

  @Option(help: "A folder for CSV files, or a workbook where it ends in .xlsx.")
  var to: String

  func run() throws {
    try Self.template().sheets.write(to: to)
    print(to)
  }

  /// The sample plan of an invented county.
  static func template() throws -> WorkPlan {
    try WorkPlan.read(files: [
      "plan.csv": PackageResources.plan_csv, "units.csv": PackageResources.units_csv,
      "sections.csv": PackageResources.sections_csv, "indicators.csv": PackageResources.indicators_csv,
      "targets.csv": PackageResources.targets_csv, "allocations.csv": PackageResources.allocations_csv,
      "profiles.csv": PackageResources.profiles_csv, "floors.csv": PackageResources.floors_csv,
      "appraisal.csv": PackageResources.appraisal_csv, "grades.csv": PackageResources.grades_csv,
      "responsibilities.csv": PackageResources.responsibilities_csv,
      "post_holders.csv": PackageResources.post_holders_csv,
    ])
  }
}
