import Attainment
import Logging
import Postgres

/// One month of one district, from what was read to the publication.
///
/// Everything that a reader can see changes in one transaction: a run inserts its rows under a new number, is audited, and
/// then moves the pointer. Whatever fails before leaves the last publication standing.
struct MonthRun<Staged: Sendable, Placed: Sendable>: Sendable {
  /// What the database keeps of it.
  let record: RunRecord
  /// Called inside the transaction once the views show the new rows; when it throws, nothing is published.
  let stage: @Sendable (isolated Connection, PublishedRun) throws -> Staged
  /// Called after the commit, while the district is still locked; when it throws, the publication stands.
  let place: @Sendable (Staged) throws -> Placed

  /// Computes the month, stores it and publishes it.
  ///
  /// - Throws: `RunError` of kind `badData` where its findings stop it, and `locked` where another run began meanwhile;
  ///   `PostgresError` when the database refuses; whatever `stage` and `place` throw.
  func publish(
    _ reading: Reading, on connection: isolated Connection
  ) throws -> (run: PublishedRun, placed: Placed) {
    let results = MonthResults(reading, through: record.scope.month.month)
    let outcome = try connection.transaction(.repeatableRead) { connection in
      try commit(results, on: connection)
    }
    let (run, staged) = try outcome.get()
    return (run, try place(staged))
  }

  /// Stores everything and moves the pointer; a failure given back is one that is to be kept.
  private func commit(
    _ results: MonthResults, on connection: isolated Connection
  ) throws -> Result<(PublishedRun, Staged), RunError> {
    let fingerprint = Fingerprint(of: results.figures)
    try record.keep(fingerprint, on: connection)
    let earlier = try EarlierPublication.before(record, fingerprint, on: connection)
    let audit = Audit(results, results.figures.uses(in: earlier.filter { $0.asOf < record.scope.asOf }))
    let store = ResultStore(run: record.key)
    let errors = results.inForce.plan.stopsOnError ? audit.errorCount : 0
    if errors > 0 {
      _ = try store.store(audit, into: "stopped_finding", on: connection)
      return .failure(try record.stop(errors: errors, on: connection))
    }
    try store.store(results, on: connection)
    try store.store(Appraisal(audit), of: results.inForce.plan, on: connection)
    let findings = try store.store(audit, on: connection)
    try storeRevisions(results, earlier, in: store, on: connection)
    try record.movePointer(on: connection)
    let run = PublishedRun(
      districtID: record.scope.districtID, district: record.scope.district, runID: record.runID,
      month: record.scope.month, asOf: record.scope.asOf, evaluations: results.rows.count,
      submissions: fingerprint.count, findings: findings)
    return .success((run, try stage(connection, run)))
  }

  private func storeRevisions(
    _ results: MonthResults, _ earlier: [EarlierPublication], in store: ResultStore, on connection: isolated Connection
  ) throws {
    let ofMonth = earlier.filter { $0.month == record.scope.month.month }
    guard let previous = ofMonth.max(by: { $0.isBefore($1) }) else { return }
    let cells = try previous.cells(ofDistrict: record.scope.districtID, on: connection)
    let plan = try previous.plan(where: results.inForce.plan, is: record.scope, on: connection)
    let revisions = results.revisions(
      since: cells, of: previous, targets: plan.targets(inForceOn: results.inForce.zone.day(of: previous.asOf)),
      planVersion: record.scope.version)
    try store.store(revisions, since: previous, on: connection)
  }
}
