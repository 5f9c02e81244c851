import Attainment
import Testing

@testable import Catalogue
@testable import Ledger

@Suite("The days of a plan's time zone")
struct ZoneTests {
  @Test("a day ends at midnight where the plan is, also where clocks are put on or back")
  func ends() throws {
    for (identifier, day, end) in [
      ("Asia/Shanghai", "2020-06-10", "2020-06-10T16:00:00.000000Z"),
      ("UTC", "2020-02-29", "2020-03-01T00:00:00.000000Z"),
      ("America/New_York", "2020-03-07", "2020-03-08T05:00:00.000000Z"),
      ("America/New_York", "2020-03-08", "2020-03-09T04:00:00.000000Z"),
      ("Pacific/Kiritimati", "2020-06-10", "2020-06-10T10:00:00.000000Z"),
      ("Pacific/Pago_Pago", "2020-06-10", "2020-06-11T11:00:00.000000Z"),
    ] {
      let zone = try #require(Zone(identifier))
      let day = try #require(Day(parsing: day))
      #expect(zone.end(of: day).description == end, "\(identifier)")
      #expect(zone.day(of: zone.end(of: day)) == day + 1)
      #expect(zone.day(of: Instant(microseconds: zone.end(of: day).microseconds - 1)) == day)
    }
    #expect(Zone("Asia/Nowhere") == nil)
  }
}
