extension Fraction {
  /// The smaller of two fractions.
  public static func lesser(_ a: Fraction, _ b: Fraction) -> Fraction { a >= b ? b : a }

  /// Whether one fraction is less than another, by cross-multiplication.
  public static func < (a: Fraction, b: Fraction) -> Bool { !(a >= b) }

  /// The fraction's decimal expansion, cut off and not rounded.
  ///
  /// Sums of expansions cut far behind the digits that are printed round as the sums of the fractions do.
  ///
  /// - Parameter places: how many decimals to give.
  /// - Returns: plain decimal digits without trailing zeros.
  public func expansion(places: Int) -> String {
    let reduced = lowestTerms
    var (whole, remainder) = reduced.numerator.quotientAndRemainder(dividingBy: reduced.denominator)
    var digits = whole.description
    for _ in 0..<places {
      (whole, remainder) = (remainder * 10).quotientAndRemainder(dividingBy: reduced.denominator)
      digits += whole.description
    }
    return DecimalText.of(digits: digits, places: places, isNegative: isNegative)
  }
}
