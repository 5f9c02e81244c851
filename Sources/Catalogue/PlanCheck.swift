import Attainment
import Foundation

/// The cells and the cross-references of a plan's files (method, sections 2 to 8 and 15).
struct PlanCheck {
  private var tables: [String: PlanTable]

  init(tables: [String: PlanTable]) { self.tables = tables }

  /// Every fault that was found.
  var faults: [PlanFault] { tables.values.flatMap(\.faults).sorted { ($0.file, $0.line) < ($1.file, $1.line) } }

  /// The plan; whole only where there are no faults.
  mutating func plan() -> WorkPlan {
    var plan = WorkPlan()
    read("plan.csv") { $0.head(&plan) }
    read("units.csv") { plan.units = $0.units() }
    read("sections.csv") { plan.sections = $0.sections() }
    let units = UnitNames(plan.units, isComplete: isSound("units.csv"))
    let sections = isSound("sections.csv") ? Set(plan.sections.map(\.number)) : nil
    read("indicators.csv") { plan.indicators = $0.indicators(units: units, sections: sections) }
    let indicators = KnownIndicators(
      byCode: Dictionary(
        plan.indicators.map { ($0.code.description, $0) }, uniquingKeysWith: { first, _ in first }),
      spoilt: tables["indicators.csv"]?.spoilt ?? [], isComplete: tables["indicators.csv"]?.isWhole ?? false)
    read("targets.csv") { plan.targets = $0.targets(of: indicators) }
    read("allocations.csv") { plan.allocations = $0.allocations(of: indicators, units: units) }
    let targets = Dictionary(grouping: plan.targets, by: \.indicator)
    read("profiles.csv") { plan.profiles = $0.profiles(of: indicators, targets: targets) }
    read("floors.csv") { plan.floors = $0.floors() }
    read("appraisal.csv") { plan.appraisalRules = $0.appraisalRules() }
    read("grades.csv") { plan.grades = $0.grades() }
    read("responsibilities.csv") { plan.responsibilities = $0.responsibilities(of: indicators, units: units) }
    read("post_holders.csv") { plan.postHolders = $0.postHolders() }
    plan.indicators.sort { $0.code < $1.code }
    return plan
  }

  private func isSound(_ file: String) -> Bool { tables[file]?.faults.isEmpty ?? false }

  private mutating func read(_ file: String, _ body: (inout PlanTable) -> Void) {
    guard var table = tables[file] else { return }
    body(&table)
    tables[file] = table
  }
}
