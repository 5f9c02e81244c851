import Attainment
import Testing

@testable import Catalogue
@testable import Reporting

@Suite("When figures are due and months are published")
struct DueDatesTests {
  private static func dates(
    _ rhythms: [DueDates.Rhythm], dueDay: Int = 10, in zone: String = "Asia/Shanghai"
  ) throws -> DueDates {
    DueDates(of: 2020, dueDay: dueDay, rhythms, in: try #require(Zone(zone)))
  }

  private static func days(_ dates: DueDates, _ month: Int) -> [String] {
    dates.publicationDays(of: month).map(\.description)
  }

  @Test("a month is published after the plan's due day, and after each later one of its own figures")
  func later() throws {
    let dates = try Self.dates([
      DueDates.Rhythm(frequency: .monthly, dueDay: nil), DueDates.Rhythm(frequency: .quarterly, dueDay: 45),
      DueDates.Rhythm(frequency: .monthly, dueDay: 5), DueDates.Rhythm(frequency: .annual, dueDay: 62),
      DueDates.Rhythm(frequency: .halfYearly, dueDay: 45),
    ])
    #expect(Self.days(dates, 1) == ["2020-02-10"])
    #expect(Self.days(dates, 3) == ["2020-04-10", "2020-05-14"])
    #expect(Self.days(dates, 12) == ["2021-01-10", "2021-02-14", "2021-02-28"])
  }

  @Test("a due day that a month does not have is its last")
  func shortMonths() throws {
    let dates = try Self.dates([DueDates.Rhythm(frequency: .monthly, dueDay: 62)], dueDay: 31)
    #expect(Self.days(dates, 1) == ["2020-02-29", "2020-03-31"])
    #expect(Self.days(dates, 3) == ["2020-04-30", "2020-05-31"])
  }

  @Test("a due day is over at midnight where the plan is")
  func midnight() throws {
    let dates = try Self.dates([DueDates.Rhythm(frequency: .quarterly, dueDay: 45)])
    let day = dates.day(of: 3, 45)
    #expect(day?.description == "2020-05-14")
    for (instant, isOver) in [("2020-05-14T23:59:59.999999+08:00", false), ("2020-05-14T16:00:00Z", true)] {
      #expect(dates.isOver(day, at: try #require(Instant(parsing: instant))) == isOver)
    }
  }
}
