import Attainment
import Catalogue
import Logging
import Postgres

/// What the database keeps of a run: that it began, what it was of, and what became of it.
struct RunRecord: Sendable {
  /// What the run is about.
  let scope: RunScope
  /// Number of the run.
  let runID: String

  /// What every row of the run begins with.
  var key: RunKey { RunKey(districtID: scope.districtID, runID: runID) }

  /// Records that a run has begun, and that any that still says so has died: the lock proves it.
  ///
  /// - Throws: `PostgresError` when the database refuses.
  static func begin(_ scope: RunScope, programVersion: String, on connection: isolated Connection) throws -> RunRecord {
    try connection.execute(
      """
      update report.run
      set
          outcome = 'failed',
          message = 'ended without a word, killed or cut off',
          finished_at = statement_timestamp()
      where
          district_id = $1
          and outcome = 'running'
      """, [scope.districtID])
    let row = try connection.queryOne(
      """
      insert into report.run (district_id, year, version, period, as_of, program_version)
      values ($1, $2, $3, $4, $5, $6)
      returning run_id
      """,
      [
        scope.districtID, String(scope.month.year), String(scope.version), scope.month.firstDay.description,
        scope.asOf.description, programVersion,
      ])
    return RunRecord(scope: scope, runID: try row.required("run_id"))
  }

  /// Records which figures the run used.
  func keep(_ fingerprint: Fingerprint, on connection: isolated Connection) throws {
    try connection.execute(
      """
      update report.run
      set
          submissions = $3,
          submissions_sha256 = decode($4, 'hex')
      where
          district_id = $1
          and run_id = $2
      """, key.parameters + [String(fingerprint.count), fingerprint.sha256])
  }

  /// Makes the run the publication of its month.
  ///
  /// - Throws: `RunError` of kind `locked` where another run has taken this one for dead.
  func movePointer(on connection: isolated Connection) throws {
    // Where a connection was lost and the lock with it, another run may have begun.
    guard try end(as: "published", nil, on: connection) else {
      throw RunError(
        .locked, "Another run of district \(scope.district) began meanwhile. Try again when it has ended.")
    }
    try connection.execute(
      """
      insert into report.publication (district_id, period, run_id)
      values ($1, $2, $3)
      on conflict (district_id, period) do update
      set
          run_id = excluded.run_id,
          published_at = excluded.published_at
      """, [scope.districtID, scope.month.firstDay.description, runID])
  }

  /// Records that findings stopped the run; the last publication stands.
  ///
  /// - Returns: what to tell.
  func stop(errors: Int, on connection: isolated Connection) throws -> RunError {
    let message =
      "\(errors) finding\(errors == 1 ? "" : "s") of severity error stopped the publication of \(scope.month), as the "
      + "plan asks. Read them with: select * from report.stopped_finding where run_id = \(runID). "
      + "Then have the figures corrected."
    try end(as: "stopped", message, on: connection)
    return RunError(.badData, message)
  }

  /// Records a failure; where even that fails, the first error is still the one that is told.
  func fail(because cause: any Error, on connection: isolated Connection, _ logger: Logger) {
    do {
      try end(as: "failed", String(describing: cause), on: connection)
    } catch {
      logger.debug("The failure of run \(runID) could not be recorded: \(error)")
    }
  }

  /// Records how the run ended.
  ///
  /// - Returns: whether it was still running.
  @discardableResult
  private func end(as outcome: String, _ message: String?, on connection: isolated Connection) throws -> Bool {
    try connection.execute(
      """
      update report.run
      set
          outcome = $3,
          message = $4,
          finished_at = statement_timestamp()
      where
          district_id = $1
          and run_id = $2
          and outcome = 'running'
      """, key.parameters + [outcome, message]
    ).affectedRows == 1
  }
}

extension EarlierPublication {
  /// The publications of the plan year that a run comes after, of its own instant among them.
  ///
  /// A publication that is made again from the same plan and figures as of the same instant looks back at the same ones as
  /// at first, whatever was published in between: the same run again gives the same bytes.
  ///
  /// - Parameters:
  ///   - record: the run.
  ///   - fingerprint: of the figures that it uses.
  ///   - connection: a connection in the run's transaction.
  /// - Returns: the publications, in no order.
  /// - Throws: `PostgresError` when the database refuses.
  static func before(
    _ record: RunRecord, _ fingerprint: Fingerprint, on connection: isolated Connection
  ) throws -> [EarlierPublication] {
    try connection.query(
      """
      select
          run_id,
          date_part('month', period) as month,
          \(Instant.microseconds(of: "as_of")) as as_of,
          version,
          coalesce(encode(submissions_sha256, 'hex'), '') as sha256
      from report.run
      where
          district_id = $1
          and year = $2
          and outcome = 'published'
          and as_of <= $3::timestamptz
          and run_id < (
              select min(first_run.run_id)
              from report.run as first_run
              where
                  first_run.district_id = $1
                  and first_run.period = $4
                  and first_run.as_of = $3::timestamptz
                  and (
                      first_run.run_id = $5
                      or (
                          first_run.outcome = 'published'
                          and first_run.version = $6
                          and first_run.submissions_sha256 = decode($7, 'hex')
                      )
                  )
          )
      """,
      [
        record.scope.districtID, String(record.scope.month.year), record.scope.asOf.description,
        record.scope.month.firstDay.description, record.runID, String(record.scope.version), fingerprint.sha256,
      ]
    ).map { row in
      EarlierPublication(
        runID: try row.number("run_id"), month: try row.number("month"), asOf: try row.instant("as_of"),
        planVersion: try row.number("version"), sha256: try row.required("sha256"))
    }
  }

  /// The plan that it followed, read where it is not the one of a run.
  func plan(where plan: WorkPlan, is scope: RunScope, on connection: isolated Connection) throws -> WorkPlan {
    guard planVersion != scope.version else { return plan }
    return try WorkPlan.stored(
      WorkPlan.Key(districtID: scope.districtID, year: scope.month.year, version: planVersion), on: connection)
  }

  /// The cells of its rows by which revisions are told.
  func cells(ofDistrict districtID: String, on connection: isolated Connection) throws -> [RowName: PublishedCells] {
    let rows = try connection.query(
      """
      select
          indicator,
          unit,
          trim_scale(target) as target,
          trim_scale(actual) as actual,
          trim_scale(attainment_pct) as attainment_pct,
          trim_scale(pace_pct) as pace_pct,
          verdict,
          light
      from report.evaluation
      where
          district_id = $1
          and run_id = $2
      """, [districtID, String(runID)])
    return try rows.reduce(into: [:]) { cells, row in
      cells[RowName(indicator: try row.required("indicator"), unit: row["unit"])] = PublishedCells(
        target: row["target"], actual: row["actual"], attainment: row["attainment_pct"], pace: row["pace_pct"],
        verdict: row["verdict"], light: row["light"])
    }
  }
}
