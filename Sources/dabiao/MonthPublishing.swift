import Attainment
import Exporting
import Logging
import Postgres
import Reporting

/// One month of one district, published with its exports.
struct MonthPublishing: Sendable {
  let district: String?
  let month: Month
  let asOf: String?
  let exportsRoot: String?
  let parts: Set<Export.PartName>

  /// Publishes the month.
  ///
  /// - Returns: the run, and the folder of its export where one was asked for.
  func publish(on connection: isolated Connection) throws -> (run: PublishedRun, directory: String?) {
    let request = RunRequest(district: district, month: month, asOf: asOf, programVersion: Version.current)
    let (root, parts) = (exportsRoot, parts)
    let done = try MonthlyRun(request, logger: Logger(label: "dabiao")).publish(
      on: connection,
      stage: { connection, run in
        try root.map { root in
          try Export.stage(district: run.district, period: run.month, into: root, parts: parts, on: connection)
        }
      },
      place: { export in try export?.publish() })
    return (done.run, done.placed)
  }
}
