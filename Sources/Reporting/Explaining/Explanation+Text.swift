import Attainment
import Wording

extension Explanation {
  /// The explanation for people, in one language, without a final line feed.
  public func text(in language: Language) -> String { lines.map { $0[language] }.joined(separator: "\n") }

  /// The lines in both languages.
  private var lines: [Phrase] {
    warning + heading + [blank] + judgement + graveFindings + promise + figures + computation + outlook
      + otherFindings + [checkLine]
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
    let counts = ExplanationSentence.credit(
      credit?.printed, weight: definition.weight, leadUnit: definition.leadUnitName)
    return [ExplanationSentence.verdict(verdict, rule: rule, reason: reason)]
      + (rule > 1 && unit == nil ? [counts] : [])
      + [comment.map { ExplanationSentence.comment($0.text, saidAt: $0.saidAtLocal, by: $0.saidBy) }].compactMap { $0 }
  }

  private var promise: [Phrase] {
    targetLines + [
      ExplanationSentence.measure(
        definition.measure, definition.accumulation, definition.frequency, dueDay: definition.dueDay,
        dueMonth: definition.isReference ? nil : Month(year: period.year, month: definition.dueMonth))
    ]
  }

  /// Errors and warnings, which cast doubt on the figure, errors first.
  private var graveFindings: [Phrase] {
    let grave = [Severity.error, .warning].flatMap { severity in findings.filter { $0.severity == severity } }
    return grave.isEmpty ? [] : [ExplanationSentence.findings] + grave.map(\.line)
  }

  private var otherFindings: [Phrase] {
    guard !findings.isEmpty else { return [ExplanationSentence.noFindings] }
    let others = findings.filter { $0.severity == .info }
    return others.isEmpty ? [] : [ExplanationSentence.otherFindings] + others.map(\.line)
  }

  private var figures: [Phrase] {
    guard let coverage else { return [] }
    guard let figurePeriod else { return [ExplanationSentence.noFigures(due: coverage.due)] + outstandingLines }
    return [
      ExplanationSentence.figures(
        period: figurePeriod, latestDue: latestDuePeriod, accepted: coverage.accepted, due: coverage.due,
        coverage: coverage.pct, isProvisional: provisional)
    ] + outstandingLines + submissions.flatMap { $0.lines(continuing: definition.continues) }
  }

  private var outstandingLines: [Phrase] {
    outstanding.map { outstanding in
      outstanding.isDue
        ? ExplanationSentence.outstanding(
          outstanding.period, dueOn: outstanding.dueOn, reporters: outstanding.reporters.map { ($0.name, $0.standing) })
        : ExplanationSentence.notYetDue(
          outstanding.period, dueOn: outstanding.dueOn, accepted: outstanding.accepted,
          expected: outstanding.accepted + outstanding.reporters.count)
    }
  }

  private var computation: [Phrase] {
    let sums = accumulatedText
    return [
      sums.isEmpty ? nil : ExplanationSentence.accumulated(sums),
      actual.map { ExplanationSentence.actual(inUnit($0.text)) },
      gap.map { ExplanationSentence.gap(inPoints($0)) },
      attainment.map { ExplanationSentence.attainment($0.text) },
    ].compactMap { $0 } + expectedLines
      + [
        pace.map { ExplanationSentence.pace($0.text) },
        rule == 8 && pace != nil
          ? ExplanationSentence.floor(definition.floorPct, definition.floorFrom, of: definition.measure) : nil,
      ].compactMap { $0 }
  }

  private var expectedLines: [Phrase] {
    guard let figurePeriod, let paced, let expected else { return [] }
    let line = ExplanationSentence.expected(paced.text, by: figurePeriod, definition.expectation)
    return expectedInWhole && expected.exact < paced.exact
      ? [line, ExplanationSentence.expectedInWhole(expected.text)] : [line]
  }

  private var outlook: [Phrase] {
    [
      nextBetter.map {
        ExplanationSentence.nextBetter(
          $0.verdict, $0.side, actual: inUnit($0.actual), distance: inPoints(signed($0.distance)))
      },
      nextWorse.map {
        ExplanationSentence.nextWorse(
          $0.verdict, $0.side, actual: inUnit($0.actual),
          distance: $0.distance == "0" ? nil : inPoints(signed($0.distance)))
      },
      projected.map { ExplanationSentence.projected(inUnit($0.text)) },
      requiredPerMonth.map { ExplanationSentence.requiredPerMonth(inUnit($0.text)) },
      lastYear.map {
        ExplanationSentence.lastYear(inUnit($0.actual.text), at: $0.period, of: $0.indicator)
      },
      lastYear?.projected.map { ExplanationSentence.projectedByLastYear(inUnit($0.text)) },
    ].compactMap { $0 }
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
  func inUnit(_ number: String) -> String { number.withUnit(definition.unitOfMeasure) }

  /// A difference with its unit behind it: percentage points for a percentage.
  func inPoints(_ number: String) -> String { number.asDifference(in: definition.unitOfMeasure) }

  private func signed(_ number: String) -> String { number.hasPrefix("-") ? number : "+\(number)" }
}

extension String {
  /// A number with its unit of measure behind it.
  func withUnit(_ unit: String?) -> String { unit.map { "\(self) \($0)" } ?? self }

  /// A difference with its unit behind it: percentage points for a percentage.
  func asDifference(in unit: String?) -> String { unit == "%" ? "\(self) pp" : withUnit(unit) }
}

extension Explanation.Finding {
  fileprivate var line: Phrase { ExplanationSentence.finding(code, severity, message) }
}
