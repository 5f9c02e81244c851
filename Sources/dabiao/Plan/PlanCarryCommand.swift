import ArgumentParser
import Attainment
import Catalogue

/// `dabiao plan carry`: next year's plan from this one.
struct PlanCarryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "carry", abstract: "Begin next year's plan from this one.",
    discussion: """
      Indicators continue their own of this year and have no targets yet; units, posts and responsibilities stay. Milestones,
      allocations, and terms that are over are left out.
      """)

  @Argument(help: "This year's plan: a folder or a workbook.")
  var path: String

  @Option(help: "The year of the new plan.")
  var year: Int

  @Option(help: "A folder for CSV files, or a workbook where it ends in .xlsx.")
  var to: String

  func run() throws {
    let plan = try WorkPlan.read(path)
    guard year > plan.year, Day.years.contains(year) else {
      throw ValidationError("--year is the year of the new plan, after \(plan.year).")
    }
    try plan.carried(to: year).write(to: to)
    print(to)
  }
}
