import Attainment
import Postgres

extension Explanation {
  /// Puts an explanation together from what was read.
  init(
    _ row: ExplainedRow, scope: RunScope, indicator: String, unit: String?, plan: Row, publication: Publication,
    submissions: [Submission], findings: [Finding], published: Row
  ) {
    let (definition, measurement, evaluation) = (row.indicator, row.measured.measurement, row.measured.evaluation)
    let year = scope.month.year
    func period(_ month: Int?) -> String? { month.flatMap { Month(year: year, month: $0)?.description } }

    district = scope.district
    districtName = Words(zh: plan["district_zh"] ?? "", en: plan["district_en"] ?? "")
    self.period = scope.month.description
    self.indicator = indicator
    name = Words(zh: plan["name_zh"] ?? "", en: plan["name_en"] ?? "")
    self.unit = unit
    unitName = unit.map { Words(zh: plan["unit_zh"] ?? $0, en: plan["unit_en"] ?? $0) }
    self.publication = publication
    self.definition = Definition(
      measure: definition.measure.rawValue, direction: definition.direction?.rawValue,
      unitOfMeasure: plan["unit_of_measure"], accumulation: definition.accumulation.rawValue,
      frequency: definition.frequency.rawValue, dueMonth: definition.dueMonth, requiredStage: plan["required_stage"],
      floorPct: definition.floor.description, hasProfile: definition.profile != nil,
      leadUnit: plan["lead_unit"] ?? "")
    target = row.measured.target.map {
      Target(
        value: $0.description, revision: row.targetRevision, decidedOn: plan["decided_on"], source: plan["source"])
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
    verdict = evaluation.verdict.rawValue
    verdictZH = evaluation.verdict.nameZH
    light = evaluation.light.rawValue
    rule = evaluation.rule
    reason =
      RuleReason(
        indicator: definition, measurement: measurement, target: row.measured.target, evaluation: evaluation, year: year
      ).words
    let (better, worse) = definition.boundaries(of: evaluation, measurement, target: row.measured.target)
    nextBetter = better.map { Boundary($0) }
    nextWorse = worse.map { Boundary($0) }
    self.findings = findings

    let cells = EvaluationCells(
      evaluation, target: row.measured.target, targetRevision: row.targetRevision, year: year
    ).cells
    let differences = cells.compactMap { column, recomputed -> Check.Difference? in
      let stored = column == "provisional" ? published[column].map { $0 == "t" ? "true" : "false" } : published[column]
      return stored == recomputed
        ? nil : Check.Difference(column: column, published: stored, recomputed: recomputed)
    }
    check = Check(isEqual: differences.isEmpty, compared: cells.count, differences: differences)
  }
}

extension ExplainedRow {
  /// The number behind each symbol of the method's formulas.
  fileprivate var symbols: [String: String] {
    var symbols: [String: String] = [:]
    let (measurement, evaluation) = (measured.measurement, measured.evaluation)
    let isRatio = indicator.measure.takesDenominator
    symbols[isRatio ? "N" : "A"] = evaluation.value?.description
    symbols["D"] = evaluation.denominator?.description
    symbols[isRatio ? "N₀" : "B"] = evaluation.baseValue?.description
    symbols["D₀"] = evaluation.baseDenominator?.description
    symbols["days"] = measurement.days.map(String.init)
    symbols["v"] = measured.target?.description
    symbols["Σp"] = measurement.progressSum?.description
    symbols["n"] = String(measurement.reportersWithFigure)
    return symbols
  }

  /// How expected progress is made (method, section 7); nil where it is 100 at any date.
  fileprivate var expectedFormula: Formula? {
    guard indicator.growsTowardsTarget, let month = measured.evaluation.figurePeriod else { return nil }
    if indicator.profile != nil { return Formula("profile({k})", ["k": String(month)]) }
    return Formula("min({k} / {K}, 1) × 100", ["k": String(month), "K": String(indicator.dueMonth)])
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
