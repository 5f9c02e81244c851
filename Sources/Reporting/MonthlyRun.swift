import Attainment
import Logging
import Postgres

/// The monthly job: takes a snapshot, measures, evaluates, audits and publishes one month of one district.
///
/// Everything that a reader can see changes in one transaction: a run inserts its rows under a new number, is audited, and
/// then moves the pointer. Whatever fails before leaves the last publication standing.
public struct MonthlyRun: Sendable {
  private let request: RunRequest
  private let logger: Logger

  /// Describes the run to be made.
  public init(_ request: RunRequest, logger: Logger) {
    self.request = request
    self.logger = logger
  }

  /// Makes the run and publishes it.
  ///
  /// - Parameters:
  ///   - connection: a connection whose login is a member of `dabiao_job`.
  ///   - stage: called inside the transaction once the views show the new rows, to prepare what goes with the
  ///     publication; when it throws, nothing is published.
  ///   - place: called after the commit, while the district is still locked, to put in place what was staged; when it
  ///     throws, the publication stands.
  /// - Returns: the published run and what `place` gave back.
  /// - Throws: `RunError` when there is nothing to publish or another run holds the lock; `PostgresError` when the
  ///   database refuses; whatever `stage` and `place` throw.
  public func publish<Staged: Sendable, Placed: Sendable>(
    on connection: isolated Connection,
    stage: @Sendable (isolated Connection, PublishedRun) throws -> Staged,
    place: @Sendable (Staged) throws -> Placed
  ) throws -> (run: PublishedRun, placed: Placed) {
    try connection.script(Self.session)
    let scope = try RunScope(request, on: connection)
    return try RunLock.holding(scope.district, on: connection) { connection in
      let begun = try begin(scope, on: connection)
      return try publish(begun, from: nil, on: connection, stage: stage, place: place)
    }
  }

  /// Records that the run has begun; the district must be locked, and the session's settings be those of a run.
  ///
  /// - Throws: `RunError` when there is no such district or plan; `PostgresError` when the database refuses.
  func begin(on connection: isolated Connection) throws -> BegunRun {
    try begin(try RunScope(request, on: connection), on: connection)
  }

  /// Makes a run that has begun and publishes it, in one transaction.
  ///
  /// - Parameters:
  ///   - begun: the run, whose district is locked.
  ///   - snapshot: what the run sees, taken after it began; nil for what is committed now.
  ///   - connection: the connection that holds the lock.
  ///   - stage: as of ``publish(on:stage:place:)``.
  ///   - place: as of ``publish(on:stage:place:)``.
  /// - Returns: the published run and what `place` gave back.
  /// - Throws: as ``publish(on:stage:place:)`` does.
  func publish<Staged: Sendable, Placed: Sendable>(
    _ begun: BegunRun, from snapshot: Snapshot?, on connection: isolated Connection,
    stage: @Sendable (isolated Connection, PublishedRun) throws -> Staged,
    place: @Sendable (Staged) throws -> Placed
  ) throws -> (run: PublishedRun, placed: Placed) {
    let (run, staged) = try commit(begun, from: snapshot, on: connection, stage: stage)
    return (run, try place(staged))
  }

  private func commit<Staged: Sendable>(
    _ begun: BegunRun, from snapshot: Snapshot?, on connection: isolated Connection,
    stage: @Sendable (isolated Connection, PublishedRun) throws -> Staged
  ) throws -> (run: PublishedRun, staged: Staged) {
    let (scope, runID) = (begun.scope, begun.runID)
    do {
      let stopped: RunError?
      let outcome: (PublishedRun, Staged)?
      (outcome, stopped) = try connection.transaction(.repeatableRead, snapshot: snapshot) { connection in
        let run = try evaluate(scope, runID: runID, on: connection)
        if scope.stopsOnError, let errors = run.findings["error"], errors > 0 {
          return (nil, try stop(run, errors: errors, on: connection))
        }
        try movePointer(to: run, on: connection)
        return ((run, try stage(connection, run)), nil)
      }
      if let stopped { throw stopped }
      guard let outcome else { throw RunError(.badData, "The run ended with nothing to publish.") }
      return outcome
    } catch {
      if (error as? RunError)?.kind != .badData { fail(begun, because: error, on: connection) }
      throw error
    }
  }

  /// Settings that the printed figures must not depend on, and those of the planner: the run's statements are too short to
  /// be worth compiling, and its working table too plain to be sampled in depth.
  static let session = """
    set search_path = pg_catalog, pg_temp;
    set time zone 'UTC';
    set datestyle = 'ISO, YMD';
    set intervalstyle = 'iso_8601';
    set jit = off;
    set default_statistics_target = 10;
    """

  /// Records that the run has begun, and that any run that still says so has died: the lock proves it.
  private func begin(_ scope: RunScope, on connection: isolated Connection) throws -> BegunRun {
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
      values ($1, $2, $3, to_date($4, 'YYYY-MM'), $5, $6)
      returning run_id
      """,
      [
        scope.districtID, scope.year, scope.version, scope.month.description, scope.asOf, request.programVersion,
      ])
    return BegunRun(scope: scope, runID: try row.required("run_id"))
  }

  /// Snapshot, measurement, evaluation and audit, inside the run's transaction.
  private func evaluate(
    _ scope: RunScope, runID: String, on connection: isolated Connection
  ) throws -> PublishedRun {
    try Self.gather(scope, on: connection)
    let fingerprint = try connection.queryOne(Query.fingerprint)
    let indicators = try IndicatorSet(scope, on: connection)
    var rows = EvaluationRows(districtID: scope.districtID, runID: runID, year: scope.month.year)
    var points = TrendRows(districtID: scope.districtID, runID: runID)
    try connection.forEachRow(Query.measurement, scope.parameters) { row in
      let measured = try MeasuredRow(row, of: indicators)
      if measured.measurement.reportedMonth == scope.month.month { rows.append(measured, row) }
      // The trend is of the same snapshot, so that it compares like with like.
      if row.text(.unit) == nil { points.append(measured, row) }
    }
    let copied = try connection.copyIn(EvaluationRows.copyStatement) { writer in try writer.write(rows.text) }
    guard copied == rows.count else {
      throw RunError(.badData, "The run evaluated \(rows.count) rows, but the database took \(copied).")
    }
    _ = try connection.copyIn(TrendRows.copyStatement) { writer in try writer.write(points.text) }
    let month = [scope.districtID, scope.year, String(scope.month.month)]
    try connection.execute(Query.earlierPublication, month + [scope.asOf, runID])
    try connection.execute(Query.earlierUse, month)
    // The planner has no statistics of what these compute on the way, and would loop over it.
    try connection.script("set local enable_nestloop = off")
    try connection.execute(Query.finding, scope.parameters.prefix(4) + [runID])
    try connection.execute(Query.reportingRate, scope.parameters.prefix(4) + [runID])
    try connection.execute(Query.revision, month + [runID])
    try connection.script("set local enable_nestloop = on")
    let severities = try connection.query(
      """
      select
          severity,
          count(*) as findings
      from report.finding
      where
          district_id = $1
          and run_id = $2
      group by severity
      """, [scope.districtID, runID])
    let submissions = try fingerprint.required("submissions")
    try connection.execute(
      """
      update report.run
      set
          submissions = $3,
          submissions_sha256 = decode($4, 'hex')
      where
          district_id = $1
          and run_id = $2
      """, [scope.districtID, runID, submissions, try fingerprint.required("sha256")])
    return PublishedRun(
      districtID: scope.districtID, district: scope.district, runID: runID, month: scope.month, asOf: scope.asOf,
      evaluations: rows.count, submissions: Int(submissions) ?? 0,
      findings: try severities.reduce(into: [:]) { counts, row in
        counts[try row.required("severity")] = Int(try row.required("findings"))
      })
  }

  /// Fills the first working table with what is due and what stands for it.
  ///
  /// The one read of the submissions must be quick whatever the planner knows of them, as right after a bulk load. Forbidding
  /// nested loops and merges leaves it hash joins, which are never far from the best here; what reads the working table
  /// afterwards has its statistics.
  static func gather(_ scope: RunScope, on connection: isolated Connection) throws {
    try connection.script(Query.workingTables)
    try connection.script("set local enable_nestloop = off; set local enable_mergejoin = off")
    try connection.execute(Query.due, scope.parameters)
    try connection.script(
      "set local enable_nestloop = on; set local enable_mergejoin = on; analyze pg_temp.due")
  }

  private func movePointer(to run: PublishedRun, on connection: isolated Connection) throws {
    // Where a connection was lost and the lock with it, another run may have taken this one for dead.
    let marked = try connection.execute(
      """
      update report.run
      set
          outcome = 'published',
          finished_at = statement_timestamp()
      where
          district_id = $1
          and run_id = $2
          and outcome = 'running'
      """, [run.districtID, run.runID])
    guard marked.affectedRows == 1 else {
      throw RunError(.locked, "Another run of district \(run.district) has come between. Try again when it has ended.")
    }
    try connection.execute(
      """
      insert into report.publication (district_id, period, run_id)
      values ($1, to_date($2, 'YYYY-MM'), $3)
      on conflict (district_id, period) do update
      set
          run_id = excluded.run_id,
          published_at = excluded.published_at
      """, [run.districtID, run.month.description, run.runID])
  }

  /// Keeps the findings for reading and leaves the last publication standing.
  private func stop(_ run: PublishedRun, errors: Int, on connection: isolated Connection) throws -> RunError {
    let message =
      "\(errors) finding\(errors == 1 ? "" : "s") of severity error stopped the publication of \(run.month), as the plan asks. "
      + "Read them with: select * from report.findings_history where run_id = \(run.runID). Then have the figures corrected."
    try connection.execute(
      """
      update report.run
      set
          outcome = 'stopped',
          message = $3,
          finished_at = statement_timestamp()
      where
          district_id = $1
          and run_id = $2
      """, [run.districtID, run.runID, message])
    return RunError(.badData, message)
  }

  /// Records the failure; when even that fails, the first error is still the one that is told.
  func fail(_ begun: BegunRun, because cause: any Error, on connection: isolated Connection) {
    do {
      try connection.execute(
        """
        update report.run
        set
            outcome = 'failed',
            message = $3,
            finished_at = statement_timestamp()
        where
            district_id = $1
            and run_id = $2
            and outcome = 'running'
        """, [begun.scope.districtID, begun.runID, String(describing: cause)])
    } catch {
      logger.debug("The failure of run \(begun.runID) could not be recorded: \(error)")
    }
  }
}
