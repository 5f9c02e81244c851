import Attainment
import Wording

/// The lines about the target.
extension Explanation {
  /// Which target applies, and what it is made of.
  var targetLines: [Phrase] {
    [targetLine]
      + [
        target.flatMap { $0.wasDecided ? nil : ExplanationSentence.notYetDecided },
        target.flatMap(relativeLine), target.flatMap(toleranceLine),
        definition.wording.map { ExplanationSentence.wording($0) },
      ].compactMap { $0 } + changeLines
  }

  private var targetLine: Phrase {
    guard let target else {
      guard definition.measure.takesTarget else { return ExplanationSentence.toReach(definition.requiredStage) }
      return definition.isReference ? ExplanationSentence.forReference : ExplanationSentence.noTarget
    }
    let value = target.value.map { inUnit($0.text) }
    guard let revision = target.revision else {
      return ExplanationSentence.allocation(value ?? "", definition.direction)
    }
    return ExplanationSentence.target(
      value, definition.direction, revision: revision, decidedOn: target.decidedOn ?? "", source: target.source)
  }

  private func relativeLine(_ target: Target) -> Phrase? {
    guard let relative = target.relativeTo else { return nil }
    guard let actual = relative.actual, let period = relative.figurePeriod else {
      return ExplanationSentence.relativeToNothing(relative.indicator, name: relative.name)
    }
    return ExplanationSentence.relative(
      to: relative.indicator, name: relative.name, actual: actual.text.withUnit(relative.unitOfMeasure), of: period,
      difference: relative.difference == "0" ? nil : inPoints(relative.difference),
      isProvisional: relative.provisional, isEarlier: relative.isEarlier)
  }

  private func toleranceLine(_ target: Target) -> Phrase? {
    guard let tolerance = target.tolerance, let compared = target.compared else { return nil }
    return ExplanationSentence.tolerance(inPoints(tolerance), comparedWith: inUnit(compared.text))
  }

  /// How the target changed, where no finding of the publication tells it.
  private var changeLines: [Phrase] {
    findings.contains { $0.code == .targetRevised } ? [] : [target?.changed].compactMap { $0 }
  }
}
