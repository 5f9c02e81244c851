/// A date of the calendar (proleptic Gregorian), without a time zone.
public struct Day: Sendable, Hashable, Comparable {
  /// Days since 2000-01-01, negative before it: as PostgreSQL counts them.
  public let daysSince2000: Int32

  /// A day from its number.
  ///
  /// - Parameter daysSince2000: days since 2000-01-01, negative before it.
  public init(daysSince2000: Int32) { self.daysSince2000 = daysSince2000 }

  /// A date of a month; nil where the month has no such day.
  ///
  /// - Parameters:
  ///   - month: the month.
  ///   - day: the day of the month, from 1.
  public init?(_ month: Month, day: Int) {
    guard (1...month.days).contains(day) else { return nil }
    self.init(daysSince2000: month.firstDay.daysSince2000 + Int32(day - 1))
  }

  /// A date in the form `2020-06-30`, ASCII digits only; nil for anything else and for a day that does not exist.
  public init?(parsing text: some StringProtocol) {
    let bytes = Array(text.utf8)
    let digits = bytes.suffix(2).map { Int($0) - Int(UInt8(ascii: "0")) }
    guard bytes.count == 10, bytes[7] == UInt8(ascii: "-"), digits.allSatisfy((0...9).contains),
      let month = Month(parsing: text.prefix(7))
    else { return nil }
    self.init(month, day: digits[0] * 10 + digits[1])
  }

  /// The years, 1949 to 2999, of which plans and figures speak; the database holds no other days.
  public static let years = 1949...2999

  /// Whether the day is of one of ``years``.
  public var isWithinYears: Bool { Self.years.contains(civil.year) }

  /// The month that the day lies in; nil outside the years 1 to 9999.
  public var month: Month? { Month(year: civil.year, month: civil.month) }

  /// Whether one day is before another.
  public static func < (a: Day, b: Day) -> Bool { a.daysSince2000 < b.daysSince2000 }

  /// The day some days later.
  public static func + (day: Day, days: Int) -> Day { Day(daysSince2000: day.daysSince2000 + Int32(days)) }

  /// How many days lie from one day to another.
  public static func - (a: Day, b: Day) -> Int { Int(a.daysSince2000) - Int(b.daysSince2000) }

  /// Year, month and day of the month, by eras of 400 years, which all have the same days.
  private var civil: (year: Int, month: Int, day: Int) {
    let sinceMarch0000 = Int(daysSince2000) + Self.march0000To2000
    let era = (sinceMarch0000 >= 0 ? sinceMarch0000 : sinceMarch0000 - (Self.daysOfEra - 1)) / Self.daysOfEra
    let dayOfEra = sinceMarch0000 - era * Self.daysOfEra
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / (Self.daysOfEra - 1)) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    )
  }

  private static let daysOfEra = 146_097
  /// Days from 0000-03-01 to 2000-01-01.
  private static let march0000To2000 = 730_425

  /// The first day of a month.
  ///
  /// - Parameters:
  ///   - year: the year, 1 or later.
  ///   - month: the month of the year, 1 to 12.
  init(firstOf year: Int, month: Int) {
    let year = month <= 2 ? year - 1 : year
    let (era, yearOfEra) = year.quotientAndRemainder(dividingBy: 400)
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(daysSince2000: Int32(era * Self.daysOfEra + dayOfEra - Self.march0000To2000))
  }
}

extension Day: CustomStringConvertible {
  /// The form `2020-06-30`.
  public var description: String {
    let (year, month, day) = civil
    return "\(DecimalText.padded(year, to: 4))-\(DecimalText.padded(month, to: 2))-\(DecimalText.padded(day, to: 2))"
  }
}

extension Month {
  /// The first day of the month.
  public var firstDay: Day { Day(firstOf: year, month: month) }

  /// The last day of the month.
  public var lastDay: Day { firstDay + (days - 1) }

  /// The month some months later, or earlier where the number is negative.
  public func advanced(by months: Int) -> Month? {
    let index = year * 12 + month - 1 + months
    return index < 12 ? nil : Month(year: index / 12, month: index % 12 + 1)
  }

  /// The first day on which figures of the month are taken: the one after its end, or some days before that.
  ///
  /// - Parameter earlyDays: how many days before; 1 is its last day.
  /// - Returns: the day.
  public func opening(earlyDays: Int) -> Day { lastDay + (1 - earlyDays) }

  /// The day by which a figure of the month is due (method, section 2).
  ///
  /// - Parameter dueDay: 1 to 31: that day of the month after; 32 to 62: day − 31 of the one after that. Each is the last
  ///   day of a month that is shorter.
  /// - Returns: nil for the last months that can be counted.
  public func due(by dueDay: Int) -> Day? {
    let (months, day) = dueDay > 31 ? (2, dueDay - 31) : (1, dueDay)
    return advanced(by: months).map { month in month.firstDay + (min(day, month.days) - 1) }
  }
}
