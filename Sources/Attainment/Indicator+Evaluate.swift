extension Indicator {
  /// Judges the indicator.
  ///
  /// - Parameters:
  ///   - measurement: what its figures add up to.
  ///   - target: the target or allocation that applies; nil where there is none.
  ///   - districtTarget: the district's target in force, of which a profile's amounts are a part; nil where there is none.
  /// - Returns: the judgement with every figure that goes with it (method, sections 4 to 10).
  public func evaluate(
    _ measurement: Measurement, target: Target?, districtTarget: Figure? = nil
  ) -> Evaluation {
    var evaluation = Evaluation(verdict: .notDue, reason: .nothingDue)
    if measurement.latestDue != nil || measurement.figurePeriod != nil {
      fill(&evaluation, from: measurement, target: target, districtTarget: districtTarget)
      if isReference {
        evaluation.expected = nil
      } else {
        judge(&evaluation, measurement, target: target)
      }
    }
    if isReference { (evaluation.verdict, evaluation.reason) = (.forReference, .reference) }
    evaluation.credit = credit(of: evaluation)
    return evaluation
  }

  /// The cells that are filled whatever the verdict.
  private func fill(
    _ evaluation: inout Evaluation, from measurement: Measurement, target: Target?, districtTarget: Figure?
  ) {
    evaluation.coverage = Fraction(0)
    evaluation.isProvisional = true
    guard let figurePeriod = measurement.figurePeriod else { return }
    evaluation.figurePeriod = figurePeriod
    if measure.takesTarget { evaluation.value = measurement.value }
    if measure.takesDenominator { evaluation.denominator = measurement.denominator }
    if measure == .dailyAverage { evaluation.denominator = measurement.days.map { Figure($0) } }
    if measure.takesBase { evaluation.baseValue = measurement.baseValue }
    if measure == .intensityChange { evaluation.baseDenominator = measurement.baseDenominator }
    evaluation.actual = actual(of: measurement)
    if measure.takesTarget, let target { evaluation.gap = evaluation.actual?.minus(target.value) }
    evaluation.paced = paced(at: figurePeriod, of: districtTarget)
    evaluation.expected = evaluation.paced.map { counted($0, of: target?.figure) }
    evaluation.coverage =
      Fraction(Figure(measurement.coverageAccepted), over: Figure(max(1, measurement.coverageDue))) * 100
    evaluation.isProvisional =
      measurement.coverageAccepted < measurement.coverageDue || measurement.isOverdue
      || measurement.dependsOnProvisional
  }

  /// Rules 2 to 8, and the cells that depend on them (method, sections 6 to 9).
  private func judge(_ evaluation: inout Evaluation, _ measurement: Measurement, target: Target?) {
    guard let figurePeriod = measurement.figurePeriod else {
      (evaluation.verdict, evaluation.reason) =
        measurement.awaitsReview ? (.awaitingReview, .nothingReviewed) : (.noData, .nothingAccepted)
      return
    }
    if let obstacle = obstacle(to: measurement, evaluation, target: target) {
      (evaluation.verdict, evaluation.reason) = (.notAssessable, .notAssessable(obstacle))
      return
    }
    let ratio = ratio(of: evaluation.actual, to: target)
    evaluation.isMetByNothing = ratio == nil
    evaluation.attainment = ratio.map { $0 * 100 }
    if let ratio, let expected = evaluation.expected { evaluation.pace = pace(of: ratio, expected: expected) }
    project(&evaluation, figurePeriod: figurePeriod, target: target)
    guard let ladder = ladder(of: evaluation, measurement) else { return }
    let rung = ladder.rungs[ladder.place(of: ratio)]
    (evaluation.verdict, evaluation.reason) = (rung.verdict, rung.reason)
  }

  /// The verdicts open to the indicator; nil without a figure period.
  func ladder(of evaluation: Evaluation, _ measurement: Measurement) -> Ladder? {
    guard let expected = evaluation.expected, let figurePeriod = measurement.figurePeriod else { return nil }
    let overdue: (Verdict, Reason)? =
      if measurement.isOverdue {
        measurement.awaitsReview
          ? (.awaitingReview, .latestPeriodAwaitsReview) : (.overdue, .latestPeriodOutstanding)
      } else {
        nil
      }
    return Ladder(
      of: self, expected: expected, overdue: overdue, isFinal: figurePeriod >= dueMonth && !evaluation.isProvisional)
  }

  /// Pace in percent; nil where nothing is expected yet (method, section 7).
  private func pace(of ratio: Fraction, expected: Fraction) -> Fraction? {
    if direction == .atMost { return ratio * expected }
    return expected.isZero ? nil : ratio * 10_000 / expected
  }

  /// What it counts in a score (method, section 10).
  private func credit(of evaluation: Evaluation) -> Fraction? {
    switch evaluation.verdict {
    case .forReference, .notDue, .awaitingReview: return nil
    case .noData, .overdue: return Fraction(0)
    case .notAssessable: return lacksBase(evaluation) ? Fraction(0) : nil
    case .attained, .missed, .onTrack, .behind, .offTrack:
      let nothingExpected = evaluation.expected?.isZero ?? false
      if nothingExpected && evaluation.verdict == .onTrack { return nil }
      if evaluation.isMetByNothing { return Fraction(100) }
      let isFinal = evaluation.verdict == .attained || evaluation.verdict == .missed
      return (nothingExpected && isFinal ? evaluation.attainment : evaluation.pace)?.clamped(through: 100)
    }
  }

  /// Whether a reporter's base is missing, whatever else keeps the target from being judged.
  private func lacksBase(_ evaluation: Evaluation) -> Bool {
    measure.takesBase && evaluation.baseValue == nil
      || measure == .intensityChange && evaluation.baseDenominator == nil
  }

  /// Projection and what is left to do (method, section 9).
  private func project(_ evaluation: inout Evaluation, figurePeriod: Int, target: Target?) {
    guard measure == .total, let value = evaluation.value, let target = target?.figure else { return }
    if let paced = evaluation.paced, !paced.isZero { evaluation.projected = Fraction(value) * 100 / paced }
    if direction == .atLeast, figurePeriod < dueMonth {
      evaluation.requiredPerMonth = Fraction(max(target - value, .zero), over: Figure(dueMonth - figurePeriod))
    }
  }
}

extension Measurement {
  /// Whether the latest period that is due has no figure (method, section 5).
  public var isOverdue: Bool {
    guard let latestDue else { return false }
    return figurePeriod.map { $0 < latestDue } ?? true
  }
}
