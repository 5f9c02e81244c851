/// What the measures differ in (method, sections 4, 6 and 7).
extension Indicator {
  /// The actual (method, section 4), where its inputs exist and no division is by zero.
  public func actual(of measurement: Measurement) -> Amount? {
    switch measure {
    case .total, .stock, .rate:
      return measurement.value.map { .figure($0) }
    case .growth:
      return change(measurement.value, from: measurement.baseValue).map { .fraction($0) }
    case .share:
      return quotient(measurement.value, measurement.denominator).map { .fraction($0 * 100) }
    case .ratio:
      return quotient(measurement.value, measurement.denominator).map { .fraction($0 * Fraction(scale)) }
    case .intensityChange:
      guard let now = quotient(measurement.value, measurement.denominator),
        let before = quotient(measurement.baseValue, measurement.baseDenominator), !before.isZero
      else { return nil }
      return .fraction((now / before - Fraction(1)) * 100)
    case .dailyAverage:
      return quotient(measurement.value, measurement.days.map { Figure($0) }).map { .fraction($0) }
    case .milestone, .progress:
      guard let sum = measurement.progressSum, measurement.reportersWithFigure > 0 else { return nil }
      let mean = Fraction(sum, over: Figure(measurement.reportersWithFigure))
      let isComplete = measurement.reportersWithFigure >= measurement.expectedReporters
      return .fraction(isComplete ? mean : .lesser(mean, Fraction(99)))
    }
  }

  /// The days over which a quantity is averaged (method, section 4): of the months covered by the periods with a figure
  /// where these add up, otherwise of the year so far.
  ///
  /// - Parameters:
  ///   - periods: the periods with a figure, 1 to 12.
  ///   - figurePeriod: the figure period.
  ///   - year: the plan year.
  /// - Returns: the number of days.
  public func days(covering periods: Set<Int>, through figurePeriod: Int, of year: Int) -> Int {
    let covered =
      accumulation == .monthly
      ? periods.flatMap { frequency.coverage(from: $0)...$0 } : Array(1...figurePeriod)
    return covered.reduce(0) { days, month in days + (Month(year: year, month: month)?.days ?? 0) }
  }

  private func quotient(_ numerator: Figure?, _ denominator: Figure?) -> Fraction? {
    guard let numerator, let denominator, denominator != .zero else { return nil }
    return Fraction(numerator, over: denominator)
  }

  private func change(_ value: Figure?, from base: Figure?) -> Fraction? {
    quotient(value, base).map { ($0 - Fraction(1)) * 100 }
  }

  /// Attainment as a ratio, 1 = the target is just met (method, section 6); nil where it is infinite.
  ///
  /// Every measure compares levels: a percent change the level reached, 100 + actual, with the one asked for, 100 + v. The
  /// target must be one that can be judged by.
  public func ratio(of actual: Amount?, to target: Target?) -> Fraction? {
    guard let actual else { return nil }
    guard let required = requiredLevel(of: target) else { return actual.exact / Fraction(100) }
    let level = level(of: actual.exact)
    guard direction == .atMost else { return level / required }
    return level.isPositive ? required / level : nil
  }

  /// The level of an actual or a target: itself, or of a percent change 100 + it.
  func level(of amount: Fraction) -> Fraction { measure.isPercentChange ? amount + Fraction(100) : amount }

  /// The actual of a level.
  func actual(ofLevel level: Fraction) -> Fraction { measure.isPercentChange ? level - Fraction(100) : level }

  /// The level that the target asks for, its tolerance granted; nil for work that carries no target.
  func requiredLevel(of target: Target?) -> Fraction? {
    measure.takesTarget ? target.map { level(of: $0.granted(direction).exact) } : nil
  }

  /// What keeps the target from being judged, the first in the order of the method's inputs; nil where nothing does.
  func obstacle(to measurement: Measurement, _ evaluation: Evaluation, target: Target?) -> Reason.Obstacle? {
    guard measure.takesTarget else { return measurement.progressSum == nil ? .valueMissing : nil }
    guard let required = requiredLevel(of: target), evaluation.expected != nil else { return .noTarget }
    if measurement.value == nil { return .valueMissing }
    if measure.takesBase {
      guard let base = measurement.baseValue else { return .baseMissing }
      if base <= .zero { return .baseNotPositive(base) }
    }
    if measure.takesDenominator {
      guard let denominator = measurement.denominator else { return .denominatorMissing }
      if denominator <= .zero { return .denominatorNotPositive(denominator) }
    }
    if measure == .intensityChange {
      guard let denominator = measurement.baseDenominator else { return .baseDenominatorMissing }
      if denominator <= .zero { return .baseDenominatorNotPositive(denominator) }
    }
    let isDivisor = direction != .atMost
    return required.isPositive || required.isZero && !isDivisor ? nil : .targetNotPositive
  }

  /// Expected progress in percent at a month, before whole things are counted (method, section 7).
  ///
  /// - Returns: nil where a profile's amounts have no target to be divided by.
  func paced(at month: Int, of districtTarget: Figure?) -> Fraction? {
    if let profile {
      let expected = profile.expected(at: month, of: districtTarget)
      return measure.isPaced ? expected.map { .lesser($0, Fraction(100)) } : expected
    }
    guard measure.isPaced, month < dueMonth else { return Fraction(100) }
    switch pacing {
    case .linear: return Fraction(Figure(month), over: Figure(dueMonth)) * 100
    case .atDue: return Fraction(0)
    }
  }

  /// What is expected in whole things: as many as a part of the target holds (method, section 7).
  func counted(_ paced: Fraction, of target: Figure?) -> Fraction {
    guard let target, countsWhole(towards: target) else { return paced }
    return (Fraction(target) * paced / Fraction(100)).roundedDown / Fraction(target) * 100
  }
}
