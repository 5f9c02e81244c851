import Attainment
import Catalogue
import Ledger
import Postgres
import Wording

extension Explanation {
  /// Explains one row of a month's publication: recomputes it from the submissions that its run took, and compares.
  ///
  /// - Parameters:
  ///   - indicator: code of the indicator.
  ///   - unit: code of a unit that has an allocation; nil for the district's own row.
  ///   - month: the published month.
  ///   - district: code of the district; nil for the only one in the database.
  ///   - connection: a connection whose login may read submissions: a member of `dabiao_job` or `dabiao_office`.
  /// - Returns: the explanation, with what differs from the publication, if anything does.
  /// - Throws: `RunError` when the month is not published, or there is no such row; `PostgresError` when the database
  ///   refuses.
  public static func read(
    _ indicator: String, unit: String?, month: Month, district: String?, on connection: isolated Connection
  ) throws -> Explanation {
    try RunSession.set(on: connection)
    return try connection.transaction(.repeatableRead) { connection in
      let (scope, run) = try publication(of: month, district: district, on: connection)
      let reading = try Reading(scope.plan, through: month.month, at: scope.asOf, on: connection)
      let figures = YearFigures(reading, through: month.month)
      let row = try ExplainedRow(indicator, unit: unit, of: figures)
      return Explanation(
        row, period: month,
        publication: Publication(
          runID: try run.required("run_id"), asOf: scope.asOf.description,
          asOfLocal: reading.inForce.zone.text(of: scope.asOf), timeZone: reading.inForce.plan.timeZone,
          planVersion: String(scope.version), programVersion: try run.required("program_version")),
        submissions: try submissions(row, figures, of: scope.districtID, on: connection),
        findings: try findings(indicator, unit: unit, in: scope, on: connection),
        published: try published(indicator, unit: unit, in: scope, on: connection))
    }
  }

  /// The month's publication: its plan version and as-of instant.
  private static func publication(
    of month: Month, district: String?, on connection: isolated Connection
  ) throws -> (RunScope, Row) {
    let (districtID, code) = try District.find(district, on: connection)
    let run = try connection.queryFirst(
      """
      select
          run_id,
          plan_version,
          program_version,
          \(Instant.microseconds(of: "as_of")) as as_of
      from report.runs
      where
          district = $1
          and period = $2
          and is_current
      """, [code, month.description])
    guard let run else {
      throw RunError(
        .badData, "\(month) of district \(code) is not published. Publish it with 'dabiao run --month \(month)'.")
    }
    let scope = RunScope(
      districtID: districtID, district: code, month: month, version: try run.number("plan_version"),
      asOf: try run.instant("as_of"))
    return (scope, run)
  }

  /// The submissions that a row is made of: each reporter's latest, or all where periods add up.
  private static func submissions(
    _ row: ExplainedRow, _ figures: YearFigures, of districtID: String, on connection: isolated Connection
  ) throws -> [Submission] {
    try figures.places(of: row.assignments, row.definition).compactMap { place in
      guard row.judged.tally.places.contains(place), let figure = figures.counted(place, row.definition.measure) else {
        return nil
      }
      return try submission(place, figure, of: row, figures, districtID: districtID, on: connection)
    }
  }

  private static func submission(
    _ place: YearFigures.Place, _ figure: YearFigures.Counted, of row: ExplainedRow, _ figures: YearFigures,
    districtID: String, on connection: isolated Connection
  ) throws -> Submission {
    let (inForce, ledger) = (figures.reading.inForce, figures.reading.ledger)
    let unit = inForce.plan.units[inForce.assignments.all[place.assignment].unit]
    guard let month = inForce.month(place.period) else { throw RunError(.badData, "Period \(place.period) is none.") }
    let revision = ledger.number(of: figure.revision)
    let origin = try connection.queryOne(
      """
      select
          submission.note,
          submission.line,
          batch.received_by,
          batch.file_name
      from intake.submission
      join intake.batch
          on
              batch.district_id = submission.district_id
              and batch.batch_id = submission.batch_id
      where
          submission.district_id = $1
          and submission.period = $2
          and submission.indicator = $3
          and submission.unit = $4
          and submission.revision = $5
      """, [districtID, month.firstDay.description, row.entry.code.description, unit.code, String(revision)])
    let acceptance = ledger.acceptance(of: figure.revision, in: place.account, at: inForce.asOf)
    let submittedAt = ledger.submittedAt(of: figure.revision)
    func source(_ counting: Figure?, _ stated: Figure?) -> BaseOrigin? {
      counting == nil ? nil : stated == nil ? .lastYear : .stated
    }
    return Submission(
      reporter: unit.code, name: Phrase(zh: unit.nameZH, en: unit.nameEN), period: month,
      revision: String(revision), value: figure.value?.description, denominator: figure.denominator?.description,
      baseValue: figure.baseValue?.description,
      baseValueFrom: source(figure.baseValue, ledger.baseValue(of: figure.revision)),
      baseDenominator: figure.baseDenominator?.description,
      baseDenominatorFrom: source(figure.baseDenominator, ledger.baseDenominator(of: figure.revision)),
      stage: figure.stage, progress: figure.progress?.description,
      occurredOn: figure.occurredOn?.description, note: origin["note"], submittedAt: submittedAt.description,
      submittedAtLocal: inForce.zone.text(of: submittedAt), submittedBy: try origin.required("received_by"),
      file: try origin.required("file_name"), line: try origin.required("line"),
      acceptedAt: acceptance?.at.description, acceptedAtLocal: acceptance.map { inForce.zone.text(of: $0.at) },
      acceptedBy: acceptance?.by)
  }

  private static func findings(
    _ indicator: String, unit: String?, in scope: RunScope, on connection: isolated Connection
  ) throws -> [Finding] {
    try connection.query(
      """
      select
          code,
          severity,
          unit,
          figure_period,
          message_zh,
          message_en
      from report.findings
      where
          district = $1
          and period = $2
          and indicator = $3
          and ($4::text is null or unit is null or unit = $4)
      """, [scope.district, scope.month.description, indicator, unit]
    ).map { row in
      Finding(
        code: try row.required("code", FindingCode.init(rawValue:)),
        severity: try row.required("severity", Severity.init(rawValue:)), unit: row["unit"],
        figurePeriod: try row.optional("figure_period", Month.init(parsing:)),
        message: Phrase(zh: try row.required("message_zh"), en: try row.required("message_en")))
    }
  }

  /// The row as published.
  private static func published(
    _ indicator: String, unit: String?, in scope: RunScope, on connection: isolated Connection
  ) throws -> Row {
    try connection.queryOne(
      """
      select attainment.*
      from report.attainment
      where
          district = $1
          and period = $2
          and indicator = $3
          and unit is not distinct from $4
      """, [scope.district, scope.month.description, indicator, unit])
  }
}

/// One row of attainment recomputed, with what defines it.
struct ExplainedRow {
  let plan: WorkPlan
  let entry: WorkPlan.Indicator
  let definition: Indicator
  let unit: WorkPlan.Unit?
  /// Places of the assignments whose figures it is made of.
  let assignments: [Int]
  let judged: JudgedRow
  let course: LastYearCourse
  /// The first revision of the target; nil for a unit.
  let firstTarget: Figure?

  /// Judges a row.
  ///
  /// - Throws: `RunError` of kind `usage` when there is no such row.
  init(_ code: String, unit: String?, of figures: YearFigures) throws {
    let inForce = figures.reading.inForce
    plan = inForce.plan
    guard let place = inForce.assignments.indicator(code) else {
      throw RunError(
        .usage, "The plan of \(plan.district) for \(plan.year) has no indicator '\(code)'. Codes look like 2.2.1.")
    }
    entry = plan.indicators[place]
    definition = inForce.definitions[place]
    guard let unit else {
      self.unit = nil
      assignments = inForce.expected[place]
      judged = figures.judged(through: figures.month)[place]
      course = figures.courses(of: [judged])[0]
      firstTarget = inForce.firstTargets[place]
      return
    }
    let allocations = inForce.allocations[place]
    guard let allocation = allocations.first(where: { inForce.plan.units[$0.unit].code == unit }) else {
      let units = allocations.map { inForce.plan.units[$0.unit].code }.joined(separator: ", ")
      let hint = units.isEmpty ? "Its target is not broken down to units." : "Units with an allocation: \(units)."
      throw RunError(.usage, "Unit '\(unit)' has no allocation of indicator \(code). \(hint)")
    }
    self.unit = plan.units[allocation.unit]
    assignments = [allocation.assignment]
    judged = figures.judged(place, allocation, through: figures.month)
    course = figures.courses(of: [judged])[0]
    firstTarget = nil
  }
}
