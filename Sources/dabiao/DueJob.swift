import Attainment
import Exporting
import Logging
import Postgres
import Reporting

/// Publishes every month that is due, of every district, and puts right the exports that lag behind their publications.
struct DueJob {
  let connection: ConnectionOptions
  let asOf: String?
  let exportsRoot: String?
  let parts: Set<Export.PartName>

  /// Does all that can be done: what fails in one district or month does not hold up the others.
  ///
  /// - Returns: the published runs, and what failed.
  /// - Throws: `PostgresError` or `RunError` when there is no way to find out what is due.
  func run() async throws -> (runs: [PublishedRun], failures: [JobFailure.Part]) {
    let named = connection.district
    let districts = try await connection.connect().perform { @Sendable (connection: isolated Connection) in
      try District.codes(named, on: connection)
    }
    var runs: [PublishedRun] = []
    var failures: [JobFailure.Part] = []
    for district in districts where Interruption.signal == nil {
      do {
        // A connection each: one that breaks takes no other district with it.
        let done = try await publish(district, on: try await connection.connect())
        runs += done.runs
        failures += done.failures
      } catch {
        failures.append(JobFailure.Part(subject: district, error: error))
      }
    }
    return (runs, failures)
  }

  private func publish(
    _ district: String, on connection: Connection
  ) async throws -> (runs: [PublishedRun], failures: [JobFailure.Part]) {
    let (asOf, root, parts) = (asOf, exportsRoot, parts)
    return try await connection.perform { @Sendable (connection: isolated Connection) in
      try RunLock.holding(district, on: connection) { connection in
        var runs: [PublishedRun] = []
        var failures: [JobFailure.Part] = []
        for month in try DueMonths.list(of: district, at: asOf, on: connection) {
          let publishing = MonthPublishing(
            district: district, month: month, asOf: asOf, exportsRoot: root, parts: parts)
          do {
            runs.append(try publishing.publish(on: connection).run)
          } catch let error as RunError where error.kind == .badData {
            // Figures that stop one month do not stop the next.
            failures.append(JobFailure.Part(subject: "\(district) \(month)", error: error))
          } catch {
            failures.append(JobFailure.Part(subject: "\(district) \(month)", error: error))
            return (runs, failures)
          }
        }
        if let root {
          for month in try Export.outdated(district: district, in: root, on: connection) {
            let export = try connection.transaction(.repeatableRead, readOnly: true) { connection in
              try Export.stage(district: district, period: month, into: root, parts: parts, on: connection)
            }
            _ = try export.publish()
          }
        }
        return (runs, failures)
      }
    }
  }
}
