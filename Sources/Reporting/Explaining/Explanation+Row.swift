import Attainment
import Wording

extension Explanation {
  /// Puts an explanation together from what was read.
  ///
  /// - Parameters:
  ///   - row: the row, recomputed.
  ///   - period: the reported month.
  ///   - publication: the publication.
  ///   - submissions: what the row is made of.
  ///   - comment: what the office says of the indicator in the month.
  ///   - findings: the publication's findings about it.
  ///   - published: the cells that were published, as texts by their columns; an empty one is not there.
  init(
    _ row: ExplainedRow, period: Month, publication: Publication, submissions: [Submission], comment: Comment? = nil,
    findings: [Finding], published: [String: String]
  ) {
    let (definition, measurement, evaluation) = (row.definition, row.judged.tally.measurement, row.judged.evaluation)
    let symbols = row.symbols

    district = row.plan.district
    districtName = Phrase(zh: row.plan.districtZH, en: row.plan.districtEN)
    self.period = period
    indicator = row.entry.code.description
    name = Phrase(zh: row.entry.nameZH, en: row.entry.nameEN)
    unit = row.unit?.code
    unitName = row.unit.map { Phrase(zh: $0.nameZH, en: $0.nameEN) }
    self.publication = publication
    self.definition = row.explainedDefinition
    target = row.explainedTarget
    self.submissions = submissions
    accumulated = Accumulated(of: definition, measurement, evaluation)
    figurePeriod = row.month(evaluation.figurePeriod)
    latestDuePeriod = row.month(measurement.latestDue)
    outstanding = row.outstanding
    coverage = evaluation.coverage.map {
      Coverage(
        accepted: measurement.coverageAccepted,
        due: evaluation.figurePeriod == nil ? measurement.expectedReporters : measurement.coverageDue,
        pct: $0.rounded.description)
    }
    provisional = evaluation.isProvisional

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
          of: definition.measure, direction: definition.direction,
          isGranted: row.judged.target.map { $0.tolerance != .zero } ?? false, symbols), $0)
    }
    paced = row.explainedPace
    expected = row.explainedExpected
    expectedInWhole = row.countsWhole
    pace = evaluation.pace.map { Step(.pace(definition.direction, symbols), $0) }
    projected = row.explainedProjection
    requiredPerMonth = row.explainedRequirement
    lastYear = row.explainedLastYear
    credit = row.explainedCredit
    verdict = evaluation.verdict
    verdictZH = evaluation.verdict.name.zh
    light = evaluation.light
    rule = evaluation.rule
    reason = RuleReason(of: row, reportedIn: period).sentence
    let (better, worse) = definition.boundaries(of: evaluation, measurement, target: row.judged.target)
    nextBetter = better.map { Boundary($0) }
    nextWorse = worse.map { Boundary($0) }
    self.comment = comment
    self.findings = findings
    check = Check(row, against: published)
  }
}

extension Explanation.Accumulated {
  fileprivate init(of definition: Indicator, _ measurement: Measurement, _ evaluation: Evaluation) {
    let isDaily = definition.measure == .dailyAverage
    self.init(
      value: evaluation.value?.description, denominator: isDaily ? nil : evaluation.denominator?.description,
      baseValue: evaluation.baseValue?.description, baseDenominator: evaluation.baseDenominator?.description,
      days: isDaily ? measurement.days : nil,
      progressSum: definition.measure.takesTarget ? nil : measurement.progressSum?.description,
      reporters: measurement.reportersWithFigure, expectedReporters: measurement.expectedReporters)
  }
}

extension Explanation.Check {
  /// Compares a row cell by cell with what was published.
  fileprivate init(_ row: ExplainedRow, against published: [String: String]) {
    let cells = EvaluationCells(row.judged, row.course, first: row.firstTarget, year: row.plan.year).cells
    let differences = cells.compactMap { cell -> Difference? in
      let text = published[cell.column]
      let stored = cell.column == "provisional" ? text.map { $0 == "t" ? "true" : "false" } : text
      return stored == cell.text ? nil : Difference(column: cell.column, published: stored, recomputed: cell.text)
    }
    self.init(isEqual: differences.isEmpty, compared: cells.count, differences: differences)
  }
}
