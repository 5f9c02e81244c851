/// A moment given from outside, as `2020-07-03T09:30:00+08:00`: date, time and offset from UTC, none of them guessed.
public struct Instant: Hashable, Sendable, CustomStringConvertible {
  /// The moment as it was written.
  public let description: String

  /// A moment from its text.
  ///
  /// - Parameter text: `YYYY-MM-DDThh:mm:ss`, a fraction of up to 6 digits if need be, then `Z` or `±hh:mm`.
  ///   Any other text gives nil, a day that no calendar has and an hour past 23 among them.
  public init?(_ text: String) {
    guard
      let match = text.wholeMatch(
        of: /(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)/),
      CalendarSyntax.isDate(match.1.utf8)
    else { return nil }
    description = text
  }
}
