extension Indicator {
  /// Judges the indicator.
  ///
  /// - Parameters:
  ///   - measurement: what its figures add up to.
  ///   - target: the target or allocation that applies; nil where there is none.
  /// - Returns: the judgement with every figure that goes with it (method, sections 4 to 9).
  public func evaluate(_ measurement: Measurement, target: Figure?) -> Evaluation {
    guard let latestDue = measurement.latestDue else { return Evaluation(verdict: .notDue, reason: .nothingDue) }
    guard let figurePeriod = measurement.figurePeriod else {
      var evaluation = Evaluation(verdict: .noData, reason: .nothingAccepted)
      evaluation.coverage = Fraction(0)
      evaluation.isProvisional = true
      return evaluation
    }
    var evaluation = Evaluation(verdict: .notAssessable, reason: .notAssessable(.noTarget))
    fill(&evaluation, from: measurement, figurePeriod: figurePeriod, latestDue: latestDue, target: target)
    judge(&evaluation, measurement, figurePeriod: figurePeriod, target: target)
    return evaluation
  }

  /// The cells that are filled whatever the verdict.
  private func fill(
    _ evaluation: inout Evaluation, from measurement: Measurement, figurePeriod: Int, latestDue: Int, target: Figure?
  ) {
    evaluation.figurePeriod = figurePeriod
    if takesValue { evaluation.value = measurement.value }
    if measure.takesDenominator { evaluation.denominator = measurement.denominator }
    if measure == .dailyAverage { evaluation.denominator = measurement.days.map { Figure($0) } }
    if measure.takesBase { evaluation.baseValue = measurement.baseValue }
    if measure == .intensityChange { evaluation.baseDenominator = measurement.baseDenominator }
    evaluation.actual = actual(of: measurement)
    if measure.takesTarget, let target { evaluation.gap = evaluation.actual?.minus(target) }
    evaluation.expected = expected(at: figurePeriod)
    evaluation.coverage =
      Fraction(Figure(measurement.coverageAccepted), over: Figure(max(1, measurement.coverageDue))) * 100
    evaluation.isProvisional =
      measurement.coverageAccepted < measurement.coverageDue || figurePeriod < latestDue
  }

  /// Rules 3 to 8, and the cells that depend on them (method, sections 6 to 9).
  private func judge(
    _ evaluation: inout Evaluation, _ measurement: Measurement, figurePeriod: Int, target: Figure?
  ) {
    let ratio = ratio(of: measurement, actual: evaluation.actual, target: target)
    guard ratio != nil || meetsWithoutRatio(measurement, target: target) else {
      evaluation.reason = .notAssessable(obstacle(to: measurement, target: target))
      return
    }
    evaluation.attainment = ratio.map { $0 * 100 }
    if let expected = evaluation.expected, !expected.isZero {
      evaluation.pace = ratio.map { $0 * 10_000 / expected }
    }
    project(&evaluation, figurePeriod: figurePeriod, target: target)
    guard let ladder = ladder(of: evaluation, measurement) else { return }
    let rung = ladder.rungs[ladder.place(of: ratio)]
    (evaluation.verdict, evaluation.reason) = (rung.verdict, rung.reason)
  }

  /// The verdicts open to the indicator; nil without a figure period.
  func ladder(of evaluation: Evaluation, _ measurement: Measurement) -> Ladder? {
    guard let expected = evaluation.expected, let figurePeriod = measurement.figurePeriod,
      let latestDue = measurement.latestDue
    else { return nil }
    return Ladder(
      of: self, expected: expected, isOverdue: figurePeriod < latestDue,
      isFinal: measurement.reportedMonth >= dueMonth && !evaluation.isProvisional)
  }

  /// What keeps the target from being judged, the first obstacle in the order of the method's inputs.
  private func obstacle(to measurement: Measurement, target: Figure?) -> Reason.Obstacle {
    if measure.takesTarget && target == nil { return .noTarget }
    if measure.takesTarget && measurement.value == nil || !measure.takesTarget && measurement.progressSum == nil {
      return .valueMissing
    }
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
    return .targetIsZero
  }

  private var takesValue: Bool { measure.takesTarget }

  /// The actual (method, section 4), where its inputs exist and no division is by zero.
  private func actual(of measurement: Measurement) -> Amount? {
    switch measure {
    case .total, .stock, .rate:
      return measurement.value.map { .figure($0) }
    case .growth:
      guard let value = measurement.value, let base = measurement.baseValue, base != .zero else { return nil }
      return .fraction((Fraction(value, over: base) - Fraction(1)) * 100)
    case .share, .ratio:
      guard let value = measurement.value, let denominator = measurement.denominator, denominator != .zero
      else { return nil }
      return .fraction(Fraction(value, over: denominator) * multiplier)
    case .intensityChange:
      guard let value = measurement.value, let denominator = measurement.denominator, denominator != .zero,
        let baseValue = measurement.baseValue, baseValue != .zero,
        let baseDenominator = measurement.baseDenominator, baseDenominator != .zero
      else { return nil }
      let change = Fraction(value, over: denominator) / Fraction(baseValue, over: baseDenominator)
      return .fraction((change - Fraction(1)) * 100)
    case .dailyAverage:
      guard let value = measurement.value, let days = measurement.days, days > 0 else { return nil }
      return .fraction(Fraction(value, over: Figure(days)))
    case .milestone, .progress:
      guard let sum = measurement.progressSum, measurement.reportersWithFigure > 0 else { return nil }
      let mean = Fraction(sum, over: Figure(measurement.reportersWithFigure))
      let isComplete = measurement.reportersWithFigure >= measurement.expectedReporters
      return .fraction(!isComplete && mean >= Fraction(99) ? Fraction(99) : mean)
    }
  }

  /// Attainment as a ratio, 1 = the target is just met (method, section 6); nil when there is none.
  private func ratio(of measurement: Measurement, actual: Amount?, target: Figure?) -> Fraction? {
    guard let actual else { return nil }
    if !measure.takesTarget { return actual.exact / Fraction(100) }
    guard let target, let level = level(of: measurement), let required = required(by: target, measurement)
    else { return nil }
    switch direction {
    case .atLeast, .maintain: return required.isPositive ? level / required : nil
    case .atMost: return level.isPositive ? required / level : nil
    case nil: return nil
    }
  }

  /// Whether an at_most indicator meets its target by a level of zero or less (method, section 6).
  private func meetsWithoutRatio(_ measurement: Measurement, target: Figure?) -> Bool {
    guard direction == .atMost, let target, let level = level(of: measurement),
      required(by: target, measurement) != nil
    else { return false }
    return !level.isPositive
  }

  /// The level reached, which the ratio compares with the level required: A, N/D in percent, or A a day.
  private func level(of measurement: Measurement) -> Fraction? {
    guard let value = measurement.value else { return nil }
    switch measure {
    case .total, .stock, .growth:
      return Fraction(value)
    case .rate:
      return factor(of: value)
    case .share, .ratio, .intensityChange:
      guard let denominator = measurement.denominator, denominator > .zero else { return nil }
      let quotient = Fraction(value, over: denominator)
      return quotient * multiplier
    case .dailyAverage:
      guard let days = measurement.days, days > 0 else { return nil }
      return Fraction(value, over: Figure(days))
    case .milestone, .progress:
      return nil
    }
  }

  /// The level that the target asks for; nil where a base is missing or not positive.
  private func required(by target: Figure, _ measurement: Measurement) -> Fraction? {
    switch measure {
    case .rate:
      return factor(of: target)
    case .growth:
      guard let base = measurement.baseValue, base > .zero else { return nil }
      return Fraction(base) * factor(of: target)
    case .intensityChange:
      guard let baseValue = measurement.baseValue, baseValue > .zero,
        let baseDenominator = measurement.baseDenominator, baseDenominator > .zero
      else { return nil }
      return Fraction(baseValue, over: baseDenominator) * factor(of: target)
    default:
      return Fraction(target)
    }
  }

  /// What N/D is multiplied by: percent of a share, the scale of a ratio.
  private var multiplier: Fraction {
    switch measure {
    case .share: Fraction(100)
    case .ratio: Fraction(scale)
    default: Fraction(1)
    }
  }

  /// 1 + v/100 of a signed percent change.
  func factor(of target: Figure) -> Fraction {
    Fraction(Figure(millionths: target.millionths + 100_000_000), over: Figure(100))
  }

  /// Expected progress in percent at a month (method, section 7).
  private func expected(at month: Int) -> Fraction {
    guard growsTowardsTarget else { return Fraction(100) }
    if let profile { return Fraction(profile.percentage(at: month)) }
    return month >= dueMonth ? Fraction(100) : Fraction(Figure(month), over: Figure(dueMonth)) * 100
  }

  /// Projection and what is left to do (method, section 9).
  private func project(_ evaluation: inout Evaluation, figurePeriod: Int, target: Figure?) {
    guard measure == .total, direction == .atLeast, let value = evaluation.value, let target else { return }
    if let expected = evaluation.expected, !expected.isZero {
      evaluation.projected = Fraction(value) * 100 / expected
    }
    if figurePeriod < dueMonth {
      let left = max(target - value, .zero)
      evaluation.requiredPerMonth = Fraction(left, over: Figure(dueMonth - figurePeriod))
    }
  }
}
