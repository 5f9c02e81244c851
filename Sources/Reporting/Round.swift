import Attainment
import Logging
import Postgres

/// Months of one district or of several, published as of one instant and from one snapshot (method, section 12).
///
/// Each month of each district is published in a transaction of its own, so that what fails in one leaves the others as
/// they are. The results do not depend on the number of lanes.
public struct Round: Sendable {
  /// Which months are published.
  public enum Selection: Sendable {
    /// One month.
    case month(Month)
    /// Every month that is due: ``DueMonths``.
    case due
  }

  private let selection: Selection
  private let asOf: String?
  private let programVersion: String
  private let logger: Logger
  private let isStopped: @Sendable () -> Bool

  /// Describes the round.
  ///
  /// - Parameters:
  ///   - selection: the months.
  ///   - asOf: the as-of instant T, an ISO 8601 instant with its offset; nil for the moment the round starts, by the
  ///     database's clock.
  ///   - programVersion: version of the program, recorded with each run.
  ///   - logger: where what cannot be recorded is told.
  ///   - isStopped: whether no other month should be begun.
  public init(
    _ selection: Selection, asOf: String?, programVersion: String, logger: Logger,
    isStopped: @escaping @Sendable () -> Bool = { false }
  ) {
    self.selection = selection
    self.asOf = asOf
    self.programVersion = programVersion
    self.logger = logger
    self.isStopped = isStopped
  }

  /// A month of a district that was published, or the error because of which it was not.
  public struct Outcome<Placed: Sendable>: Sendable {
    /// The month; nil where it is not known which there are.
    public let month: Month?
    /// The published run and what was put in place with it.
    public let result: Result<(run: PublishedRun, placed: Placed), any Error>
  }

  /// Publishes the months of the districts of some lanes.
  ///
  /// A district's months come oldest first, from one reading of its figures. Findings that stop one do not stop the next;
  /// any other failure ends the district.
  ///
  /// - Parameters:
  ///   - lanes: the connections that do it, whose login is a member of `dabiao_job`.
  ///   - stage: called inside a month's transaction once the views show its rows, to prepare what goes with the
  ///     publication; when it throws, the month is not published.
  ///   - place: called after the commit, while the district is still locked, to put in place what was staged; when it
  ///     throws, the publication stands.
  /// - Returns: what came of each district, by its code: of each month, or ``StoppedBeforeItsTurn``.
  /// - Throws: `RunError` when the instant cannot be read; `PostgresError` when the database cannot be reached. Nothing is
  ///   published then.
  public func publish<Staged: Sendable, Placed: Sendable>(
    by lanes: Lanes,
    stage: @escaping @Sendable (isolated Connection, PublishedRun) throws -> Staged,
    place: @escaping @Sendable (Staged) throws -> Placed
  ) async throws -> [String: [Outcome<Placed>]] {
    let asOf = asOf
    let instant = try await lanes.coordinate { connection in try Instant.asOf(asOf, on: connection) }
    // All are locked before the snapshot is taken, so that no other job comes between.
    let locked = await lanes.each(of: lanes.districts) { _, _ in }
    let districts = lanes.districts.filter { if case .success = locked[$0] { true } else { false } }
    @Sendable func publish(from snapshot: Snapshot?) async -> Lanes.Outcomes<[Outcome<Placed>]> {
      await lanes.each(of: districts) { connection, district in
        guard !isStopped() else { throw StoppedBeforeItsTurn() }
        return try months(of: district, at: instant, from: snapshot, on: connection, stage: stage, place: place)
      }
    }
    let published: Lanes.Outcomes<[Outcome<Placed>]>
    do {
      published =
        lanes.districts.count > 1
        ? try await lanes.sharingSnapshot { snapshot in await publish(from: snapshot) } : await publish(from: nil)
    } catch {
      published = Dictionary(uniqueKeysWithValues: districts.map { ($0, .failure(error)) })
    }
    return locked.mapValues { $0.map { [] } }.merging(published) { _, new in new }.mapValues { result in
      switch result {
      case .success(let months): months
      case .failure(let error): [Outcome(month: nil, result: .failure(error))]
      }
    }
  }

  /// Publishes the months of a district, which is locked.
  private func months<Staged: Sendable, Placed: Sendable>(
    of district: String, at instant: Instant, from snapshot: Snapshot?, on connection: isolated Connection,
    stage: @escaping @Sendable (isolated Connection, PublishedRun) throws -> Staged,
    place: @escaping @Sendable (Staged) throws -> Placed
  ) throws -> [Outcome<Placed>] {
    let due: DueMonths
    switch selection {
    case .month(let month):
      due = DueMonths(scopes: [try RunScope(month, of: district, at: instant, on: connection)], readings: [:])
    case .due:
      due = try DueMonths(of: district, at: instant, from: snapshot, on: connection)
    }
    var outcomes: [Outcome<Placed>] = []
    for scope in due.scopes {
      let result: Result<(run: PublishedRun, placed: Placed), any Error>
      do {
        guard !isStopped() else { throw StoppedBeforeItsTurn() }
        let record = try RunRecord.begin(scope, programVersion: programVersion, on: connection)
        let run = MonthRun(record: record, stage: stage, place: place)
        result = .success(
          try recordingFailure(of: record, on: connection) { connection in
            try run.publish(
              try due.readings[scope.month.year] ?? read(scope, from: snapshot, on: connection), on: connection)
          })
      } catch {
        result = .failure(error)
      }
      outcomes.append(Outcome(month: scope.month, result: result))
      if case .failure(let error) = result, (error as? RunError)?.kind != .badData { break }
    }
    return outcomes
  }

  private func read(
    _ scope: RunScope, from snapshot: Snapshot?, on connection: isolated Connection
  ) throws -> Reading {
    try connection.transaction(.repeatableRead, readOnly: true, snapshot: snapshot) { connection in
      try Reading(scope.plan, through: scope.month.month, at: scope.asOf, on: connection)
    }
  }

  /// Carries out the body, and records with the run why it failed; a run stopped by its findings has recorded that itself.
  private func recordingFailure<R>(
    of record: RunRecord, on connection: isolated Connection, _ body: (isolated Connection) throws -> R
  ) throws -> R {
    do {
      return try body(connection)
    } catch {
      if (error as? RunError)?.kind != .badData { record.fail(because: error, on: connection, logger) }
      throw error
    }
  }
}

/// A district or a month that was not published because the job was stopped before its turn came.
public struct StoppedBeforeItsTurn: Error, CustomStringConvertible {
  /// What happened.
  public let description = "stopped before its turn"

  /// Says so.
  public init() {}
}
