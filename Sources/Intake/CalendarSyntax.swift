/// How periods and dates are written in a submission file.
enum CalendarSyntax {
  /// Whether a text is a month, `YYYY-MM`.
  static func isPeriod(_ text: some Collection<UInt8>) -> Bool { month(text) != nil }

  /// Whether a text is a day of the calendar, `YYYY-MM-DD`.
  static func isDate(_ text: some Collection<UInt8>) -> Bool {
    guard text.count == 10, let (year, month) = month(text.prefix(7)) else { return false }
    let rest = Array(text.suffix(3))
    guard rest[0] == UInt8(ascii: "-"), let day = number(rest[1...]) else { return false }
    return day >= 1 && day <= days(in: month, of: year)
  }

  /// The month that was probably meant by `2020年3月`, `2020/3`, `202003` and the like, as `2020-03`.
  static func periodMeant(by text: String) -> String? {
    let text = HalfWidth.text(text).filter { $0 != " " }
    guard let match = text.wholeMatch(of: /(\d{4})(?:[-\/.年]?)(\d{1,2})月?(?:[-\/.]?(?:01|1)日?)?/.asciiOnlyDigits())
    else { return nil }
    let meant = "\(match.1)-\(match.2.count == 1 ? "0" : "")\(match.2)"
    return isPeriod(meant.utf8) ? meant : nil
  }

  /// The day that was probably meant by `2020年3月31日`, `2020/3/31`, `20200331` and the like, as `2020-03-31`.
  static func dateMeant(by text: String) -> String? {
    let text = HalfWidth.text(text).filter { $0 != " " }
    let loose = /(\d{4})[-\/.年](\d{1,2})[-\/.月](\d{1,2})日?/.asciiOnlyDigits()
    let tight = /(\d{4})(\d{2})(\d{2})/.asciiOnlyDigits()
    guard let match = text.wholeMatch(of: loose) ?? text.wholeMatch(of: tight) else { return nil }
    let meant = [match.1, match.2, match.3].map { ($0.count == 1 ? "0" : "") + $0 }.joined(separator: "-")
    return isDate(meant.utf8) ? meant : nil
  }

  private static func month(_ text: some Collection<UInt8>) -> (year: Int, month: Int)? {
    let bytes = Array(text)
    guard bytes.count == 7, bytes[4] == UInt8(ascii: "-"), let year = number(bytes[0..<4]), year > 0,
      let month = number(bytes[5...]), (1...12).contains(month)
    else { return nil }
    return (year, month)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var number = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      number = number * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return number
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
