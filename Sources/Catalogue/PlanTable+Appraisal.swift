import Attainment

/// The files that say how the year is judged: floors, points and grades (method, sections 8 and 15).
extension PlanTable {
  mutating func floors() -> [Measure: Figure] {
    var floors: [Measure: Figure] = [:]
    for row in rows {
      let measure: Measure = requiredWord(row, "measure", else: .total)
      if row["behind_floor"] == nil { report(row.line, "behind_floor", .noFigure) }
      guard isWord(row, "measure", measure), let floor = figureFromZero(row, "behind_floor") else { continue }
      if floors[measure] != nil { report(row.line, "measure", .repeated(measure.rawValue, .measure)) }
      floors[measure] = floor
    }
    return floors
  }

  mutating func appraisalRules() -> [WorkPlan.AppraisalRule] {
    var rules: [WorkPlan.AppraisalRule] = []
    for row in rows {
      let rule: PointRule = requiredWord(row, "rule", else: .missing)
      let points = requiredFigure(row, "points")
      let limit = figureFromZero(row, "limit")
      guard isWord(row, "rule", rule), let points else { continue }
      if rules.contains(where: { $0.rule == rule }) {
        report(row.line, "rule", .repeated(rule.rawValue, .rule))
      }
      rules.append(WorkPlan.AppraisalRule(rule: rule, points: points, limit: limit))
    }
    return rules
  }

  mutating func grades() -> [WorkPlan.Grade] {
    var grades: [WorkPlan.Grade] = []
    for row in rows {
      let name = text(row, "grade")
      guard let from = requiredFigure(row, "from") else { continue }
      if grades.contains(where: { $0.name == name }) {
        report(row.line, "grade", .repeated(name, quoted: true, .grade))
      }
      if let other = grades.first(where: { $0.from == from }) {
        report(row.line, "from", .repeated("\(from)", .grading(other: other.name)))
      }
      grades.append(WorkPlan.Grade(name: name, from: from))
    }
    return grades
  }
}
