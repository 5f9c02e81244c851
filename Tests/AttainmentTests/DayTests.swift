import Testing

@testable import Attainment

@Suite("Days and instants")
struct DayTests {
  @Test("every day of 1200 years follows the one before it, and prints and reads alike")
  func everyDay() throws {
    var day = try #require(Day(parsing: "1599-12-31"))
    let last = try #require(Day(parsing: "2801-01-01"))
    var before = day.description
    while day < last {
      day = day + 1
      #expect(before < day.description)
      before = day.description
      guard day.daysSince2000 % 97 == 0 else { continue }
      #expect(Day(parsing: before) == day)
    }
    #expect(before == "2801-01-01")
    #expect(Day(parsing: "2000-01-01")?.daysSince2000 == 0)
    #expect(Day(parsing: "1970-01-01")?.daysSince2000 == -10_957)
  }

  @Test(
    "what is no day is refused",
    arguments: ["2020-02-30", "2019-02-29", "2020-2-03", "2020-02-3", "2020-02-+1", "2020/02/03", "", "２０20-02-03"])
  func noDay(_ text: String) {
    #expect(Day(parsing: text) == nil)
  }

  @Test("a month begins the day after the one before it ends")
  func lastDay() throws {
    for index in 0..<2400 {
      let month = try #require(Month(year: 1900 + index / 12, month: index % 12 + 1))
      #expect(month.lastDay + 1 == month.advanced(by: 1)?.firstDay)
      #expect(month.lastDay.month == month)
    }
  }

  @Test("a due day that the month after does not have is its last day")
  func due() throws {
    for (period, day, due) in [
      ("2020-01", 31, "2020-02-29"), ("2021-01", 30, "2021-02-28"), ("2020-12", 10, "2021-01-10"),
      ("2020-03", 31, "2020-04-30"),
    ] {
      #expect(try #require(Month(parsing: period)).due(by: day)?.description == due)
    }
  }

  @Test("an instant reads with any offset and prints in UTC to the microsecond")
  func instants() {
    for (text, printed) in [
      ("2020-07-03T09:30:00+08:00", "2020-07-03T01:30:00.000000Z"),
      ("2020-07-03 09:30+08", "2020-07-03T01:30:00.000000Z"),
      ("2020-07-03T09:30:00.5Z", "2020-07-03T09:30:00.500000Z"),
      ("2020-01-01T00:00:00-0330", "2020-01-01T03:30:00.000000Z"),
      ("1999-12-31T23:59:59.999999Z", "1999-12-31T23:59:59.999999Z"),
      ("1969-07-20T20:17Z", "1969-07-20T20:17:00.000000Z"),
    ] {
      #expect(Instant(parsing: text)?.description == printed)
    }
  }

  @Test(
    "a moment without an offset, or that is none, is refused",
    arguments: [
      "2020-07-03", "2020-07-03T09:30:00", "2020-07-03T24:00:00Z", "2020-02-30T00:00:00Z", "2020-07-03T09:60Z",
      "2020-07-03T09:30:60Z", "2020-07-03T09:30:00.1234567Z", "2020-07-03T09:30:00+16:00", "2020-07-03T09:30:00Z ",
      "2020-07-03T09:30:00+08:0", "tomorrow", "",
    ])
  func noInstant(_ text: String) {
    #expect(Instant(parsing: text) == nil)
  }
}
