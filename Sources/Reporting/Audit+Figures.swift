import Attainment
import Wording

/// Findings about what single figures say.
extension Audit {
  func cumulativeDecrease(_ indicator: Int) -> [Finding] {
    guard definition(indicator).accumulation == .cumulative else { return [] }
    var findings: [Finding] = []
    var before: (place: YearFigures.Place, value: Figure?)?
    forEachCounted(indicator) { place, counted in
      if let before, before.place.assignment == place.assignment, let earlier = before.value,
        let value = counted.value, value < earlier, let period = results.inForce.month(before.place.period)
      {
        findings.append(
          finding(
            .cumulativeDecrease, indicator, place,
            FindingSentence.cumulativeDecrease(value: value, earlier: earlier, of: period)))
      }
      before = (place, counted.value)
    }
    return findings
  }

  func negativeValue(_ indicator: Int) -> [Finding] {
    guard definition(indicator).accumulation != .monthly else { return [] }
    return eachCounted(.negativeValue, of: indicator) { _, counted in
      counted.value.flatMap { $0 < .zero ? FindingSentence.negativeValue($0) : nil }
    }
  }

  func baseDiffers(_ indicator: Int) -> [Finding] {
    let measure = definition(indicator).measure
    guard measure.takesBase else { return [] }
    return eachCounted(.baseDiffers, of: indicator) { place, counted in
      guard let lastYear = figures.lastYear(place) else { return nil }
      let base = differing(ledger.baseValue(of: counted.revision), ledger.value(of: lastYear)).map {
        FindingSentence.baseDiffers(stated: $0.stated, lastYear: $0.lastYear)
      }
      guard measure == .intensityChange else { return base }
      let denominator = differing(ledger.baseDenominator(of: counted.revision), ledger.denominator(of: lastYear)).map {
        FindingSentence.baseDenominatorDiffers(stated: $0.stated, lastYear: $0.lastYear)
      }
      return joined(base, denominator)
    }
  }

  func noBase(_ indicator: Int) -> [Finding] {
    let definition = definition(indicator)
    guard definition.measure.takesBase else { return [] }
    let found = eachCounted(.noBase, of: indicator) { _, counted in
      joined(
        counted.baseValue == nil ? FindingSentence.noBase(value: counted.value) : nil,
        definition.measure == .intensityChange && counted.baseDenominator == nil
          ? FindingSentence.noBaseDenominator(denominator: counted.denominator) : nil)
    }
    guard definition.accumulation != .monthly else { return found }
    // Only each reporter's latest figure counts.
    var latest: [Int: Int] = [:]
    forEachCounted(indicator) { place, _ in
      latest[results.inForce.assignments.all[place.assignment].unit] = place.period
    }
    return found.filter { finding in finding.unit.flatMap { latest[$0] } == finding.period }
  }

  private func eachCounted(
    _ code: FindingCode, of indicator: Int, _ body: (YearFigures.Place, YearFigures.Counted) -> Phrase?
  ) -> [Finding] {
    let measure = definition(indicator).measure
    return eachFigure(code, of: indicator) { place in figures.counted(place, measure).flatMap { body(place, $0) } }
  }

  private func forEachCounted(_ indicator: Int, _ body: (YearFigures.Place, YearFigures.Counted) -> Void) {
    let assignments = results.inForce.assignments.places(ofIndicator: indicator)
    for place in figures.due(of: assignments, definition(indicator)) {
      if let counted = figures.counted(place, definition(indicator).measure) { body(place, counted) }
    }
  }

  private func differing(_ stated: Figure?, _ lastYear: Figure?) -> (stated: Figure, lastYear: Figure)? {
    guard let stated, let lastYear, stated != lastYear else { return nil }
    return (stated, lastYear)
  }

  private func joined(_ first: Phrase?, _ second: Phrase?) -> Phrase? {
    if let first, let second { return FindingSentence.both(first, second) }
    return first ?? second
  }
}
