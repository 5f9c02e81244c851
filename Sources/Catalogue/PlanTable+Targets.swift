import Attainment

/// The files that say what is promised: targets, allocations, profiles and who answers.
extension PlanTable {
  private mutating func known(_ row: Row, _ indicators: [String: WorkPlan.Indicator]) -> WorkPlan.Indicator? {
    let code = text(row, "indicator")
    if let indicator = indicators[code] { return indicator }
    if !code.isEmpty { report(row.line, "indicator", "'\(code)'", "an indicator of indicators.csv") }
    return nil
  }

  mutating func targets(of indicators: [String: WorkPlan.Indicator]) -> [WorkPlan.Target] {
    var targets: [WorkPlan.Target] = []
    var newest: [String: WorkPlan.Target] = [:]
    for row in rows {
      guard let indicator = known(row, indicators) else { continue }
      let code = indicator.code.description
      let revision = requiredNumber(row, "revision", in: 1...9999)
      let value = requiredFigure(row, "value")
      if row["decided_on"] == nil { report(row.line, "decided_on", "nothing", "a date such as 2020-01-20") }
      guard let value, let decidedOn = date(row, "decided_on") else { continue }
      checkValue(value, of: indicator, row: row, allowsZero: false)
      let target = WorkPlan.Target(
        indicator: code, revision: revision, value: value, decidedOn: decidedOn, source: row["source"])
      if revision != (newest[code]?.revision ?? 0) + 1 {
        report(
          row.line, "revision", "\(revision)",
          "\((newest[code]?.revision ?? 0) + 1): revisions of \(code) count from 1 in their order")
      }
      if let earlier = newest[code], decidedOn < earlier.decidedOn {
        report(
          row.line, "decided_on", "\(decidedOn)",
          "a date not before revision \(earlier.revision)'s, \(earlier.decidedOn)")
      }
      newest[code] = target
      targets.append(target)
    }
    return targets
  }

  mutating func allocations(of indicators: [String: WorkPlan.Indicator]) -> [WorkPlan.Allocation] {
    var allocations: [WorkPlan.Allocation] = []
    var seen: Set<String> = []
    for row in rows {
      guard let indicator = known(row, indicators) else { continue }
      let unit = text(row, "unit")
      let code = indicator.code.description
      guard let value = requiredFigure(row, "value") else { continue }
      checkValue(value, of: indicator, row: row, allowsZero: true)
      if !indicator.expectedReporters.contains(unit) {
        report(row.line, "unit", "'\(unit)'", "an expected reporter of \(code)")
      }
      if !seen.insert("\(code) \(unit)").inserted {
        report(row.line, "unit", "'\(unit)' again", "one allocation of \(code) a unit")
      }
      allocations.append(WorkPlan.Allocation(indicator: code, unit: unit, value: value))
    }
    return allocations
  }

  /// Method, section 8: a target is positive, except that a percent change only has to exceed −100.
  private mutating func checkValue(
    _ value: Figure, of indicator: WorkPlan.Indicator, row: Row, allowsZero: Bool
  ) {
    let measure = indicator.measure.rawValue
    if !indicator.measure.takesTarget {
      report(row.line, "value", "\(value)", "no row: a \(measure) carries no target value")
    } else if indicator.measure.takesBase {
      if value <= Figure(-100) { report(row.line, "value", "\(value)", "a percent change above -100") }
    } else if value < .zero || (value == .zero && !allowsZero) {
      report(row.line, "value", "\(value)", allowsZero ? "0 or more" : "a target above 0 for the measure \(measure)")
    }
  }

  mutating func profiles(of indicators: [String: WorkPlan.Indicator]) -> [WorkPlan.ProfilePoint] {
    var points: [WorkPlan.ProfilePoint] = []
    var lines: [String: Int] = [:]
    for row in rows {
      guard let indicator = known(row, indicators) else { continue }
      let code = indicator.code.description
      let month = requiredNumber(row, "month", in: 1...12)
      guard let percentage = requiredFigure(row, "cumulative_pct") else { continue }
      if percentage < .zero || Figure(100) < percentage {
        report(row.line, "cumulative_pct", "\(percentage)", "0 to 100")
      }
      if points.contains(where: { $0.indicator == code && $0.month == month }) {
        report(row.line, "month", "\(month) again", "each month of \(code) once")
      }
      lines[code] = row.line
      points.append(WorkPlan.ProfilePoint(indicator: code, month: month, cumulativePercentage: percentage))
    }
    for (code, line) in lines.sorted(by: { $0.value < $1.value }) {
      let profile = points.filter { $0.indicator == code }.sorted { $0.month < $1.month }
      for (earlier, later) in zip(profile, profile.dropFirst())
      where later.cumulativePercentage < earlier.cumulativePercentage {
        report(
          line, "cumulative_pct", "a fall from \(earlier.cumulativePercentage) to \(later.cumulativePercentage)",
          "a profile of \(code) that never falls")
      }
      if let last = profile.last, last.cumulativePercentage != Figure(100) {
        report(
          line, "cumulative_pct", "an end at \(last.cumulativePercentage)", "a profile of \(code) that ends at 100")
      }
    }
    return points
  }

  mutating func responsibilities(
    of indicators: [String: WorkPlan.Indicator], units: Set<String>
  ) -> [WorkPlan.Responsibility] {
    var responsibilities: [WorkPlan.Responsibility] = []
    for row in rows {
      guard let indicator = known(row, indicators) else { continue }
      if let unit = row["unit"], !units.contains(unit) { report(row.line, "unit", "'\(unit)'", "a unit of units.csv") }
      if row["unit"] == nil && row["post"] == nil { report(row.line, nil, "neither unit nor post", "at least one") }
      responsibilities.append(
        WorkPlan.Responsibility(
          indicator: indicator.code.description, role: requiredWord(row, "role", else: .support), unit: row["unit"],
          post: row["post"]))
    }
    return responsibilities
  }

  mutating func postHolders() -> [WorkPlan.PostHolder] {
    var holders: [WorkPlan.PostHolder] = []
    for row in rows {
      let post = text(row, "post")
      let name = text(row, "name")
      if row["from"] == nil { report(row.line, "from", "nothing", "the first day in the post") }
      guard let from = date(row, "from") else { continue }
      let to = date(row, "to")
      if let to, to < from { report(row.line, "to", "\(to)", "a day not before \(from)") }
      let overlaps = holders.contains { other in
        other.post == post && other.from <= (to ?? other.from) && from <= (other.to ?? from)
      }
      if overlaps { report(row.line, "from", "\(from)", "a term that overlaps no other of the post '\(post)'") }
      holders.append(WorkPlan.PostHolder(post: post, name: name, from: from, to: to))
    }
    return holders
  }
}
