import Attainment
import Wording

/// Findings about what single figures say.
extension Audit.Subject {
  func cumulativeDecrease() -> [Finding] {
    guard definition.accumulation == .cumulative else { return [] }
    return eachPair(.cumulativeDecrease) { before, counted in
      definition.decrease(from: before.counted.stated, to: counted.stated).map {
        FindingSentence.cumulativeDecrease(value: $0.now, earlier: $0.earlier, of: before.period)
      }
    }
  }

  func jump() -> [Finding] {
    guard definition.mayJump else { return [] }
    return eachPair(.jump) { before, counted in
      let jumps = definition.jumps(from: before.counted.stated, to: counted.stated)
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
      guard let own = definition.ownFigure(of: counted.quantities), !entry.isPlausible(own) else { return nil }
      return FindingSentence.implausible(own, from: entry.plausibleMin, to: entry.plausibleMax)
    }
  }

  func baseDiffers() -> [Finding] {
    guard definition.measure.takesBase else { return [] }
    return eachCounted(.baseDiffers) { place, counted in
      guard let lastYear = figures.lastYear(place) else { return nil }
      let differing = definition.differingBases(
        counted.stated, from: lastYear.quantities)
      return FindingSentence.basesDiffer(differing.value, denominator: differing.denominator)
    }
  }

  func baseFilled() -> [Finding] {
    guard definition.measure.takesBase else { return [] }
    return eachTaken(.baseFilled) { counted in
      let filled = counted.quantities.bases(filledIn: counted.stated)
      return FindingSentence.joined(
        filled.value.map { FindingSentence.baseFilled($0) },
        filled.denominator.map { FindingSentence.baseDenominatorFilled($0) })
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
}
