import Attainment
import Wording

/// Findings about what the figures of an indicator add up to.
extension Audit {
  func allocationMismatch(_ indicator: Int) -> [Finding] {
    let allocations = results.inForce.allocations[indicator]
    guard [.total, .stock].contains(definition(indicator).measure), !allocations.isEmpty,
      let target = districtRow(indicator).target?.value
    else { return [] }
    let sum = allocations.reduce(Figure.zero) { $0 + $1.value }
    guard sum != target else { return [] }
    let message = FindingSentence.allocationMismatch(sum: sum, target: target, difference: sum - target)
    return [Finding(code: .allocationMismatch, indicator: indicator, unit: nil, period: nil, message: message)]
  }

  func numeratorExceedsDenominator(_ indicator: Int) -> [Finding] {
    let evaluation = districtRow(indicator).evaluation
    guard definition(indicator).measure == .share, let value = evaluation.value,
      let denominator = evaluation.denominator, value > denominator
    else { return [] }
    return [
      Finding(
        code: .numeratorExceedsDenominator, indicator: indicator, unit: nil, period: evaluation.figurePeriod,
        message: FindingSentence.numeratorExceedsDenominator(numerator: value, denominator: denominator))
    ]
  }

  func partExceedsWhole(_ indicator: Int) -> [Finding] {
    let evaluation = districtRow(indicator).evaluation
    guard let code = results.inForce.plan.indicators[indicator].partOf,
      let whole = results.inForce.assignments.indicator(code).flatMap({ districtRow($0).evaluation.value }),
      let part = evaluation.value, part > whole
    else { return [] }
    return [
      Finding(
        code: .partExceedsWhole, indicator: indicator, unit: nil, period: evaluation.figurePeriod,
        message: FindingSentence.partExceedsWhole(part: part, whole: whole, of: code))
    ]
  }
}
