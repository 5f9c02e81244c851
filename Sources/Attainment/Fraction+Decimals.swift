extension Fraction {
  /// The smaller of two fractions.
  public static func lesser(_ a: Fraction, _ b: Fraction) -> Fraction { a >= b ? b : a }

  /// The nearest fraction from 0 to a whole number.
  func clamped(through limit: Int) -> Fraction {
    isPositive ? Fraction.lesser(self, Fraction(limit)) : Fraction(0)
  }

  /// Whether one fraction is less than another: by whole parts, then by what is left of each, turned over.
  ///
  /// No product of both is made, which for two paces could be larger than any other that the method needs.
  public static func < (a: Fraction, b: Fraction) -> Bool {
    if a.isNegative != b.isNegative { return a.isNegative }
    var (lesser, greater) = a.isNegative ? (b, a) : (a, b)
    while true {
      let (one, oneRest) = lesser.numerator.quotientAndRemainder(dividingBy: lesser.denominator)
      let (other, otherRest) = greater.numerator.quotientAndRemainder(dividingBy: greater.denominator)
      if one != other { return one < other }
      if oneRest.isZero || otherRest.isZero { return oneRest.isZero && !otherRest.isZero }
      (lesser, greater) = (
        Fraction(isNegative: false, numerator: greater.denominator, denominator: otherRest),
        Fraction(isNegative: false, numerator: lesser.denominator, denominator: oneRest)
      )
    }
  }

  /// The fraction's decimal expansion, cut off and not rounded.
  ///
  /// Sums of expansions cut far behind the digits that are printed round as the sums of the fractions do.
  ///
  /// - Parameter places: how many decimals to give.
  /// - Returns: plain decimal digits without trailing zeros.
  public func expansion(places: Int) -> String {
    DecimalText.of(digits: cut(places: places).description, places: places, isNegative: isNegative)
  }

  /// The amount of the fraction in units of its last decimal, what lies behind cut off.
  func cut(places: Int) -> Magnitude {
    let reduced = lowestTerms
    var (units, rest) = reduced.numerator.quotientAndRemainder(dividingBy: reduced.denominator)
    // As many digits at a time as 64 bits hold, so that the products stay small.
    for start in stride(from: 0, to: places, by: 18) {
      let scale = Magnitude.powerOfTen(min(18, places - start))
      let (digits, remainder) = (rest * scale).quotientAndRemainder(dividingBy: reduced.denominator)
      units = units * scale + digits
      rest = remainder
    }
    return units
  }

  /// The fraction rounded half away from zero to some decimals.
  ///
  /// - Parameter places: how many decimals, 0 to 6.
  /// - Returns: the rounded value, exact.
  public func rounded(places: Int) -> Fraction {
    let scale = (0..<places).reduce(UInt64(1)) { scale, _ in scale * 10 }
    let (quotient, remainder) = (numerator * scale).quotientAndRemainder(dividingBy: denominator)
    let whole = remainder + remainder >= denominator ? quotient + Magnitude(1) : quotient
    return Fraction(isNegative: isNegative, numerator: whole, denominator: Magnitude(UInt128(scale)))
  }

  /// The multiples of a step beside the fraction, which are the same where it is one.
  ///
  /// - Parameter step: the step, above 0.
  /// - Returns: the greatest that is not above the fraction and the least that is not below it; nil where they have more
  ///   digits than a figure holds.
  func figures(every step: Figure) -> (below: Figure, above: Figure)? {
    let (count, rest) = (numerator * 1_000_000)
      .quotientAndRemainder(dividingBy: denominator * Magnitude(step.millionths.magnitude))
    guard case .small(let count) = count, let steps = Int128(exactly: count) else { return nil }
    let (inner, overflows) = steps.multipliedReportingOverflow(by: step.millionths)
    let (outer, overflowsBeyond) = inner.addingReportingOverflow(rest.isZero ? 0 : step.millionths)
    guard !overflows, !overflowsBeyond else { return nil }
    return isNegative
      ? (below: Figure(millionths: -outer), above: Figure(millionths: -inner))
      : (below: Figure(millionths: inner), above: Figure(millionths: outer))
  }
}

extension Magnitude {
  /// A power of ten.
  static func powerOfTen(_ exponent: Int) -> Magnitude {
    (0..<exponent).reduce(Magnitude(1)) { power, _ in power * 10 }
  }
}
