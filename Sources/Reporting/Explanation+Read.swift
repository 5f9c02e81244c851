import Attainment
import Postgres

extension Explanation {
  /// Explains one row of a month's publication: recomputes it from the submissions that its run took, and compares.
  ///
  /// - Parameters:
  ///   - indicator: code of the indicator.
  ///   - unit: code of a unit that has an allocation; nil for the district's own row.
  ///   - month: the published month.
  ///   - district: code of the district; nil for the only one in the database.
  ///   - connection: a connection whose login may read submissions: a member of `dabiao_job` or `dabiao_reviewer`.
  /// - Returns: the explanation, with what differs from the publication, if anything does.
  /// - Throws: `RunError` when the month is not published, or there is no such row; `PostgresError` when the database
  ///   refuses.
  public static func read(
    _ indicator: String, unit: String?, month: Month, district: String?, on connection: isolated Connection
  ) throws -> Explanation {
    try connection.script(MonthlyRun.session)
    return try connection.transaction(.repeatableRead) { connection in
      let (scope, run) = try publication(of: month, district: district, on: connection)
      let row = try recompute(indicator, unit: unit, in: scope, on: connection)
      let plan = try connection.queryOne(
        Query.explainedRow, Array(scope.parameters.prefix(3)) + [indicator, unit, row.targetRevision])
      let submissions = try connection.query(
        Query.explainedSubmission, Array(scope.parameters.prefix(3)) + [indicator, unit, scope.asOf])
      let asOfLocal = try connection.queryOne(
        "select to_char($1::timestamptz at time zone $2, 'YYYY-MM-DD HH24:MI:SS') as as_of",
        [scope.asOf, try plan.required("time_zone")])
      return Explanation(
        row, scope: scope, indicator: indicator, unit: unit, plan: plan,
        publication: Publication(
          runID: try run.required("run_id"), asOf: scope.asOf, asOfLocal: try asOfLocal.required("as_of"),
          timeZone: try plan.required("time_zone"), planVersion: scope.version,
          programVersion: try run.required("program_version")),
        submissions: try submissions.map { try Submission($0) },
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
          to_char(as_of at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as as_of
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
      districtID: districtID, district: code, version: try run.required("plan_version"), month: month,
      asOf: try run.required("as_of"))
    return (scope, run)
  }

  /// Measures and evaluates the row on the submissions as the run saw them.
  private static func recompute(
    _ code: String, unit: String?, in scope: RunScope, on connection: isolated Connection
  ) throws -> ExplainedRow {
    try MonthlyRun.gather(scope, on: connection)
    let indicators = try IndicatorSet(scope, on: connection)
    var found: ExplainedRow?
    var units: [String] = []
    var isKnown = false
    try connection.forEachRow(Query.measurement, scope.parameters) { row in
      guard row.text(.indicator) == code, try row.integer(.reportedMonth) == scope.month.month else { return }
      isKnown = true
      if let allocated = row.text(.unit) { units.append(allocated) }
      guard row.text(.unit) == unit else { return }
      guard let indicator = try row.integer(.ordinal).flatMap({ indicators[$0] }) else { return }
      found = ExplainedRow(
        indicator: indicator, measured: try MeasuredRow(row, of: indicators), targetRevision: row.text(.targetRevision))
    }
    if let found { return found }
    guard isKnown else {
      throw RunError(
        .usage, "The plan of \(scope.district) for \(scope.year) has no indicator '\(code)'. Codes look like 2.2.1.")
    }
    let hint =
      units.isEmpty
      ? "Its target is not broken down to units." : "Units with an allocation: \(units.joined(separator: ", "))."
    throw RunError(.usage, "Unit '\(unit ?? "")' has no allocation of indicator \(code). \(hint)")
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
        code: try row.required("code"), severity: try row.required("severity"), unit: row["unit"],
        figurePeriod: row["figure_period"],
        message: Words(zh: try row.required("message_zh"), en: try row.required("message_en")))
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
  let indicator: Indicator
  let measured: MeasuredRow
  let targetRevision: String?
}

extension Explanation.Submission {
  fileprivate init(_ row: Row) throws {
    self.init(
      reporter: try row.required("unit"),
      name: Explanation.Words(zh: try row.required("name_zh"), en: try row.required("name_en")),
      period: try row.required("period"), revision: try row.required("revision"), value: row["value"],
      denominator: row["denominator"], baseValue: row["base_value"], baseValueFrom: row["base_value_from"],
      baseDenominator: row["base_denominator"], baseDenominatorFrom: row["base_denominator_from"],
      stage: row["stage"], progress: row["progress"], occurredOn: row["occurred_on"], note: row["note"],
      submittedAt: try row.required("submitted_at"), submittedAtLocal: try row.required("submitted_at_local"),
      submittedBy: try row.required("submitted_by"), file: try row.required("file"), line: try row.required("line"),
      acceptedAt: row["accepted_at"], acceptedAtLocal: row["accepted_at_local"], acceptedBy: row["accepted_by"])
  }
}
