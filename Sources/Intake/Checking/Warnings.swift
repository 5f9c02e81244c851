import Attainment
import Catalogue
import Wording

/// Something that a receipt warns of, though the figure is taken.
struct Warning: Hashable, Sendable {
  /// What it is about, stable for programs; the names of findings where there is one of the kind.
  enum Code: String, Sendable, CaseIterable {
    case cumulativeDecrease = "cumulative_decrease"
    case jump
    case farAboveTarget = "far_above_target"
    case baseFilled = "base_filled"
    case correctsPublished = "corrects_published"
  }

  var code: Code
  var line: Int
  var key: FigureKey
  var text: Phrase
}

/// The warnings of a file that is taken.
enum Warnings {
  /// What to warn of in lines that add something; figures before them in the same file count as well as those on record.
  static func of(_ decisions: [Judgement.Decision], book: PlanBook, records: Records) -> [Warning] {
    let inFile = Dictionary(decisions.map { ($0.entry.key, $0.entry.content) }, uniquingKeysWith: { first, _ in first })
    return decisions.filter { $0.effect != .unchanged }.flatMap { decision -> [Warning] in
      let key = decision.entry.key
      guard let year = book[key.period.year], case .one(let indicator) = year.indicator(key.indicator) else {
        return []
      }
      let reader = WarningReader(
        decision: decision, indicator: indicator, plan: year.plan, inFile: inFile, records: records)
      return reader.warnings()
    }
  }
}

/// What one line gives to warn of.
private struct WarningReader {
  let decision: Judgement.Decision
  let indicator: WorkPlan.Indicator
  let plan: WorkPlan
  let inFile: [FigureKey: FigureContent]
  let records: Records

  private var key: FigureKey { decision.entry.key }
  private var content: FigureContent { decision.entry.content }

  func warnings() -> [Warning] {
    [decrease, jump, farAboveTarget, baseFilled, correction].compactMap(\.self)
  }

  private func warning(_ code: Warning.Code, _ text: Phrase) -> Warning {
    Warning(code: code, line: decision.entry.line, key: key, text: text)
  }

  /// The figure of the latest period before this one: the file's own where it has it, otherwise the one that counts.
  private var previous: (period: Month, content: FigureContent)? {
    for month in stride(from: key.period.month - 1, to: 0, by: -1) {
      guard let period = Month(year: key.period.year, month: month) else { continue }
      let before = FigureKey(indicator: key.indicator, unit: key.unit, period: period)
      if let content = inFile[before] ?? records.accepted(before)?.content { return (period, content) }
    }
    return nil
  }

  private var decrease: Warning? {
    guard indicator.accumulation == .cumulative, let value = content.value, let (period, before) = previous,
      let earlier = before.value, value < earlier, !(indicator.measure == .growth && content.baseValue == Figure(100))
    else { return nil }
    return warning(.cumulativeDecrease, IntakeWarning.cumulativeDecrease(value: value, earlier: earlier, of: period))
  }

  /// By a factor of ten or more, by amount and whatever the sign (method, section 11).
  private var jump: Warning? {
    guard indicator.measure != .milestone, indicator.measure != .progress, let (period, before) = previous,
      !(indicator.accumulation == .monthly && plan.profiles.contains { $0.indicator == key.indicator })
    else { return nil }
    let columns: [(SubmissionColumn, Figure?, Figure?)] = [
      (.value, content.value, before.value), (.denominator, content.denominator, before.denominator),
      (.baseValue, content.baseValue, before.baseValue),
      (.baseDenominator, content.baseDenominator, before.baseDenominator),
    ]
    for case (let column, let figure?, let earlier?) in columns {
      let (now, then) = (figure.millionths.magnitude, earlier.millionths.magnitude)
      guard now > 0, then > 0, now >= 10 * then || then >= 10 * now else { continue }
      return warning(.jump, IntakeWarning.jump(column, figure: figure, earlier: earlier, of: period))
    }
    return nil
  }

  /// Above three times what the unit is to reach, as far as its own figure tells.
  private var farAboveTarget: Warning? {
    guard indicator.direction == .atLeast, indicator.measure == .total || indicator.measure == .stock,
      let value = content.value, let target, target > .zero,
      value.millionths > 3 * target.millionths
    else { return nil }
    return warning(.farAboveTarget, IntakeWarning.farAboveTarget(value: value, target: target, times: 3))
  }

  /// The unit's allocation; the target itself where it reports alone.
  private var target: Figure? {
    if let allocation = plan.allocations.first(where: { $0.indicator == key.indicator && $0.unit == key.unit }) {
      return allocation.value
    }
    guard indicator.expectedReporters.count == 1 else { return nil }
    return plan.targets.filter { $0.indicator == key.indicator }.max { $0.revision < $1.revision }?.value
  }

  private var baseFilled: Warning? {
    guard indicator.isRate, let period = Month(year: key.period.year - 1, month: key.period.month),
      let before = records.accepted(FigureKey(indicator: key.indicator, unit: key.unit, period: period))?.content
    else { return nil }
    if content.baseValue == nil, let base = before.value {
      return warning(.baseFilled, IntakeWarning.baseFilled(.baseValue, base: base, period: period))
    }
    if indicator.measure == .intensityChange, content.baseDenominator == nil, let base = before.denominator {
      return warning(.baseFilled, IntakeWarning.baseFilled(.baseDenominator, base: base, period: period))
    }
    return nil
  }

  private var correction: Warning? {
    guard case .correction(let old) = decision.effect, old.isPublished else { return nil }
    return warning(.correctsPublished, IntakeWarning.correctsPublished(period: key.period))
  }
}
