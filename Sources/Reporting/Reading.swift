import Attainment
import Catalogue
import Ledger
import Postgres

/// What a run reads, once: a plan, and what was submitted and reviewed of its figures by an instant. Everything up to the
/// rows that are stored follows from it (method, section 12).
struct Reading: Sendable {
  /// The plan at the instant.
  let inForce: PlanInForce
  /// What was submitted and reviewed.
  let ledger: Ledger

  /// Reads a version of a plan and its figures.
  ///
  /// - Parameters:
  ///   - key: the version of the plan.
  ///   - month: the last month wanted, 1 to 12.
  ///   - instant: the as-of instant T.
  ///   - connection: a connection in a transaction with one snapshot.
  /// - Throws: `CatalogueError` or `RunError` where the plan cannot be read; `PostgresError` when the database refuses.
  init(_ key: WorkPlan.Key, through month: Int, at instant: Instant, on connection: isolated Connection) throws {
    let plan = try WorkPlan.stored(key, on: connection)
    let assignments = Assignments(of: plan)
    try self.init(
      PlanInForce(plan, assignments, at: instant),
      Ledger(of: plan, assignments, districtID: key.districtID, through: month, at: instant, on: connection))
  }

  /// What was read, as values.
  init(_ inForce: PlanInForce, _ ledger: Ledger) {
    self.inForce = inForce
    self.ledger = ledger
  }
}
