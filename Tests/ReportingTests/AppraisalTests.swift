import Attainment
import Testing

@testable import Catalogue
@testable import Ledger
@testable import Reporting

private typealias District = SmallDistrict

@Suite("The year in points")
struct AppraisalTests {
  /// A total of 12 that east reports, of which it has half an allocation, and which planning leads.
  private static func district(_ rules: [WorkPlan.AppraisalRule]) throws -> District {
    var district = District(
      [try District.indicator(.total, accumulation: .monthly, reporters: ["east"])],
      targets: [try District.target(Figure(12))])
    district.allocate(Figure(6), to: "east")
    district.plan.appraisalRules = rules
    district.plan.grades = [
      WorkPlan.Grade(name: "合格", from: Figure(60)), WorkPlan.Grade(name: "优秀", from: Figure(90)),
    ]
    return district
  }

  private static func rule(_ rule: PointRule, _ points: Figure, limit: Figure? = nil) -> WorkPlan.AppraisalRule {
    WorkPlan.AppraisalRule(rule: rule, points: points, limit: limit)
  }

  private static func appraisal(
    of district: District, through month: Int, at instant: String
  ) throws -> (units: [String: Appraisal.Unit], points: [String]) {
    let results = try district.results(through: month, at: instant)
    let appraisal = Appraisal(Audit(results, []))
    let units = results.inForce.plan.units.map(\.code)
    return (
      Dictionary(uniqueKeysWithValues: zip(units, appraisal.units)),
      appraisal.points.map { "\(units[$0.unit]) \($0.rule.rawValue) \($0.period) \($0.points)" }
    )
  }

  @Test("the total is the mean of what a unit leads and of its allocations, or the one there is, and its points")
  func means() throws {
    var district = try Self.district([])
    district.plan.indicators[0].leadUnit = "east"
    for (period, value) in [("2020-01", 1), ("2020-02", 0)] {
      try district.submit(
        District.Content(value: Figure(value)), for: period, at: "2020-03-02T09:00+08")
    }
    let units = try Self.appraisal(of: district, through: 2, at: "2020-03-11T00:00+08").units
    // Of two that are expected one has come, and of the allocation's one the whole.
    #expect(units["east"]?.score?.rounded.description == "50")
    #expect(units["east"]?.allocationsScore?.rounded.description == "100")
    #expect(units["east"]?.total?.rounded.description == "75")
    #expect(units["east"]?.grade == "合格")
    #expect(units["west"]?.total == nil && units["west"]?.grade == nil)
    #expect(units["west"]?.points == .zero)
  }

  @Test("a grade is reached exactly at its bound, and by the exact total")
  func grades() throws {
    for (value, grade) in [(Figure(millionths: 1_800_000), "优秀"), (Figure(millionths: 1_799_999), "合格")] {
      var district = try Self.district([])
      try district.submit(District.Content(value: value), for: "2020-02", at: "2020-03-02T09:00+08")
      let planning = try Self.appraisal(of: district, through: 2, at: "2020-03-11T00:00+08").units["planning"]
      #expect(planning?.grade == grade)
    }
  }

  @Test("what was missing, late or returned costs the reporter, each figure by itself, up to the rule's limit")
  func findings() throws {
    var district = try Self.district([
      Self.rule(.late, Figure(-1)), Self.rule(.missing, Figure(-2), limit: Figure(3)),
      Self.rule(.returned, Figure(millionths: -500_000)),
    ])
    try district.submit(District.Content(value: Figure(1)), for: "2020-01", at: "2020-02-11T00:00+08")
    try district.submit(District.Content(value: Figure(1)), for: "2020-04", at: "2020-05-02T09:00+08")
    try district.review(for: "2020-04", at: "2020-05-03T09:00+08", returning: "口径不对")
    let (units, points) = try Self.appraisal(of: district, through: 4, at: "2020-05-11T00:00+08")
    #expect(
      points == [
        "east late 1 -1", "east missing 2 -2", "east missing 3 -2", "east missing 4 -2", "east returned 4 -0.5",
      ])
    #expect(units["east"]?.points.description == "-4.5")
    #expect(units["planning"]?.points == .zero)
  }

  @Test("what is attained earns the unit that leads it, and more where it was so in a month before its due month")
  func early() throws {
    let rules = [Self.rule(.attained, Figure(1)), Self.rule(.attainedEarly, Figure(2)), Self.rule(.missed, Figure(-3))]
    for (period, dueMonth, points) in [
      ("2020-05", 6, ["planning attained 6 1", "planning attained_early 6 2"]),
      ("2020-06", 6, ["planning attained 6 1"]),
      ("2020-06", 7, ["planning attained 6 1", "planning attained_early 6 2"]),
    ] {
      var district = try Self.district(rules)
      district.plan.indicators[0].dueMonth = dueMonth
      for month in 1...6 {
        let month = "2020-0\(month)"
        try district.submit(
          District.Content(value: month == period ? Figure(12) : .zero), for: month, at: "2020-07-02T09:00+08")
      }
      #expect(try Self.appraisal(of: district, through: 6, at: "2020-07-11T00:00+08").points == points)
    }
  }

  @Test("what has been taken back since is not attained now, and earns nothing for what it was")
  func takenBack() throws {
    var district = try Self.district([Self.rule(.attained, Figure(1)), Self.rule(.attainedEarly, Figure(2))])
    try district.submit(District.Content(value: Figure(12)), for: "2020-05", at: "2020-06-02T09:00+08")
    try district.submit(District.Content(value: Figure(-6)), for: "2020-06", at: "2020-07-02T09:00+08")
    #expect(try Self.appraisal(of: district, through: 5, at: "2020-07-11T00:00+08").points.count == 2)
    #expect(try Self.appraisal(of: district, through: 6, at: "2020-07-11T00:00+08").points.isEmpty)
  }
}

@Suite("What is said beside the figures")
struct CommentaryTests {
  private static func said(_ district: District, through month: Int) throws -> [Remark.Source] {
    try district.results(through: month, at: "2020-12-31T00:00+08").commentary.map(\.source)
  }

  @Test("a reporter's words stand beside its latest accepted figure, and March's do not excuse June")
  func latest() throws {
    var district = District([try District.indicator(.total)], targets: [try District.target(Figure(12))])
    try district.submit(
      District.Content(value: Figure(1), hasRemark: true), for: "2020-03", at: "2020-04-02T09:00+08")
    let march = Remark.Source.figure(YearFigures.Place(assignment: 0, period: 3), revision: 1)
    #expect(try Self.said(district, through: 2) == [])
    #expect(try Self.said(district, through: 6) == [march])
    try district.submit(
      District.Content(value: Figure(2), hasRemark: true), for: "2020-06", at: "2020-07-02T09:00+08", isAccepted: false)
    #expect(try Self.said(district, through: 6) == [march])
    try district.submit(District.Content(value: Figure(2)), for: "2020-06", revision: 2, at: "2020-07-03T09:00+08")
    #expect(try Self.said(district, through: 6) == [])
    #expect(try Self.said(district, through: 3) == [march])
  }

  @Test("the office speaks last, of the month that it commented on")
  func office() throws {
    var district = District([try District.indicator(.total)], targets: [try District.target(Figure(12))])
    try district.submit(
      District.Content(value: Figure(1), hasRemark: true), by: "west", for: "2020-03", at: "2020-04-02T09:00+08")
    district.comments.enter(7, on: 3, of: "1.1.1")
    let west = Remark.Source.figure(YearFigures.Place(assignment: 1, period: 3), revision: 1)
    #expect(try Self.said(district, through: 3) == [west, .comment(7)])
    #expect(try Self.said(district, through: 4) == [west])
  }
}
