import Attainment
import Catalogue
import Wording

/// Something that a receipt warns of, though the figure is taken.
struct Warning: Hashable, Sendable {
  /// What it is about, stable for programs; the names of findings where there is one of the kind.
  enum Code: String, Sendable, CaseIterable {
    case cumulativeDecrease = "cumulative_decrease"
    case jump
    case implausible
    case farAboveTarget = "far_above_target"
    case baseFilled = "base_filled"
    case baseDiffers = "base_differs"
    case correctsPublished = "corrects_published"
  }

  var code: Code
  var line: Int
  var key: FigureKey
  var text: Phrase
}

/// The warnings of a file that is taken: what a run would find in its figures (method, section 11), by the same rules, told
/// while the clerk still has the file open.
enum Warnings {
  /// What to warn of in lines that add something; figures before them in the same file count as well as those on record.
  static func of(
    _ decisions: [Judgement.Decision], book: PlanBook, records: Records, at moment: Instant
  ) -> [Warning] {
    let inFile = Dictionary(decisions.map { ($0.entry.key, $0.entry.content) }, uniquingKeysWith: { first, _ in first })
    var targets: [Int: (Records.Series) -> Target?] = [:]
    return decisions.filter { $0.effect != .unchanged }.flatMap { decision -> [Warning] in
      let key = decision.entry.key
      guard let year = book[key.period.year], case .one(let entry) = year.indicator(key.indicator),
        let definition = year.definition(key.indicator)
      else { return [] }
      let target = targets[key.period.year] ?? year.targets(at: moment)
      targets[key.period.year] = target
      let reader = WarningReader(
        decision: decision, entry: entry, definition: definition, target: target(Records.Series(of: key)),
        inFile: inFile, records: records)
      return reader.warnings()
    }
  }
}

/// What one line gives to warn of.
private struct WarningReader {
  let decision: Judgement.Decision
  /// The indicator, as the plan has it and as the method does.
  let entry: WorkPlan.Indicator
  let definition: Indicator
  /// What the unit is to reach by itself; nil where that is not told.
  let target: Target?
  let inFile: [FigureKey: FigureContent]
  let records: Records

  private var key: FigureKey { decision.entry.key }
  private var stated: Quantities { decision.entry.content.quantities }

  func warnings() -> [Warning] {
    let before = previous
    let base = lastYear
    let texts: [(Warning.Code, Phrase?)] = [
      (.cumulativeDecrease, before.flatMap(decrease)), (.jump, before.flatMap(jump)),
      (.implausible, implausible(base?.quantities)), (.farAboveTarget, farAboveTarget),
      (.baseFilled, base.flatMap { baseFilled($0.quantities, of: $0.key) }),
      (.baseDiffers, base.flatMap { baseDiffers($0.quantities) }), (.correctsPublished, correction),
    ]
    return texts.compactMap { code, text in
      text.map { Warning(code: code, line: decision.entry.line, key: key, text: $0) }
    }
  }

  /// The figure of the latest period before this one: the file's own where it has it, otherwise the one that counts.
  private var previous: (period: Month, quantities: Quantities)? {
    key.earlierInYear.lazy.compactMap { before in counting(before).map { (before.period, $0) } }.first
  }

  /// Last year's figure that fills a base.
  private var lastYear: (key: FigureKey, quantities: Quantities)? {
    guard definition.measure.takesBase, let before = key.lastYear(of: entry) else { return nil }
    return counting(before).map { (before, $0) }
  }

  private func counting(_ key: FigureKey) -> Quantities? {
    (inFile[key] ?? records.accepted(key)?.content)?.quantities
  }

  private func decrease(from before: (period: Month, quantities: Quantities)) -> Phrase? {
    definition.decrease(from: before.quantities, to: stated).map {
      FindingSentence.cumulativeDecrease(value: $0.now, earlier: $0.earlier, of: before.period)
    }
  }

  private func jump(from before: (period: Month, quantities: Quantities)) -> Phrase? {
    let jumps = definition.jumps(from: before.quantities, to: stated)
    return jumps.isEmpty ? nil : FindingSentence.jump(jumps, since: before.period)
  }

  private func implausible(_ lastYear: Quantities?) -> Phrase? {
    guard definition.measure.takesTarget else { return nil }
    let filled = stated.filled(from: lastYear, definition.measure)
    guard let own = definition.ownFigure(of: filled), !entry.isPlausible(own) else { return nil }
    return FindingSentence.implausible(own, from: entry.plausibleMin, to: entry.plausibleMax)
  }

  /// Far above what the unit is to reach, as far as this figure alone tells.
  private var farAboveTarget: Phrase? {
    guard let target else { return nil }
    let month = key.period.month
    let alone = Measurement(
      reportedMonth: month, figurePeriod: month, value: stated.value, denominator: stated.denominator,
      days: definition.days(covering: [month], through: month, of: key.period.year))
    let evaluation = definition.evaluate(alone, target: target, districtTarget: target.figure)
    guard let attainment = evaluation.attainment, definition.isFarAboveTarget(attainment),
      let actual = evaluation.actual
    else { return nil }
    return FindingSentence.farAboveTarget(attainment: attainment.rounded, actual: actual, target: target.value)
  }

  private func baseFilled(_ lastYear: Quantities, of key: FigureKey) -> Phrase? {
    let filled = stated.filled(from: lastYear, definition.measure).bases(filledIn: stated)
    return FindingSentence.joined(
      filled.value.map { IntakeWarning.baseFilled(.baseValue, base: $0, indicator: key.indicator, period: key.period) },
      filled.denominator.map {
        IntakeWarning.baseFilled(.baseDenominator, base: $0, indicator: key.indicator, period: key.period)
      })
  }

  private func baseDiffers(_ lastYear: Quantities) -> Phrase? {
    let differing = definition.differingBases(stated, from: lastYear)
    return FindingSentence.basesDiffer(differing.value, denominator: differing.denominator)
  }

  private var correction: Phrase? {
    guard case .correction(let old) = decision.effect, old.isPublished else { return nil }
    return IntakeWarning.correctsPublished(period: key.period)
  }
}
