/// A moment in time, to the microsecond, as the database keeps it.
public struct Instant: Sendable, Hashable, Comparable {
  /// Microseconds since 2000-01-01T00:00:00Z, negative before it: as PostgreSQL counts them.
  public let microseconds: Int64

  /// A moment from its number.
  ///
  /// - Parameter microseconds: microseconds since 2000-01-01T00:00:00Z, negative before it.
  public init(microseconds: Int64) { self.microseconds = microseconds }

  /// Whether one moment is before another.
  public static func < (a: Instant, b: Instant) -> Bool { a.microseconds < b.microseconds }

  /// The day of the moment where clocks are ahead of UTC.
  ///
  /// - Parameter secondsAhead: how far, negative where they are behind.
  /// - Returns: the date that such clocks show.
  public func day(secondsAheadOfUTC secondsAhead: Int) -> Day {
    let local = microseconds + Int64(secondsAhead) * 1_000_000
    return Day(daysSince2000: Int32(local.roundedDown(toMultipleOf: Self.dayLength) / Self.dayLength))
  }

  private static let dayLength: Int64 = 86_400_000_000
}

extension Instant: CustomStringConvertible {
  /// The moment in UTC to the microsecond, `2020-07-10T16:00:00.000000Z`.
  public var description: String {
    let fraction = microseconds - microseconds.roundedDown(toMultipleOf: 1_000_000)
    return "\(dateAndTime(separator: "T")).\(DecimalText.padded(Int(fraction), to: 6))Z"
  }

  /// Date and time to the second, `2020-07-10 16:00:00`, as the number of microseconds counts them.
  ///
  /// - Parameter separator: what stands between date and time.
  /// - Returns: the text.
  public func dateAndTime(separator: String) -> String {
    let second = Int((microseconds.roundedDown(toMultipleOf: 1_000_000) - midnight) / 1_000_000)
    let time = [second / 3600, second / 60 % 60, second % 60].map { DecimalText.padded($0, to: 2) }
    return "\(day(secondsAheadOfUTC: 0))\(separator)\(time.joined(separator: ":"))"
  }

  private var midnight: Int64 { microseconds.roundedDown(toMultipleOf: Self.dayLength) }
}

extension Int64 {
  /// The greatest multiple of a positive number that is not greater.
  fileprivate func roundedDown(toMultipleOf step: Int64) -> Int64 {
    let rest = self % step
    return self - (rest < 0 ? rest + step : rest)
  }
}
