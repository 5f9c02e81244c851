import Wording

/// Codes of indicators that a spreadsheet has made dates of: 1.1.1 is then shown as 2001-01-01 or 1/1/01.
enum CodeFromDate {
  /// The codes that may have stood there, the likeliest first; nil where the text is no date.
  static func codes(_ text: String) -> [String]? {
    let day = text.split(separator: " ").first.map(String.init) ?? text
    let isChinese = day.contains { PlanWord.dateSigns.contains($0) }
    let parts = day.split(omittingEmptySubsequences: isChinese) { mark in
      isChinese ? PlanWord.dateSigns.contains(mark) : mark == "/" || mark == "-"
    }.map { Int($0) }
    guard parts.count == 3, let first = parts[0], let second = parts[1], let third = parts[2] else { return nil }
    func short(_ year: Int) -> Int { (1930...2029).contains(year) || year > 99 ? year % 100 : year }
    // Year first, as Chinese and ISO dates have it; else the American order, month first.
    let orders =
      isChinese || first > 31
      ? [[short(first), second, third]] + (isChinese ? [] : [[second, third, short(first)]])
      : [[first, second, short(third)], [short(third), first, second]]
    let codes = orders.map { $0.map(String.init).joined(separator: ".") }.filter { IndicatorCode($0) != nil }
    guard let first = codes.first else { return nil }
    return codes.count > 1 && codes[1] == first ? [first] : codes
  }
}
