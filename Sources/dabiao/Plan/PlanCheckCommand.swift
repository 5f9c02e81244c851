import ArgumentParser
import Attainment
import Catalogue
import Wording

/// `dabiao plan check PLAN`: every fault of a plan, or what it holds and what its maker should look at. Needs no database.
struct PlanCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check a plan, without a database.")

  @Argument(help: "Folder of the plan's CSV files, or a workbook (.xlsx).")
  var path: String

  @Option(help: "Last year's plan, to see which codes mean something else now and whether what is continued is there.")
  var lastYear: String?

  func run() throws {
    let plan = try WorkPlan.read(path)
    let lastYear = try lastYear.map { try WorkPlan.read($0) }
    if let lastYear {
      let faults = plan.faults(continuing: lastYear)
      if !faults.isEmpty { throw CatalogueError.faults(faults) }
    }
    print("\(plan.district) \(plan.year): \(plan.titleZH)")
    print(
      "\(plan.indicators.count) indicators, \(plan.targets.count) targets, \(plan.allocations.count) allocations, "
        + "\(plan.indicators.count(where: \.isLivelihood)) for livelihood projects (★)")
    for measure in Measure.allCases {
      let count = plan.indicators.count { $0.measure == measure }
      if count > 0 { print("  \(measure.rawValue): \(count)") }
    }
    for section in plan.sections {
      let indicators = plan.indicators.filter { $0.code.section == section.number }
      let items = Set(indicators.map(\.code.item)).count
      print("  section \(section.number) \(section.titleZH): \(items) items, \(indicators.count) indicators")
    }
    for warning in plan.warnings(lastYear: lastYear) { print(PlainText.lines(warning.phrase.inBothLanguages)) }
  }
}
