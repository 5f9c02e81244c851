import Attainment
import Wording

extension Explanation {
  /// The explanation for people, in one language, without a final line feed.
  public func text(in language: Language) -> String { lines.map { $0[language] }.joined(separator: "\n") }

  /// The lines in both languages.
  private var lines: [Phrase] {
    warning + heading + [blank] + judgement + figures + computation + outlook + findingLines + [checkLine]
  }

  private var blank: Phrase { Phrase(zh: "", en: "") }

  /// What must be said first when the published figures do not follow from the submissions.
  private var warning: [Phrase] {
    guard !check.isEqual else { return [] }
    return [ExplanationSentence.notAsPublished(differing: check.differences.count, of: check.compared)]
      + check.differences.map {
        ExplanationSentence.difference(in: $0.column, published: $0.published, recomputed: $0.recomputed)
      } + [blank]
  }

  private var heading: [Phrase] {
    [
      ExplanationSentence.heading(
        indicator: indicator, name: name, district: districtName, unit: unitName, period: period),
      ExplanationSentence.publication(
        run: publication.runID, asOf: publication.asOfLocal, timeZone: publication.timeZone,
        planVersion: publication.planVersion, programVersion: publication.programVersion),
    ]
  }

  private var judgement: [Phrase] {
    [
      ExplanationSentence.verdict(verdict, rule: rule, reason: reason),
      targetLine,
      ExplanationSentence.measure(
        definition.measure, definition.accumulation, definition.frequency,
        dueMonth: Month(year: period.year, month: definition.dueMonth)),
    ]
  }

  private var targetLine: Phrase {
    guard let target else {
      return definition.measure.takesTarget
        ? ExplanationSentence.noTarget : ExplanationSentence.toReach(definition.requiredStage)
    }
    let value = inUnit(target.value)
    guard let revision = target.revision else { return ExplanationSentence.allocation(value, definition.direction) }
    return ExplanationSentence.target(
      value, definition.direction, revision: revision, decidedOn: target.decidedOn ?? "", source: target.source)
  }

  private var figures: [Phrase] {
    guard let coverage else { return [] }
    guard let figurePeriod, let latestDuePeriod else {
      return [ExplanationSentence.noFigures(due: coverage.due, latestDue: latestDuePeriod)]
    }
    return [
      ExplanationSentence.figures(
        period: figurePeriod, latestDue: latestDuePeriod, accepted: coverage.accepted, due: coverage.due,
        coverage: coverage.pct, isProvisional: provisional)
    ] + submissions.flatMap(\.lines)
  }

  private var computation: [Phrase] {
    let sums = accumulatedText
    return [
      sums.isEmpty ? nil : ExplanationSentence.accumulated(sums),
      actual.map { ExplanationSentence.actual(inUnit($0.text)) },
      gap.map { ExplanationSentence.gap(inPoints($0)) },
      attainment.map { ExplanationSentence.attainment($0.text) },
      expected.flatMap { expected in
        figurePeriod.map { ExplanationSentence.expected(expected.text, by: $0) }
      },
      pace.map { ExplanationSentence.pace($0.text) },
    ].compactMap { $0 }
  }

  private var outlook: [Phrase] {
    [
      nextBetter.map {
        ExplanationSentence.nextBetter(
          $0.verdict, $0.side, actual: inUnit($0.actual.printed), distance: inPoints(signed($0.distance.printed)))
      },
      nextWorse.map {
        ExplanationSentence.nextWorse(
          $0.verdict, $0.side, actual: inUnit($0.actual.printed), distance: inPoints(signed($0.distance.printed)))
      },
      projected.map { ExplanationSentence.projected(inUnit($0)) },
      requiredPerMonth.map { ExplanationSentence.requiredPerMonth(inUnit($0)) },
    ].compactMap { $0 }
  }

  private var findingLines: [Phrase] {
    guard !findings.isEmpty else { return [ExplanationSentence.noFindings] }
    return [ExplanationSentence.findings]
      + findings.map { ExplanationSentence.finding($0.code, $0.severity, $0.message) }
  }

  private var checkLine: Phrase {
    check.isEqual
      ? ExplanationSentence.asPublished(cells: check.compared)
      : ExplanationSentence.notAsPublished(differing: check.differences.count)
  }

  /// What the submissions add up to, by the method's symbols.
  private var accumulatedText: String {
    let isRatio = definition.measure.takesDenominator
    return [
      (isRatio ? "N" : "A", accumulated.value), ("D", accumulated.denominator),
      (isRatio ? "N₀" : "B", accumulated.baseValue), ("D₀", accumulated.baseDenominator),
      ("days", accumulated.days.map(String.init)), ("Σp", accumulated.progressSum),
      ("n", accumulated.progressSum == nil ? nil : "\(accumulated.reporters)/\(accumulated.expectedReporters)"),
    ].compactMap { symbol, value in value.map { "\(symbol) = \($0)" } }.joined(separator: ", ")
  }

  /// A number with the unit of measure behind it.
  private func inUnit(_ number: String) -> String {
    definition.unitOfMeasure.map { "\(number) \($0)" } ?? number
  }

  /// A difference with its unit behind it: percentage points for a percentage.
  private func inPoints(_ number: String) -> String {
    definition.unitOfMeasure == "%" ? "\(number) pp" : inUnit(number)
  }

  private func signed(_ number: String) -> String { number.hasPrefix("-") || number == "0" ? number : "+\(number)" }
}

extension Explanation.Submission {
  /// What the reporter said, and who said and accepted it when.
  fileprivate var lines: [Phrase] {
    [
      ExplanationSentence.submission(
        reporter: reporter, name: name, period: period, revision: revision, content: content),
      ExplanationSentence.provenance(
        submittedAt: submittedAtLocal, by: submittedBy, file: file, line: line, acceptedAt: acceptedAtLocal ?? "",
        by: acceptedBy),
    ]
  }

  private var content: [(term: Phrase, text: Phrase)] {
    func same(_ text: String) -> Phrase { Phrase(zh: text, en: text) }
    func base(_ text: String, _ origin: Explanation.BaseOrigin?) -> Phrase {
      origin == .lastYear ? ExplanationSentence.lastYears(text) : same(text)
    }
    let cells: [(term: Phrase, text: Phrase?)] = [
      (Term.value, value.map(same)),
      (Term.denominator, denominator.map(same)),
      (Term.baseValue, baseValue.map { base($0, baseValueFrom) }),
      (Term.baseDenominator, baseDenominator.map { base($0, baseDenominatorFrom) }),
      (Term.stage, stage?.name),
      (Term.progress, progress.map(same)),
      (Term.occurredOn, occurredOn.map(same)),
      (Term.note, note.map(same)),
    ]
    return cells.compactMap { cell in cell.text.map { (cell.term, $0) } }
  }
}

extension Explanation.Step {
  /// The value as printed.
  fileprivate var printed: String { amount.description }

  /// The formula, its numbers, the exact value where it was rounded, and the value as printed.
  fileprivate var text: String {
    var parts: [String] = []
    if let formula {
      parts.append(formula.symbols)
      if formula.numbers != formula.symbols { parts.append(formula.numbers) }
    }
    guard amount.isRounded else {
      if parts.last != printed { parts.append(printed) }
      return parts.joined(separator: " = ")
    }
    return (parts + ["\(exact.numeratorText)/\(exact.denominatorText)"]).joined(separator: " = ") + " ≈ \(printed)"
  }
}
