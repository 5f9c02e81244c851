import Attainment
import Logging
import Postgres
import Reporting

/// One month of one district, published with its exports.
struct MonthPublishing: Sendable {
  let district: String?
  let month: Month
  let asOf: String?
  let export: MonthExport

  /// Publishes the month.
  func publish(on connection: isolated Connection) throws -> PublishedMonth {
    let request = RunRequest(district: district, month: month, asOf: asOf, programVersion: Version.current)
    let export = export
    let done = try MonthlyRun(request, logger: Logger(label: "dabiao")).publish(
      on: connection,
      stage: { connection, run in try export.stage(run, on: connection) },
      place: { staged in try export.place(staged) })
    return PublishedMonth(run: done.run, directory: done.placed)
  }
}

/// What a job has published: a run, and the folder of its export where one was asked for.
struct PublishedMonth: Sendable {
  let run: PublishedRun
  let directory: String?
}
