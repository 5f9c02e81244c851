import Attainment
import Logging
import Postgres

/// One month of several districts, published as of one instant and from one snapshot (method, section 12).
///
/// All runs are recorded as begun before the snapshot is taken; each district is then published in a transaction of its
/// own, so that what fails in one leaves the others as they are. The results do not depend on the number of lanes.
public struct Round: Sendable {
  private let month: Month
  private let asOf: String?
  private let programVersion: String
  private let logger: Logger
  private let isStopped: @Sendable () -> Bool

  /// Describes the round.
  ///
  /// - Parameters:
  ///   - month: the reported month.
  ///   - asOf: the as-of instant T, an ISO 8601 instant with its offset; nil for the moment the round starts, by the
  ///     database's clock.
  ///   - programVersion: version of the program, recorded with each run.
  ///   - logger: where what cannot be recorded is told.
  ///   - isStopped: whether no other district should be begun.
  public init(
    _ month: Month, asOf: String?, programVersion: String, logger: Logger,
    isStopped: @escaping @Sendable () -> Bool = { false }
  ) {
    self.month = month
    self.asOf = asOf
    self.programVersion = programVersion
    self.logger = logger
    self.isStopped = isStopped
  }

  /// Publishes the month of each of some districts.
  ///
  /// - Parameters:
  ///   - districts: codes of the districts.
  ///   - lanes: the connections that do it.
  ///   - stage: as of ``MonthlyRun/publish(on:stage:place:)``, called on a lane's connection.
  ///   - place: as of ``MonthlyRun/publish(on:stage:place:)``.
  /// - Returns: what came of each district: the published run and what `place` gave back, or the error, which is
  ///   ``StoppedBeforeItsTurn`` for one whose turn had not come when the round was stopped.
  /// - Throws: `RunError` when the instant cannot be read; `PostgresError` when the database cannot be reached. Nothing is
  ///   published then.
  public func publish<Staged: Sendable, Placed: Sendable>(
    _ districts: [String], by lanes: Lanes,
    stage: @escaping @Sendable (isolated Connection, PublishedRun) throws -> Staged,
    place: @escaping @Sendable (Staged) throws -> Placed
  ) async throws -> Lanes.Outcomes<(run: PublishedRun, placed: Placed)> {
    let (asOf, isStopped) = (asOf, isStopped)
    let instant = try await lanes.coordinate { connection in try RunScope.instant(asOf, on: connection) }
    var begun: [String: BegunRun] = [:]
    var outcomes: Lanes.Outcomes<(run: PublishedRun, placed: Placed)> = [:]
    for (district, outcome) in await lanes.each(
      of: districts,
      { connection, district in
        guard !isStopped() else { throw StoppedBeforeItsTurn() }
        return try run(of: district, asOf: instant).begin(on: connection)
      })
    {
      switch outcome {
      case .success(let run): begun[district] = run
      case .failure(let error): outcomes[district] = .failure(error)
      }
    }
    let runs = begun
    @Sendable func publish(from snapshot: Snapshot?) async -> Lanes.Outcomes<(run: PublishedRun, placed: Placed)> {
      await lanes.each(of: runs.keys) { connection, district in
        guard let begun = runs[district] else { throw StoppedBeforeItsTurn() }
        let run = run(of: district, asOf: instant)
        guard !isStopped() else {
          run.fail(begun, because: StoppedBeforeItsTurn(), on: connection)
          throw StoppedBeforeItsTurn()
        }
        return try run.publish(begun, from: snapshot, on: connection, stage: stage, place: place)
      }
    }
    do {
      let published =
        runs.count > 1
        ? try await lanes.sharingSnapshot { snapshot in await publish(from: snapshot) } : await publish(from: nil)
      outcomes.merge(published) { _, new in new }
    } catch {
      _ = await lanes.each(of: runs.keys) { connection, district in
        guard let begun = runs[district] else { return }
        run(of: district, asOf: instant).fail(begun, because: error, on: connection)
      }
      for district in runs.keys { outcomes[district] = .failure(error) }
    }
    return outcomes
  }

  private func run(of district: String, asOf: String) -> MonthlyRun {
    MonthlyRun(
      RunRequest(district: district, month: month, asOf: asOf, programVersion: programVersion), logger: logger)
  }
}

/// A district that was not published because the job was stopped before its turn came.
public struct StoppedBeforeItsTurn: Error, CustomStringConvertible {
  /// What happened.
  public let description = "stopped before its turn"

  /// Says so.
  public init() {}
}
