import Attainment
import Foundation

/// The time zone in which a plan reckons its days (method, sections 2 and 3).
public struct Zone: Sendable {
  private let zone: TimeZone

  /// A zone of the tz database, as `Asia/Shanghai`; nil for a name that it does not have.
  public init?(_ identifier: String) {
    guard let zone = TimeZone(identifier: identifier) else { return nil }
    self.zone = zone
  }

  /// The date that people see on the calendar at a moment.
  public func day(of instant: Instant) -> Day { instant.day(secondsAheadOfUTC: secondsAhead(at: instant)) }

  /// The moment at which a day is over: the first of the day after it.
  public func end(of day: Day) -> Instant {
    // No zone is a day or more from UTC, so that the date changes between these.
    var before = Self.midnight(of: day)
    var after = Self.midnight(of: day + 2)
    while after.microseconds - before.microseconds > 1 {
      let middle = Instant(microseconds: before.microseconds + (after.microseconds - before.microseconds) / 2)
      if self.day(of: middle) <= day { before = middle } else { after = middle }
    }
    return after
  }

  /// A moment as clocks of the zone show it, `2020-07-11 08:00:00`.
  public func text(of instant: Instant) -> String {
    let local = Instant(microseconds: instant.microseconds + Int64(secondsAhead(at: instant)) * 1_000_000)
    return local.dateAndTime(separator: " ")
  }

  private func secondsAhead(at instant: Instant) -> Int {
    zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant.microseconds / 1_000_000) + 946_684_800))
  }

  private static let dayLength: Int64 = 86_400_000_000

  private static func midnight(of day: Day) -> Instant {
    Instant(microseconds: Int64(day.daysSince2000) * dayLength)
  }
}
