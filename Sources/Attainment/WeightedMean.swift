/// A weighted mean of credits, 0 or more (method, sections 10 and 15).
///
/// The exact sum of hundreds of quotients has a denominator that no fixed room holds. So each term is cut 60 decimals behind
/// the point and the mean rounded to 40: it prints, and compares with a bound of 6 decimals, as the exact one does.
public struct WeightedMean: Sendable {
  /// The terms in 10⁻⁶⁶: 60 decimals of a credit by 6 of its weight.
  private var terms = Magnitude()
  /// The weights in 10⁻⁶.
  private var weights = Magnitude()

  /// A mean of nothing.
  public init() {}

  /// Adds a credit.
  ///
  /// - Parameters:
  ///   - credit: 0 or more.
  ///   - weight: above 0.
  public mutating func add(_ credit: Fraction, weight: Figure = Figure(1)) {
    let weight = Magnitude(weight.millionths.magnitude)
    terms = terms + credit.cut(places: 60) * weight
    weights = weights + weight
  }

  /// The mean to 40 decimals; nil of nothing.
  public var value: Fraction? {
    guard !weights.isZero else { return nil }
    // Both are millionths of weights, which cancel out.
    let mean = terms.quotientAndRemainder(dividingBy: weights).quotient
    let cut = Magnitude.powerOfTen(20)
    let half = cut.quotientAndRemainder(dividingBy: Magnitude(2)).quotient
    return Fraction(
      isNegative: false, numerator: (mean + half).quotientAndRemainder(dividingBy: cut).quotient,
      denominator: Magnitude.powerOfTen(40)
    ).lowestTerms
  }
}
