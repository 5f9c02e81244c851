import Attainment

/// The files that say who answers: responsibilities and the holders of posts.
extension PlanTable {
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
