import Attainment

/// The files that say who answers: responsibilities and the holders of posts.
extension PlanTable {
  mutating func responsibilities(
    of indicators: KnownIndicators, units: UnitNames
  ) -> [WorkPlan.Responsibility] {
    var responsibilities: [WorkPlan.Responsibility] = []
    for row in rows {
      guard let indicator = known(row, indicators) else { continue }
      let unit = row["unit"].map { name in self.unit(name, units, row.line, "unit", .unit) }
      if unit == nil && row["post"] == nil { report(row.line, nil, .nobody) }
      responsibilities.append(
        WorkPlan.Responsibility(
          indicator: indicator.code.description, role: requiredWord(row, "role", else: .support), unit: unit,
          post: row["post"]))
    }
    return responsibilities
  }

  mutating func postHolders() -> [WorkPlan.PostHolder] {
    var holders: [WorkPlan.PostHolder] = []
    for row in rows {
      let post = text(row, "post")
      let name = text(row, "name")
      if row["from"] == nil { report(row.line, "from", .noTerm) }
      guard let from = date(row, "from") else { continue }
      let to = date(row, "to")
      if let to, to < from { report(row.line, "to", .endsBefore(to, from)) }
      let overlaps = holders.contains { other in
        other.post == post && other.from <= (to ?? other.from) && from <= (other.to ?? from)
      }
      if overlaps { report(row.line, "from", .overlaps(from, post: post)) }
      holders.append(WorkPlan.PostHolder(post: post, name: name, from: from, to: to))
    }
    return holders
  }
}
