import Attainment

extension Month {
  private static let names = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// The month with its year: 2020年6月, June 2020.
  public var name: Phrase {
    Phrase(zh: Self.nameZH(year: String(year), month: String(month)), en: "\(Self.names[month - 1]) \(year)")
  }

  /// The month without its year.
  public var nameInYear: Phrase { Phrase(zh: "\(month)月", en: Self.names[month - 1]) }

  /// The month without its year, short enough for an axis; empty beyond 1 to 12.
  public static func shortName(of month: Int) -> Phrase {
    guard (1...names.count).contains(month) else { return Phrase(zh: "", en: "") }
    return Phrase(zh: "\(month)月", en: String(names[month - 1].prefix(3)))
  }

  /// The Chinese name of a month whose year and number stand as texts, as in a pattern that a database fills in.
  public static func nameZH(year: String, month: String) -> String { "\(year)年\(month)月" }
}
