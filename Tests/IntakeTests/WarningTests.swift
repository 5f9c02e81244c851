import Attainment
import Catalogue
import Testing
import Wording

@testable import Intake

@Suite("What a receipt warns of, though the file is taken")
struct WarningTests {
  private func record(
    _ indicator: String, _ unit: String, _ period: String, _ value: String, _ denominator: String? = nil
  ) throws -> Records.Revision {
    var content = FigureContent()
    content.value = Figure(parsing: value)
    content.denominator = denominator.flatMap { Figure(parsing: $0) }
    let key = FigureKey(indicator: indicator, unit: unit, period: try Judging.found(Month(parsing: period)))
    return Records.Revision(key: key, number: 1, status: .accepted, content: content)
  }

  private func warnings(
    _ lines: [String], _ records: [Records.Revision] = [], change: (inout WorkPlan) -> Void = { _ in }
  ) throws -> [Warning] {
    let header = "indicator,unit,period,value,denominator,base_value,base_denominator"
    let (_, _, judgement) = try Judging.judgement(
      of: Array(([header] + lines).joined(separator: "\n").utf8), records: Records(records), change: change)
    #expect(judgement.faults.isEmpty, "\(judgement.faults)")
    return judgement.warnings
  }

  private func codes(
    _ lines: String..., records: [Records.Revision] = [], change: (inout WorkPlan) -> Void = { _ in }
  ) throws -> [String] {
    try warnings(lines, records, change: change).map { "\($0.line) \($0.code.rawValue)" }
  }

  @Test("A cumulative figure below the one before; ten times it; outside what is plausible; far above the target")
  func totals() throws {
    let may = [try record("2.2.1", "statistics", "2020-05", "300")]
    func june(_ value: String) -> String { "2.2.1,statistics,2020-06,\(value)" }
    #expect(try codes(june("301"), records: may) == [])
    #expect(try codes(june("300"), records: may) == [])
    #expect(try codes(june("299.9"), records: may) == ["2 cumulative_decrease"])
    #expect(try codes(june("1500"), records: may) == [])
    #expect(try codes(june("1500.000001"), records: may) == ["2 implausible"])
    #expect(try codes(june("2400"), records: may) == ["2 implausible"])
    #expect(try codes(june("2400.000001"), records: may) == ["2 implausible", "2 far_above_target"])
    #expect(try codes(june("3000"), records: may) == ["2 jump", "2 implausible", "2 far_above_target"])
    #expect(try codes(june("30"), records: may) == ["2 cumulative_decrease", "2 jump", "2 implausible"])
    #expect(try codes(june("50"), records: may) == ["2 cumulative_decrease"])
    #expect(
      try codes("2.2.1,statistics,2020-05,200", "2.2.1,statistics,2020-06,199") == ["3 cumulative_decrease"])
  }

  @Test("What counts whole things jumps as it likes, and is far above no target")
  func whole() throws {
    let may = [try record("2.4.2", "investment", "2020-05", "1")]
    #expect(try codes("2.4.2,investment,2020-06,90", records: may) == [])
    let change = { (plan: inout WorkPlan) in
      for place in plan.indicators.indices { plan.indicators[place].isWhole = false }
    }
    #expect(
      try codes("2.4.2,investment,2020-06,90", records: may, change: change) == ["2 jump", "2 far_above_target"])
  }

  @Test("A daily average is held against the unit's allocation, by the days that the figure covers")
  func dailyAverage() throws {
    // 31.5 a day; three times that over the 30 days of June are 2835.
    #expect(try codes("4.6.6,jiangning_road,2020-06,2835") == [])
    #expect(try codes("4.6.6,jiangning_road,2020-06,2836") == ["2 far_above_target"])
    #expect(try codes("4.6.6,jiangning_road,2020-07,2836") == [])
  }

  @Test("A share is held by its own percentage, and against the target where the unit reports alone")
  func share() throws {
    #expect(try codes("4.18.2,city_operations,2020-06,50,100,,") == [])
    #expect(try codes("4.18.2,city_operations,2020-06,49,100,,") == ["2 implausible"])
    #expect(try codes("4.18.2,city_operations,2020-06,101,100,,") == ["2 implausible"])
    #expect(try codes("4.18.2,city_operations,2020-06,400,100,,") == ["2 implausible", "2 far_above_target"])
    #expect(try codes("4.18.2,city_operations,2020-06,49,0,,") == [])
  }

  @Test("The target is the one in force, a tolerance granted; one that is relative to another indicator tells nothing")
  func targets() throws {
    let june = "2.2.1,statistics,2020-06,1000"
    func target(
      _ value: Int, _ change: @escaping (inout WorkPlan.Target) -> Void = { _ in }
    ) -> (inout WorkPlan) -> Void {
      { plan in
        guard let place = plan.targets.firstIndex(where: { $0.indicator == "2.2.1" }) else { return }
        var target = plan.targets[place]
        target.revision = 2
        target.value = Figure(value)
        change(&target)
        plan.targets.append(target)
      }
    }
    #expect(try codes(june, change: target(300)) == ["2 far_above_target"])
    #expect(try codes(june, change: target(300) { $0.decidedOn = $0.decidedOn + 3_650 }) == [])
    #expect(try codes(june, change: target(400) { $0.tolerance = Figure(100) }) == ["2 far_above_target"])
    #expect(try codes(june, change: target(400) { $0.tolerance = Figure(400) }) == [])
    #expect(try codes(june, change: target(1) { $0.relativeTo = "2.4.2" }) == [])
  }

  @Test("Bases that are not stated are taken from last year's figure of the indicator that is continued")
  func filled() throws {
    let before = [
      try record("2.1.1", "finance", "2019-06", "300"), try record("9.9.9", "finance", "2019-06", "305"),
      try record("2.1.1", "finance", "2019-05", "250"), try record("2.1.1", "commerce", "2019-06", "1"),
    ]
    func continues(_ code: String?) -> (inout WorkPlan) -> Void {
      { plan in
        for place in plan.indicators.indices where plan.indicators[place].code.description == "2.1.1" {
          plan.indicators[place].continues = code
        }
      }
    }
    let told = try warnings(["2.1.1,finance,2020-06,310"], before)
    #expect(told.map(\.code) == [.baseFilled])
    #expect(told.first?.text.zh == "未报同期基数，将采用上年指标 2.1.1 在 2019-06 已通过的 300")
    let other = try warnings(["2.1.1,finance,2020-06,310"], before, change: continues("9.9.9"))
    #expect(other.first?.text.zh == "未报同期基数，将采用上年指标 9.9.9 在 2019-06 已通过的 305")
    #expect(try codes("2.1.1,finance,2020-06,310", records: before, change: continues(nil)) == [])
    #expect(try codes("2.1.1,finance,2020-06,310,,300", records: before) == [])
    #expect(try codes("2.1.1,finance,2020-06,310,,299", records: before) == ["2 base_differs"])
    #expect(try codes("2.1.1,finance,2020-06,103,,100", records: before) == [])
    // By the base that is filled in it grows by 40 %, which is not plausible.
    #expect(try codes("2.1.1,finance,2020-06,420", records: before) == ["2 implausible", "2 base_filled"])
    #expect(try codes("2.1.1,finance,2020-06,420", records: before, change: continues(nil)) == [])
  }

  @Test("Both bases of an intensity are told in one sentence")
  func intensity() throws {
    let before = [try record("2.3.1", "statistics", "2019-06", "100", "1000")]
    let told = try warnings(["2.3.1,statistics,2020-06,98,1000"], before)
    #expect(told.map(\.code) == [.baseFilled])
    #expect(
      told.first?.text.zh
        == "未报同期基数，将采用上年指标 2.3.1 在 2019-06 已通过的 100；未报同期分母，将采用上年指标 2.3.1 在 2019-06 已通过的 1000")
    #expect(
      try codes("2.3.1,statistics,2020-06,98,1000,101", records: before) == ["2 base_filled", "2 base_differs"])
    let file = try codes("2.3.1,statistics,2020-06,98,1000", "2.3.1,statistics,2020-09,150,1000,,", records: before)
    #expect(file == ["2 base_filled"])
  }

  @Test("A correction of what is published")
  func published() throws {
    var june = try record("2.2.1", "statistics", "2020-06", "300")
    june.isPublished = true
    #expect(try codes("2.2.1,statistics,2020-06,301", records: [june]) == ["2 corrects_published"])
    #expect(try codes("2.2.1,statistics,2020-06,300", records: [june]) == [])
  }
}
