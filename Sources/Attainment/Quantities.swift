/// What a submission carries in numbers: a value or numerator, its denominator, and both of the same period of the year
/// before (method, section 4).
public struct Quantities: Sendable, Hashable {
  /// Value or numerator.
  public var value: Figure?
  /// Denominator.
  public var denominator: Figure?
  /// Base: the value of the same period of the year before.
  public var baseValue: Figure?
  /// Base denominator: the denominator of that period.
  public var baseDenominator: Figure?

  /// Quantities; nil is what is not there.
  public init(
    value: Figure? = nil, denominator: Figure? = nil, baseValue: Figure? = nil, baseDenominator: Figure? = nil
  ) {
    self.value = value
    self.denominator = denominator
    self.baseValue = baseValue
    self.baseDenominator = baseDenominator
  }

  /// Whether a base that a measure takes is left empty.
  public func leavesBaseOpen(_ measure: Measure) -> Bool {
    measure.takesBase && (baseValue == nil || measure == .intensityChange && baseDenominator == nil)
  }

  /// The same with the bases left empty taken from the figure of the year before (method, section 4).
  ///
  /// - Parameters:
  ///   - lastYear: that figure; nil where there is none.
  ///   - measure: the measure, which may take one base, both or none.
  /// - Returns: the quantities, with each base that was stated as it was.
  public func filled(from lastYear: Quantities?, _ measure: Measure) -> Quantities {
    var filled = self
    if measure.takesBase { filled.baseValue = baseValue ?? lastYear?.value }
    if measure == .intensityChange { filled.baseDenominator = baseDenominator ?? lastYear?.denominator }
    return filled
  }

  /// The bases that were filled.
  ///
  /// - Parameter stated: the quantities before.
  /// - Returns: each base that is there now and was not.
  public func bases(filledIn stated: Quantities) -> (value: Figure?, denominator: Figure?) {
    (
      value: stated.baseValue == nil ? baseValue : nil,
      denominator: stated.baseDenominator == nil ? baseDenominator : nil
    )
  }

  /// Each number that both have.
  fileprivate func paired(with other: Quantities) -> [(Figure, Figure)] {
    [
      (value, other.value), (denominator, other.denominator), (baseValue, other.baseValue),
      (baseDenominator, other.baseDenominator),
    ].compactMap { a, b in a.flatMap { a in b.map { (a, $0) } } }
  }
}

/// What a single figure tells by itself, or beside the one before it and last year's (method, section 11). A run looks at
/// what is accepted, intake at what comes in, by the same rules.
extension Indicator {
  /// What a single figure says by itself: its value, or its own percentage or ratio where what it divides by is positive.
  ///
  /// - Parameter quantities: the figure, with the base that counts, stated or last year's.
  /// - Returns: nil where a number is missing, or what it divides by is zero or less.
  public func ownFigure(of quantities: Quantities) -> Amount? {
    let divisors = [
      measure.takesDenominator ? .some(quantities.denominator) : nil,
      measure.takesBase ? .some(quantities.baseValue) : nil,
      measure == .intensityChange ? .some(quantities.baseDenominator) : nil,
    ].compactMap { $0 }
    guard !divisors.isEmpty else { return quantities.value.map { .figure($0) } }
    guard divisors.allSatisfy({ $0.map { $0 > .zero } ?? false }) else { return nil }
    return actual(
      of: Measurement(
        reportedMonth: 1, value: quantities.value, denominator: quantities.denominator,
        baseValue: quantities.baseValue, baseDenominator: quantities.baseDenominator))
  }

  /// A cumulative value below an earlier one of the year; not where the later figure is an index, its base being 100.
  ///
  /// - Parameters:
  ///   - earlier: the same reporter's figure of the period before, as stated.
  ///   - now: the figure, as stated.
  /// - Returns: both values; nil where the value does not fall.
  public func decrease(from earlier: Quantities, to now: Quantities) -> (earlier: Figure, now: Figure)? {
    guard accumulation == .cumulative, let before = earlier.value, let value = now.value, value < before,
      !(measure == .growth && now.baseValue == Figure(100))
    else { return nil }
    return (before, value)
  }

  /// Whether figures of it are held against the one before for slips of units.
  public var mayJump: Bool {
    switch measure {
    case .milestone, .progress, .rate: false
    default: !isWhole && !(accumulation == .monthly && profile != nil)
    }
  }

  /// Numbers ten times those of the period before or more, or a tenth of them, by amount and whatever the sign.
  ///
  /// - Parameters:
  ///   - earlier: the same reporter's figure of the period before, as stated.
  ///   - now: the figure, as stated.
  /// - Returns: each number that differs by so much; none where jumps mean nothing.
  public func jumps(from earlier: Quantities, to now: Quantities) -> [(earlier: Figure, now: Figure)] {
    guard mayJump else { return [] }
    return earlier.paired(with: now).filter { $1.isTenfold(of: $0) || $0.isTenfold(of: $1) }
      .map { (earlier: $0, now: $1) }
  }

  /// Stated bases that are not last year's figures; one that is stated as 100 makes the figure an index.
  ///
  /// - Parameters:
  ///   - stated: the figure, as stated.
  ///   - lastYear: last year's figure.
  /// - Returns: the base and the base denominator with what they are compared with, where they differ.
  public func differingBases(
    _ stated: Quantities, from lastYear: Quantities
  ) -> (value: (stated: Figure, lastYear: Figure)?, denominator: (stated: Figure, lastYear: Figure)?) {
    guard measure.takesBase else { return (nil, nil) }
    let value = Self.differing(stated.baseValue, lastYear.value)
    guard measure == .intensityChange else { return (value, nil) }
    return (value, Self.differing(stated.baseDenominator, lastYear.denominator))
  }

  private static func differing(_ stated: Figure?, _ lastYear: Figure?) -> (stated: Figure, lastYear: Figure)? {
    guard let stated, let lastYear, stated != lastYear, stated != Figure(100) else { return nil }
    return (stated, lastYear)
  }

  /// Whether an attainment is so far above the target that a slip of units is likelier.
  ///
  /// - Parameter attainment: attainment in percent.
  /// - Returns: whether it is above 300 %, of a measure of which that says something.
  public func isFarAboveTarget(_ attainment: Fraction) -> Bool {
    switch measure {
    case .total, .stock, .share, .ratio, .dailyAverage:
      direction == .atLeast && !isWhole && Fraction(300) < attainment
    default: false
    }
  }
}

extension Figure {
  /// Whether it is ten times another or more by amount, neither being 0.
  fileprivate func isTenfold(of other: Figure) -> Bool {
    other != .zero && self != .zero && millionths.magnitude >= other.millionths.magnitude * 10
  }
}
