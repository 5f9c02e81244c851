/// An exact fraction, never rounded and not in lowest terms.
public struct Fraction: Sendable {
  let isNegative: Bool
  let numerator: Magnitude
  let denominator: Magnitude

  init(isNegative: Bool, numerator: Magnitude, denominator: Magnitude) {
    self.isNegative = isNegative && !numerator.isZero
    self.numerator = numerator
    self.denominator = denominator
  }

  /// A figure divided by another that is not zero.
  public init(_ numerator: Figure, over denominator: Figure) {
    precondition(denominator.millionths != 0, "a division by zero")
    self.init(
      isNegative: (numerator.millionths < 0) != (denominator.millionths < 0),
      numerator: Magnitude(numerator.millionths.magnitude), denominator: Magnitude(denominator.millionths.magnitude))
  }

  /// A figure as a fraction of millionths.
  public init(_ figure: Figure) {
    self.init(
      isNegative: figure.millionths < 0, numerator: Magnitude(figure.millionths.magnitude),
      denominator: Magnitude(1_000_000))
  }

  /// A whole number.
  public init(_ value: Int) {
    self.init(isNegative: value < 0, numerator: Magnitude(UInt128(value.magnitude)), denominator: Magnitude(1))
  }

  var isZero: Bool { numerator.isZero }

  var isPositive: Bool { !isNegative && !isZero }

  /// The product of two fractions.
  public static func * (a: Fraction, b: Fraction) -> Fraction {
    Fraction(
      isNegative: a.isNegative != b.isNegative, numerator: a.numerator * b.numerator,
      denominator: a.denominator * b.denominator)
  }

  static func * (a: Fraction, b: UInt64) -> Fraction {
    Fraction(isNegative: a.isNegative, numerator: a.numerator * b, denominator: a.denominator)
  }

  /// A quotient by a fraction that is not zero.
  static func / (a: Fraction, b: Fraction) -> Fraction {
    precondition(!b.isZero, "a division by zero")
    return Fraction(
      isNegative: a.isNegative != b.isNegative, numerator: a.numerator * b.denominator,
      denominator: a.denominator * b.numerator)
  }

  /// The sum of two fractions.
  public static func + (a: Fraction, b: Fraction) -> Fraction {
    a - Fraction(isNegative: !b.isNegative, numerator: b.numerator, denominator: b.denominator)
  }

  static func - (a: Fraction, b: Fraction) -> Fraction {
    let left = a.numerator * b.denominator
    let right = b.numerator * a.denominator
    let denominator = a.denominator * b.denominator
    if a.isNegative != b.isNegative {
      return Fraction(isNegative: a.isNegative, numerator: left + right, denominator: denominator)
    }
    return left >= right
      ? Fraction(isNegative: a.isNegative, numerator: left - right, denominator: denominator)
      : Fraction(isNegative: !a.isNegative, numerator: right - left, denominator: denominator)
  }

  /// Whether one fraction is at least another, by cross-multiplication.
  static func >= (a: Fraction, b: Fraction) -> Bool {
    if a.isNegative != b.isNegative { return b.isNegative }
    let left = a.numerator * b.denominator
    let right = b.numerator * a.denominator
    return a.isNegative ? left <= right : left >= right
  }

  /// The greatest whole number that is not greater, of a fraction of 0 or more.
  var roundedDown: Fraction {
    Fraction(
      isNegative: false, numerator: numerator.quotientAndRemainder(dividingBy: denominator).quotient,
      denominator: Magnitude(1))
  }

  /// The fraction rounded once, half away from zero, to 4 decimals (method, section 1).
  public var rounded: Quotient {
    let (quotient, remainder) = (numerator * 10_000).quotientAndRemainder(dividingBy: denominator)
    let roundsUp = remainder + remainder >= denominator
    return Quotient(isNegative: isNegative, tenThousandths: roundsUp ? quotient + Magnitude(1) : quotient)
  }

  /// Whether `rounded` is another number than the fraction.
  public var isRounded: Bool {
    !(numerator * 10_000).quotientAndRemainder(dividingBy: denominator).remainder.isZero
  }

  /// The fraction in lowest terms.
  public var lowestTerms: Fraction {
    let divisor = Magnitude.greatestCommonDivisor(numerator, denominator)
    return Fraction(
      isNegative: isNegative, numerator: numerator.quotientAndRemainder(dividingBy: divisor).quotient,
      denominator: denominator.quotientAndRemainder(dividingBy: divisor).quotient)
  }

  /// The numerator in decimal digits, with the fraction's sign.
  public var numeratorText: String { (isNegative ? "-" : "") + numerator.description }

  /// The denominator in decimal digits, always positive.
  public var denominatorText: String { denominator.description }
}
