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
        submissions: try row.submissions { unit, period, revision in
          try origin(
            of: indicator, unit: unit, period: period, revision: revision, districtID: scope.districtID, on: connection)
        },
        comment: try comment(on: indicator, in: month, figures.reading, of: scope.districtID, on: connection),
        findings: try findings(indicator, unit: unit, in: scope, on: connection),
        published: try published(indicator, unit: unit, in: scope, on: connection).cells)
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

  /// What is stored beside a figure.
  private static func origin(
    of indicator: String, unit: String, period: Month, revision: Int, districtID: String,
    on connection: isolated Connection
  ) throws -> SubmissionOrigin {
    let row = try connection.queryOne(
      """
      select
          submission.reason,
          submission.next_step,
          submission.evidence,
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
      """, [districtID, period.firstDay.description, indicator, unit, String(revision)])
    return SubmissionOrigin(
      file: try row.required("file_name"), line: try row.required("line"),
      submittedBy: try row.required("received_by"), lagReason: row["reason"], nextStep: row["next_step"],
      evidence: row["evidence"], note: row["note"])
  }

  /// What the office says of the indicator in the month, as of the publication's instant.
  private static func comment(
    on indicator: String, in month: Month, _ reading: Reading, of districtID: String, on connection: isolated Connection
  ) throws -> Comment? {
    guard let comment = reading.comments.comment(on: indicator, in: month.month) else { return nil }
    let row = try connection.queryOne(
      """
      select
          text,
          said_by,
          \(Instant.microseconds(of: "said_at")) as said_at
      from intake.comment
      where
          district_id = $1
          and period = $2
          and indicator = $3
          and comment_id = $4
      """, [districtID, month.firstDay.description, indicator, String(comment)])
    let saidAt = try row.instant("said_at")
    return Comment(
      text: try row.required("text"), saidAt: saidAt.description,
      saidAtLocal: reading.inForce.zone.text(of: saidAt), saidBy: try row.required("said_by"))
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

extension Row {
  /// The values that are there, by their columns.
  fileprivate var cells: [String: String] {
    Dictionary(uniqueKeysWithValues: columnNames.compactMap { name in self[name].map { (name, $0) } })
  }
}
