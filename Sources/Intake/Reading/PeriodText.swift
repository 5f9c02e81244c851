import Attainment

/// A month as people write it into a cell.
enum PeriodText {
  /// What a text comes to.
  enum Reading: Equatable {
    case month(Month)
    /// Several months, or a part of a year, which ends with this one.
    case several(last: Month?)
    /// The number by which a spreadsheet keeps a day.
    case serial(Day?)
    /// It can be read in several ways or in none; the likeliest month.
    case unclear(likely: Month?)
  }

  /// Reads a text.
  static func read(_ written: String) -> Reading {
    let text = Vocabulary.calendar(TidyText.code(written))
    let bare = text.filter { $0 != " " }
    if let month = month(bare) ?? dayOfMonth(written) ?? spelled(bare) { return .month(month) }
    if let several = several(bare) { return several }
    // 30,000 to 80,000: the days from 1982 to 2119.
    if let match = bare.wholeMatch(of: /([3-7]\d{4})(?:\.\d+)?/.asciiOnlyDigits()) {
      return .serial(Day(serial: String(match.1)))
    }
    return .unclear(likely: likely(bare))
  }

  private static func month(_ year: Substring, _ month: Substring) -> Month? {
    guard let year = Int(year), let month = Int(month) else { return nil }
    return Month(year: year, month: month)
  }

  /// `2020-06`, `2020/6`, `2020.06`, `202006`, `2020年6月`, `6/2020`. Not `2020.1`: a spreadsheet makes that of 2020.10, too.
  private static func month(_ text: String) -> Month? {
    if let match = text.wholeMatch(of: /(\d{4})(?:[-\/Y]|Y-)(\d{1,2})M?/.asciiOnlyDigits())
      ?? text.wholeMatch(of: /(\d{4})\.?(\d{2})M?/.asciiOnlyDigits())
      ?? text.wholeMatch(of: /(\d{4})\.([2-9])M?/.asciiOnlyDigits())
      ?? text.wholeMatch(of: /(\d{4})\.(\d{1,2})M/.asciiOnlyDigits())
    {
      return month(match.1, match.2)
    }
    return text.wholeMatch(of: /(\d{1,2})[-\/](\d{4})/.asciiOnlyDigits()).flatMap { month($0.2, $0.1) }
  }

  /// The month of a day.
  private static func dayOfMonth(_ text: String) -> Month? {
    guard case .day(let day) = DayText.read(text) else { return nil }
    return day.month
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// `Jun2020` and the like: a name with a year of four digits.
  private static func spelled(_ text: String) -> Month? {
    guard
      let match = text.wholeMatch(of: /(?<name>[a-z]{3,9})\.?[-\/,]?(?<year>\d{4})/.asciiOnlyDigits()).map({
        ($0.name, $0.year)
      })
        ?? text.wholeMatch(of: /(?<year>\d{4})[-\/,]?(?<name>[a-z]{3,9})\.?/.asciiOnlyDigits()).map({
          ($0.name, $0.year)
        })
    else { return nil }
    return number(ofMonthNamed: match.0).flatMap { Month(year: Int(match.1) ?? 0, month: $0) }
  }

  private static func number(ofMonthNamed name: Substring) -> Int? {
    let long = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
      "december", "sept",
    ]
    guard let place = long.firstIndex(of: String(name)) ?? months.firstIndex(of: String(name)) else { return nil }
    return place == 12 ? 9 : place + 1
  }

  /// Ranges of months, quarters, halves and years.
  private static func several(_ text: String) -> Reading? {
    if let match = text.wholeMatch(
      of: /(?:(\d{4})[-\/.Y])?(\d{1,2})M?[-~]+(?:(\d{4})[-\/.Y])?(\d{1,2})M?/.asciiOnlyDigits())
    {
      // 2020-1-6 is a day, which has been read before; 6-20 without a year or the sign of a month is anything.
      guard match.1 != nil || match.3 != nil || text.contains("M") else { return nil }
      return .several(last: (match.3 ?? match.1).flatMap { month($0, match.4) })
    }
    if let (_, last) = parts.first(where: { text.uppercased().contains($0.0) }) {
      let year = text.firstMatch(of: /\d{4}/.asciiOnlyDigits())
      return .several(last: year.flatMap { Month(year: Int($0.output) ?? 0, month: last) })
    }
    return text.wholeMatch(of: /(\d{4})Y?/.asciiOnlyDigits()).map { .several(last: month($0.1, "12")) }
  }

  /// Parts of a year, and the months they end with.
  private static let parts = [
    ("T9", 9), ("1Q", 3), ("2Q", 6), ("3Q", 9), ("4Q", 12), ("Q1", 3), ("Q2", 6), ("Q3", 9), ("Q4", 12), ("H1", 6),
    ("H2", 12), ("FY", 12),
  ]

  /// The month that `Jun-20` and `20年6月` may mean.
  private static func likely(_ text: String) -> Month? {
    if let match = text.wholeMatch(of: /([a-z]{3,9})[-\/' ]?(\d{2})/.asciiOnlyDigits()),
      let number = number(ofMonthNamed: match.1)
    {
      return Month(year: 2000 + (Int(match.2) ?? 0), month: number)
    }
    if let match = text.wholeMatch(of: /(\d{2})[-\/.Y](\d{1,2})M?/.asciiOnlyDigits()), let month = Int(match.2) {
      return Month(year: 2000 + (Int(match.1) ?? 0), month: month)
    }
    return nil
  }
}

/// A day as people write it into a cell.
enum DayText {
  /// What a text comes to.
  enum Reading: Equatable {
    case day(Day)
    case serial(Day?)
    case unclear
  }

  /// Reads a text: `2020-06-08`, `2020/6/8`, `2020.6.8`, `2020年6月8日`, `20200608`, with or without a time of day.
  static func read(_ written: String) -> Reading {
    let text = Vocabulary.calendar(TidyText.code(written))
    if let match = text.wholeMatch(
      of: /(\d{4})\s?[-\/.Y]\s?(\d{1,2})\s?[-\/.M]\s?(\d{1,2})\s?D?(?:[ t]?\d{1,2}:\d{2}(?::\d{2}(?:\.0+)?)?)?/
        .asciiOnlyDigits()) ?? text.wholeMatch(of: /(\d{4})(\d{2})(\d{2})/.asciiOnlyDigits())
    {
      guard let year = Int(match.1), let number = Int(match.2), let month = Month(year: year, month: number),
        let day = Int(match.3).flatMap({ Day(month, day: $0) })
      else { return .unclear }
      return .day(day)
    }
    if let match = text.wholeMatch(of: /([3-7]\d{4})(?:\.\d+)?/.asciiOnlyDigits()) {
      return .serial(Day(serial: String(match.1)))
    }
    return .unclear
  }
}
