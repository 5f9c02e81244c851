import Attainment
import Postgres
import Wording

extension Explanation {
  /// Puts an explanation together from what was read.
  init(
    _ row: ExplainedRow, period reported: Month, publication: Publication, submissions: [Submission],
    findings: [Finding], published: Row
  ) {
    let (definition, measurement, evaluation) = (row.definition, row.judged.tally.measurement, row.judged.evaluation)
    let (plan, entry) = (row.plan, row.entry)
    let year = plan.year
    func period(_ month: Int?) -> Month? { month.flatMap { Month(year: year, month: $0) } }

    district = plan.district
    districtName = Phrase(zh: plan.districtZH, en: plan.districtEN)
    self.period = reported
    indicator = entry.code.description
    name = Phrase(zh: entry.nameZH, en: entry.nameEN)
    unit = row.unit?.code
    unitName = row.unit.map { Phrase(zh: $0.nameZH, en: $0.nameEN) }
    self.publication = publication
    self.definition = Definition(
      measure: definition.measure, direction: definition.direction, unitOfMeasure: entry.unitOfMeasure,
      accumulation: definition.accumulation, frequency: definition.frequency, dueMonth: definition.dueMonth,
      requiredStage: entry.requiredStage, floorPct: definition.floor.description,
      hasProfile: definition.profile != nil, leadUnit: entry.leadUnit)
    target = row.judged.target.map {
      Target(
        value: $0.value.description, revision: row.judged.revision?.revision.description,
        decidedOn: row.judged.revision?.decidedOn.description, source: row.judged.revision?.source)
    }
    self.submissions = submissions
    accumulated = Accumulated(
      value: evaluation.value?.description,
      denominator: definition.measure == .dailyAverage ? nil : evaluation.denominator?.description,
      baseValue: evaluation.baseValue?.description, baseDenominator: evaluation.baseDenominator?.description,
      days: definition.measure == .dailyAverage ? measurement.days : nil,
      progressSum: definition.measure.takesTarget ? nil : measurement.progressSum?.description,
      reporters: measurement.reportersWithFigure, expectedReporters: measurement.expectedReporters)
    figurePeriod = period(evaluation.figurePeriod)
    latestDuePeriod = period(measurement.latestDue)
    coverage = evaluation.coverage.map {
      Coverage(
        accepted: measurement.coverageAccepted,
        due: evaluation.figurePeriod == nil ? measurement.expectedReporters : measurement.coverageDue,
        pct: $0.rounded.description)
    }
    provisional = evaluation.isProvisional

    let symbols = row.symbols
    actual = evaluation.actual.map {
      Step(
        .actual(
          of: definition.measure, isComplete: measurement.reportersWithFigure >= measurement.expectedReporters, symbols),
        $0)
    }
    gap = evaluation.gap?.description
    attainment = evaluation.attainment.map {
      Step(
        .attainment(
          of: definition.measure, direction: definition.direction, actual: evaluation.actual?.exact.exactText ?? "",
          symbols), $0)
    }
    expected = evaluation.expected.map { Step(row.expectedFormula, $0) }
    pace = evaluation.pace.map {
      Step(
        Formula(
          "{attainment} / {expected} × 100",
          [
            "attainment": evaluation.attainment?.exactText ?? "", "expected": evaluation.expected?.exactText ?? "",
          ]), $0)
    }
    projected = evaluation.projected?.rounded.description
    requiredPerMonth = evaluation.requiredPerMonth?.rounded.description
    verdict = evaluation.verdict
    verdictZH = evaluation.verdict.name.zh
    light = evaluation.light
    rule = evaluation.rule
    reason =
      RuleReason(
        indicator: definition, measurement: measurement, target: row.judged.target, evaluation: evaluation,
        month: reported
      ).sentence
    let (better, worse) = definition.boundaries(of: evaluation, measurement, target: row.judged.target)
    nextBetter = better.map { Boundary($0) }
    nextWorse = worse.map { Boundary($0) }
    self.findings = findings

    let cells = EvaluationCells(row.judged, row.course, first: row.firstTarget, year: year).cells
    let differences = cells.compactMap { cell -> Check.Difference? in
      let text = published[cell.column]
      let stored = cell.column == "provisional" ? text.map { $0 == "t" ? "true" : "false" } : text
      return stored == cell.text
        ? nil : Check.Difference(column: cell.column, published: stored, recomputed: cell.text)
    }
    check = Check(isEqual: differences.isEmpty, compared: cells.count, differences: differences)
  }
}

extension ExplainedRow {
  /// The number behind each symbol of the method's formulas.
  fileprivate var symbols: [String: String] {
    var symbols: [String: String] = [:]
    let (measurement, evaluation) = (judged.tally.measurement, judged.evaluation)
    let isRatio = definition.measure.takesDenominator
    symbols[isRatio ? "N" : "A"] = evaluation.value?.description
    symbols["D"] = evaluation.denominator?.description
    symbols[isRatio ? "N₀" : "B"] = evaluation.baseValue?.description
    symbols["D₀"] = evaluation.baseDenominator?.description
    symbols["days"] = measurement.days.map(String.init)
    symbols["scale"] = definition.scale.description
    symbols["v"] = judged.target?.value.description
    symbols["Σp"] = measurement.progressSum?.description
    symbols["n"] = String(measurement.reportersWithFigure)
    return symbols
  }

  /// How expected progress is made (method, section 7); nil where it is 100 at any date.
  fileprivate var expectedFormula: Formula? {
    guard definition.growsTowardsTarget, let month = judged.evaluation.figurePeriod else { return nil }
    if definition.profile != nil { return Formula("profile({k})", ["k": String(month)]) }
    return Formula("min({k} / {K}, 1) × 100", ["k": String(month), "K": String(definition.dueMonth)])
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
