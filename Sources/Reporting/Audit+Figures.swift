import Attainment
import Wording

/// Findings about what single figures say.
extension Audit.Subject {
  func cumulativeDecrease() -> [Finding] {
    guard definition.accumulation == .cumulative else { return [] }
    return eachPair(.cumulativeDecrease) { before, counted in
      guard let earlier = before.counted.value, let value = counted.value, value < earlier,
        !(definition.measure == .growth && ledger.baseValue(of: counted.revision) == Figure(100))
      else { return nil }
      return FindingSentence.cumulativeDecrease(value: value, earlier: earlier, of: before.period)
    }
  }

  func jump() -> [Finding] {
    let measures: Set<Measure> = [.milestone, .progress, .rate]
    guard !measures.contains(definition.measure), !definition.isWhole,
      !(definition.accumulation == .monthly && definition.profile != nil)
    else { return [] }
    return eachPair(.jump) { before, counted in
      let parts: [(Figure?, Figure?)] = [
        (before.counted.value, counted.value), (before.counted.denominator, counted.denominator),
        (ledger.baseValue(of: before.counted.revision), ledger.baseValue(of: counted.revision)),
        (ledger.baseDenominator(of: before.counted.revision), ledger.baseDenominator(of: counted.revision)),
      ]
      let jumps = parts.compactMap { earlier, now -> (earlier: Figure, now: Figure)? in
        guard let earlier, let now, now.isTenfold(of: earlier) || earlier.isTenfold(of: now) else { return nil }
        return (earlier, now)
      }
      return jumps.isEmpty ? nil : FindingSentence.jump(jumps, since: before.period)
    }
  }

  func negativeValue() -> [Finding] {
    guard definition.accumulation != .monthly, definition.measure != .rate else { return [] }
    return eachCounted(.negativeValue) { _, counted in
      counted.value.flatMap { $0 < .zero ? FindingSentence.negativeValue($0) : nil }
    }
  }

  func implausible() -> [Finding] {
    guard definition.measure.takesTarget, entry.plausibleMin != nil || entry.plausibleMax != nil else { return [] }
    return eachCounted(.implausible) { _, counted in
      guard let own = definition.ownFigure(of: counted) else { return nil }
      let isBelow = entry.plausibleMin.map { own.exact < Fraction($0) } ?? false
      let isAbove = entry.plausibleMax.map { Fraction($0) < own.exact } ?? false
      return isBelow || isAbove
        ? FindingSentence.implausible(own, from: entry.plausibleMin, to: entry.plausibleMax) : nil
    }
  }

  func baseDiffers() -> [Finding] {
    guard definition.measure.takesBase else { return [] }
    return eachCounted(.baseDiffers) { place, counted in
      guard let lastYear = figures.lastYear(place) else { return nil }
      let base = differing(ledger.baseValue(of: counted.revision), lastYear.value).map {
        FindingSentence.baseDiffers(stated: $0.stated, lastYear: $0.lastYear)
      }
      guard definition.measure == .intensityChange else { return base }
      let denominator = differing(ledger.baseDenominator(of: counted.revision), lastYear.denominator).map {
        FindingSentence.baseDenominatorDiffers(stated: $0.stated, lastYear: $0.lastYear)
      }
      return FindingSentence.joined(base, denominator)
    }
  }

  func baseFilled() -> [Finding] {
    guard definition.measure.takesBase else { return [] }
    return eachTaken(.baseFilled) { counted in
      guard counted.isBaseFilled else { return nil }
      let base = ledger.baseValue(of: counted.revision) == nil ? counted.baseValue : nil
      let denominator = ledger.baseDenominator(of: counted.revision) == nil ? counted.baseDenominator : nil
      return FindingSentence.joined(
        base.map { FindingSentence.baseFilled($0) }, denominator.map { FindingSentence.baseDenominatorFilled($0) })
    }
  }

  func noBase() -> [Finding] {
    guard definition.measure.takesBase else { return [] }
    return eachTaken(.noBase) { counted in
      FindingSentence.joined(
        counted.baseValue == nil ? FindingSentence.noBase(value: counted.value) : nil,
        definition.measure == .intensityChange && counted.baseDenominator == nil
          ? FindingSentence.noBaseDenominator(denominator: counted.denominator) : nil)
    }
  }

  /// A finding about each accepted figure beside the same reporter's accepted one before it.
  private func eachPair(
    _ code: FindingCode, _ body: ((period: Month, counted: YearFigures.Counted), YearFigures.Counted) -> Phrase?
  ) -> [Finding] {
    var before: (assignment: Int, period: Month, counted: YearFigures.Counted)?
    return eachCounted(code) { place, counted in
      defer {
        before = inForce.month(place.period).map { (place.assignment, $0, counted) }
      }
      guard let before, before.assignment == place.assignment else { return nil }
      return body((before.period, before.counted), counted)
    }
  }

  private func differing(_ stated: Figure?, _ lastYear: Figure?) -> (stated: Figure, lastYear: Figure)? {
    guard let stated, let lastYear, stated != lastYear, stated != Figure(100) else { return nil }
    return (stated, lastYear)
  }
}

extension Indicator {
  /// What a single figure says by itself: its value, or its own percentage or ratio where what it divides by is positive.
  fileprivate func ownFigure(of counted: YearFigures.Counted) -> Amount? {
    let divisors = [
      measure.takesDenominator ? .some(counted.denominator) : nil, measure.takesBase ? .some(counted.baseValue) : nil,
      measure == .intensityChange ? .some(counted.baseDenominator) : nil,
    ].compactMap { $0 }
    guard !divisors.isEmpty else { return counted.value.map { .figure($0) } }
    guard divisors.allSatisfy({ $0.map { $0 > .zero } ?? false }) else { return nil }
    return actual(
      of: Measurement(
        reportedMonth: 1, value: counted.value, denominator: counted.denominator, baseValue: counted.baseValue,
        baseDenominator: counted.baseDenominator))
  }
}

extension Figure {
  /// Whether it is ten times another or more by amount, neither being 0.
  fileprivate func isTenfold(of other: Figure) -> Bool {
    other != .zero && self != .zero && millionths.magnitude >= other.millionths.magnitude * 10
  }
}
