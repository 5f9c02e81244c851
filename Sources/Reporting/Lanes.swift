import Postgres

/// The districts of a job, shared out among several connections that work at the same time.
///
/// Each connection keeps the locks of its districts until the job ends. What fails on one takes no district of another
/// with it.
public struct Lanes: Sendable {
  /// What came of each district.
  public typealias Outcomes<R> = [String: Result<R, any Error>]

  /// Which districts of the database a job is of.
  public enum Selection: Sendable {
    /// The one of this code; where none is named, the only one there is.
    case one(String?)
    /// All of them, or the one of this code.
    case all(String?)
  }

  /// Codes of the districts, in their order.
  public let districts: [String]

  private let shares: [(lane: Lane, districts: [String])]
  private let coordinator: Lane

  /// Finds the districts, shares them out, and closes the connections when the body has ended.
  ///
  /// - Parameters:
  ///   - selection: which districts.
  ///   - count: how many lanes, 1 or more; there are never more than districts. One connection more holds the snapshot
  ///     that they share; a single district has a single connection.
  ///   - connect: opens a connection whose login is a member of `dabiao_job`.
  ///   - body: the work.
  /// - Returns: what the body gives.
  /// - Throws: `RunError` of kind `configuration` when the named district is not there, or none is named and there are several; `PostgresError` when the database
  ///   cannot be reached or refuses; what the body throws.
  public static func sharing<R: Sendable>(
    _ selection: Selection, among count: Int, connect: @escaping @Sendable () async throws -> Connection,
    _ body: (Lanes) async throws -> R
  ) async throws -> R {
    let first = Lane(connect: connect)
    let lanes: Lanes
    let result: Result<R, any Error>
    do {
      let districts = try await first.perform { connection in try District.codes(selection, on: connection) }
      lanes = Lanes(districts, among: count, first: first, connect: connect)
    } catch {
      await first.close()
      throw error
    }
    do {
      result = .success(try await body(lanes))
    } catch {
      result = .failure(error)
    }
    await lanes.close()
    return try result.get()
  }

  private init(
    _ districts: [String], among count: Int, first: Lane, connect: @escaping @Sendable () async throws -> Connection
  ) {
    let count = max(1, min(count, districts.count))
    self.districts = districts
    coordinator = first
    shares = (0..<count).map { place in
      (
        lane: districts.count == 1 ? first : Lane(connect: connect),
        districts: stride(from: place, to: districts.count, by: count).map { districts[$0] }
      )
    }
  }

  /// Carries out the body once for each of some districts: those of a lane one after another, the lanes at the same time.
  ///
  /// - Parameters:
  ///   - wanted: codes of the districts.
  ///   - body: the work on a district, which is locked; given the lane's connection and the district's code.
  /// - Returns: what came of each.
  public func each<R: Sendable>(
    of wanted: some Collection<String>, _ body: @escaping @Sendable (isolated Connection, String) throws -> R
  ) async -> Outcomes<R> {
    let wanted = Set(wanted)
    return await withTaskGroup(of: Outcomes<R>.self) { group in
      for (lane, districts) in shares {
        let districts = districts.filter(wanted.contains)
        guard !districts.isEmpty else { continue }
        group.addTask {
          var outcomes: Outcomes<R> = [:]
          for district in districts {
            do {
              outcomes[district] = .success(try await lane.perform(for: district, body))
            } catch {
              outcomes[district] = .failure(error)
            }
          }
          return outcomes
        }
      }
      return await group.reduce(into: [:]) { all, outcomes in all.merge(outcomes) { _, new in new } }
    }
  }

  /// Carries out work of no district, on the connection that shares the snapshot.
  func coordinate<R: Sendable>(_ body: @Sendable (isolated Connection) throws -> R) async throws -> R {
    try await coordinator.perform(body)
  }

  /// Shares a snapshot with the lanes for as long as the body runs.
  func sharingSnapshot<R: Sendable>(_ body: @Sendable (Snapshot) async throws -> R) async throws -> R {
    try await coordinator.sharingSnapshot(body)
  }

  private func close() async {
    for (lane, _) in shares { await lane.close() }
    await coordinator.close()
  }
}
