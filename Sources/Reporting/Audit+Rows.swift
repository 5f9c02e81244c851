import Attainment
import Wording

/// Findings about rows: what the figures add up to, and the targets.
extension Audit.Subject {
  func allocationMismatch() -> [Finding] {
    let allocations = inForce.allocations[indicator]
    guard [.total, .stock].contains(definition.measure), !allocations.isEmpty,
      let target = districtRow.target?.figure, districtRow.revision?.relativeTo == nil
    else { return [] }
    let sum = allocations.reduce(Figure.zero) { $0 + $1.value }
    guard sum != target else { return [] }
    let fallsShort = definition.direction == .atMost ? sum > target : sum < target
    return [
      Finding(
        .allocationMismatch, indicator, severity: fallsShort ? .error : .info,
        FindingSentence.allocationMismatch(sum: sum, target: target, difference: sum - target))
    ]
  }

  func numeratorExceedsDenominator() -> [Finding] {
    let evaluation = districtRow.evaluation
    guard definition.measure == .share, let value = evaluation.value, let denominator = evaluation.denominator,
      value > denominator
    else { return [] }
    return [
      districtFinding(
        .numeratorExceedsDenominator,
        FindingSentence.numeratorExceedsDenominator(numerator: value, denominator: denominator))
    ]
  }

  func partExceedsWhole() -> [Finding] {
    guard let code = entry.partOf,
      let whole = inForce.assignments.indicator(code).flatMap({
        results.rows[audit.rows($0).lowerBound].evaluation.value
      }), let part = districtRow.evaluation.value, part > whole
    else { return [] }
    return [
      districtFinding(.partExceedsWhole, FindingSentence.partExceedsWhole(part: part, whole: whole, of: code))
    ]
  }

  func targetRevised() -> [Finding] {
    inForce.targetRevised(indicator).map { [Finding(.targetRevised, indicator, $0)] } ?? []
  }

  func dueSoon() -> [Finding] {
    let isEvent = definition.measure == .milestone || definition.measure.isPaced && definition.pacing == .atDue
    let evaluation = districtRow.evaluation
    guard isEvent, !definition.isReference, evaluation.verdict != .attained,
      [results.month, results.month + 1].contains(definition.dueMonth), let due = inForce.month(definition.dueMonth)
    else { return [] }
    return [districtFinding(.dueSoon, FindingSentence.dueSoon(actual: evaluation.actual, due: due))]
  }

  func farAboveTarget() -> [Finding] {
    eachRow(.farAboveTarget) { row, _ in
      guard let attainment = row.evaluation.attainment, definition.isFarAboveTarget(attainment),
        let actual = row.evaluation.actual, let target = row.target
      else { return nil }
      return FindingSentence.farAboveTarget(attainment: attainment.rounded, actual: actual, target: target.value)
    }
  }

  func atRisk() -> [Finding] {
    eachRow(.atRisk) { row, course in
      guard row.evaluation.verdict == .onTrack, let projected = course.projected, let target = row.target else {
        return nil
      }
      let granted = target.granted(definition.direction).exact
      guard definition.direction == .atMost ? granted < projected : projected < granted else { return nil }
      return FindingSentence.atRisk(projected: projected.rounded, target: target.value)
    }
  }

  func nearTarget() -> [Finding] {
    guard definition.measure.takesTarget, !definition.isWhole else { return [] }
    return eachRow(.nearTarget) { row, _ in
      guard let attainment = row.evaluation.attainment, attainment < Fraction(100), let actual = row.evaluation.actual,
        let target = row.target, let printed = row.revision?.value ?? target.figure
      else { return nil }
      let rounded = actual.exact.rounded(places: max(1, printed.decimals))
      guard let ratio = definition.ratio(of: .fraction(rounded), to: target), ratio < Fraction(1) else {
        return FindingSentence.nearTarget(actual: actual, target: target.value)
      }
      return nil
    }
  }
}
