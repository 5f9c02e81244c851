import Attainment
import Catalogue
import Wording

/// What the plan says of the row, and which target applies.
extension ExplainedRow {
  /// What the plan says of the indicator.
  var explainedDefinition: Explanation.Definition {
    let lead = plan.units.first { $0.code == entry.leadUnit }
    return Explanation.Definition(
      measure: definition.measure, direction: definition.direction, unitOfMeasure: entry.unitOfMeasure,
      accumulation: definition.accumulation, frequency: definition.frequency, dueMonth: definition.dueMonth,
      requiredStage: entry.requiredStage, wording: entry.wording, isReference: definition.isReference,
      expectation: definition.expectation, isWhole: definition.isWhole,
      scale: definition.measure == .ratio ? definition.scale.description : nil, dueDay: entry.dueDay ?? plan.dueDay,
      floorPct: definition.floor.description, floorFrom: floorFrom, continues: entry.continues,
      leadUnit: entry.leadUnit,
      leadUnitName: Phrase(zh: lead?.nameZH ?? entry.leadUnit, en: lead?.nameEN ?? entry.leadUnit),
      weight: entry.weight.description)
  }

  private var floorFrom: FloorOrigin {
    entry.behindFloor != nil ? .indicator : plan.floors[definition.measure] != nil ? .plan : .measure
  }

  /// The target or allocation, with the decision that it comes from; nil where there is none.
  var explainedTarget: Explanation.Target? {
    let (target, revision) = (judged.target, judged.revision)
    guard target != nil || revision?.relativeTo != nil else { return nil }
    let tolerance = target.flatMap { $0.tolerance == .zero ? nil : $0.tolerance }
    return Explanation.Target(
      value: target.map { Explanation.Step(nil, $0.value) }, tolerance: tolerance?.description,
      compared: tolerance.flatMap { _ in target }.map {
        Explanation.Step(.granted(definition.direction, symbols), $0.granted(definition.direction))
      },
      revision: revision?.revision.description, decidedOn: revision?.decidedOn.description,
      wasDecided: revision.map { $0.decidedOn <= inForce.today } ?? true, source: revision?.source,
      relativeTo: revision.flatMap(explainedRelative), changes: unit == nil ? changes : [],
      changed: unit == nil ? inForce.targetRevised(indicator) : nil)
  }

  private func explainedRelative(_ revision: WorkPlan.Target) -> Explanation.Relative? {
    guard let relative else { return nil }
    let other = plan.indicators[relative.indicator]
    let serves = judged.target != nil
    return Explanation.Relative(
      indicator: other.code.description, name: Phrase(zh: other.nameZH, en: other.nameEN),
      unitOfMeasure: other.unitOfMeasure,
      actual: serves ? relative.evaluation.actual.map { Explanation.Step(nil, $0) } : nil,
      figurePeriod: month(relative.evaluation.figurePeriod), provisional: relative.evaluation.isProvisional,
      isEarlier: relative.evaluation.figurePeriod ?? 0 < judged.evaluation.figurePeriod ?? 0,
      difference: revision.value.description)
  }

  private var changes: [Explanation.Change] {
    inForce.targetChanges(of: indicator).map { before, after in
      Explanation.Change(
        from: before.value.description, fromRelativeTo: before.relativeTo, to: after.value.description,
        toRelativeTo: after.relativeTo, revision: after.revision.description, decidedOn: after.decidedOn.description,
        source: after.source)
    }
  }

  /// The number behind each symbol of the method's formulas; of a quotient its exact fraction.
  var symbols: [String: String] {
    let (measurement, evaluation) = (judged.tally.measurement, judged.evaluation)
    let isRatio = definition.measure.takesDenominator
    let symbols: [String: String?] = [
      isRatio ? "N" : "A": evaluation.value?.description,
      "D": evaluation.denominator?.description,
      isRatio ? "N₀" : "B": evaluation.baseValue?.description,
      "D₀": evaluation.baseDenominator?.description,
      "days": measurement.days.map(String.init),
      "scale": definition.scale.description,
      "v": judged.target?.value.exactText,
      "t": judged.target?.tolerance.description,
      "Σp": measurement.progressSum?.description,
      "n": String(measurement.reportersWithFigure),
      "k": evaluation.figurePeriod.map(String.init),
      "K": String(definition.dueMonth),
      "e": evaluation.paced?.exactText,
      "attainment": evaluation.attainment?.exactText,
      "expected": evaluation.expected?.exactText,
      "actual": evaluation.actual?.exactText,
      "Y": course.december?.description,
      "Yₖ": course.actual?.exactText,
    ]
    return symbols.compactMapValues { $0 }
  }
}

extension Fraction {
  /// The exact value: a whole number, or a fraction in lowest terms in brackets.
  fileprivate var exactText: String {
    let lowest = lowestTerms
    return lowest.denominatorText == "1"
      ? lowest.numeratorText : "(\(lowest.numeratorText)/\(lowest.denominatorText))"
  }
}

extension Amount {
  /// The exact value: a figure as it is, otherwise as a fraction.
  fileprivate var exactText: String {
    switch self {
    case .figure(let figure): figure.description
    case .fraction(let fraction): fraction.exactText
    }
  }
}
