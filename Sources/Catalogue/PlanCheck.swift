import Attainment
import Foundation

/// The cells and the cross-references of a plan's files (method, sections 2 to 8).
struct PlanCheck {
  private var tables: [String: PlanTable]
  private var units: Set<String> = []
  private var indicators: [String: WorkPlan.Indicator] = [:]

  init(tables: [String: PlanTable]) { self.tables = tables }

  /// Every fault that was found.
  var faults: [PlanFault] { tables.values.flatMap(\.faults).sorted { ($0.file, $0.line) < ($1.file, $1.line) } }

  /// The plan; whole only where there are no faults.
  mutating func plan() -> WorkPlan {
    var plan = WorkPlan()
    head(&plan)
    plan.units = with("units.csv") { table in table.units() }
    units = Set(plan.units.map(\.code))
    plan.sections = with("sections.csv") { table in table.sections() }
    let sections = Set(plan.sections.map(\.number))
    let units = units
    plan.indicators = with("indicators.csv") { table in table.indicators(units: units, sections: sections) }
    indicators = Dictionary(plan.indicators.map { ($0.code.description, $0) }, uniquingKeysWith: { first, _ in first })
    let indicators = indicators
    plan.targets = with("targets.csv") { table in table.targets(of: indicators) }
    plan.allocations = with("allocations.csv") { table in table.allocations(of: indicators) }
    plan.profiles = with("profiles.csv") { table in table.profiles(of: indicators) }
    plan.responsibilities = with("responsibilities.csv") { table in
      table.responsibilities(of: indicators, units: units)
    }
    plan.postHolders = with("post_holders.csv") { table in table.postHolders() }
    plan.indicators.sort { $0.code < $1.code }
    return plan
  }

  private mutating func with<Rows: RangeReplaceableCollection>(
    _ file: String, _ read: (inout PlanTable) -> Rows
  ) -> Rows {
    guard var table = tables[file] else { return Rows() }
    let rows = read(&table)
    tables[file] = table
    return rows
  }

  private mutating func head(_ plan: inout WorkPlan) {
    guard var table = tables["plan.csv"] else { return }
    defer { tables["plan.csv"] = table }
    guard let row = table.rows.first, table.rows.count == 1 else {
      table.report(table.rows.dropFirst().first?.line ?? 2, nil, "\(table.rows.count) rows", "exactly one")
      return
    }
    plan.district = table.code(row, "district")
    plan.districtZH = table.text(row, "district_zh")
    plan.districtEN = table.text(row, "district_en")
    plan.year = table.requiredNumber(row, "year", in: 1949...2999)
    plan.titleZH = table.text(row, "title_zh")
    plan.titleEN = table.text(row, "title_en")
    plan.source = table.text(row, "source")
    plan.timeZone = table.text(row, "time_zone")
    if !plan.timeZone.isEmpty && TimeZone(identifier: plan.timeZone) == nil {
      table.report(row.line, "time_zone", "'\(plan.timeZone)'", "a zone of the tz database, such as Asia/Shanghai")
    }
    plan.dueDay = table.requiredNumber(row, "due_day", in: 1...31)
    plan.review = table.requiredWord(row, "review", else: .automatic)
    plan.stopsOnError = table.boolean(row, "stop_on_error", else: false)
    plan.republication = table.word(row, "republish") ?? .never
  }
}
