import Attainment

extension Day {
  /// The day that a spreadsheet keeps as a number; nil where no day of the years 1900 to 9999 has it.
  ///
  /// - Parameters:
  ///   - serial: the number; the time of day behind its point is left out.
  ///   - from1904: whether days count from 1904 rather than 1900.
  public init?(serial: String, from1904: Bool = false) {
    guard let number = Double(serial), number >= 1, number < 2_958_466 else { return nil }
    let whole = Int32(number)
    // 1900 had no 29 February, which spreadsheets count all the same.
    let days = from1904 ? whole + 1_462 : whole < 60 ? whole + 1 : whole
    guard from1904 || whole != 60 else { return nil }
    self.init(daysSince2000: days - 36_526)
    guard let month, month.year >= 1900 else { return nil }
  }
}
