import ArgumentParser
import Attainment
import Foundation
import Postgres
import Reporting

/// `dabiao run`: publishes one month, or every month that is due.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Work out a month, or every month that is due, and publish it.",
    discussion: """
      Prints nothing unless it fails or writes to a terminal. The last publication stands until the new one is whole.

      With --due it publishes, oldest first, every month whose due date has passed by the database's clock and that is \
      not yet published; months whose figures have changed, where plan.csv says so (republish = changed); and the exports \
      of publications that have none. With nothing to do it does nothing, so it can run every morning.

      Several districts of a month are published as of one instant and from one snapshot, each in a transaction of its \
      own: what fails in one leaves the others as they are. With --jobs they share several connections; the results are \
      the same.
      """)

  @OptionGroup var connection: ConnectionOptions

  @Option(help: "The month to publish, as 2020-06.")
  var month: Month?

  @Flag(name: .customLong("due"), help: "Publish every month that is due and not yet published, of every district.")
  var isDue = false

  @Flag(name: .customLong("all-districts"), help: "Publish the month of every district.")
  var isOfAllDistricts = false

  @Option(help: "How many connections work on districts at the same time (default: 1).")
  var jobs: Int?

  @Option(
    name: .customLong("as-of"),
    help: "Take submissions, reviews and targets as they stood at this instant, as 2020-07-11T00:00:00+08:00.")
  var asOf: String?

  @Option(name: .customLong("export"), help: "Folder for the exports; written with the publication or not at all.")
  var exportsRoot: String?

  @OptionGroup var exportOptions: ExportOptions

  @Option(name: .customLong("metrics"), help: "File for the job's metrics, in Prometheus' text format.")
  var metricsFile: String?

  func validate() throws {
    guard (month == nil) == isDue else {
      throw ValidationError("Name the month with --month, or ask for every due one with --due.")
    }
    if exportOptions.areNamed, exportsRoot == nil {
      throw ValidationError("--parts says what an export is made of: name its folder with --export.")
    }
    guard !isOfAllDistricts || !isDue else {
      throw ValidationError("--due is of all districts already: leave out --all-districts.")
    }
    guard !isOfAllDistricts || connection.district == nil else {
      throw ValidationError("Name one district with --district, or ask for --all-districts, not both.")
    }
    guard let jobs else { return }
    guard jobs >= 1 else { throw ValidationError("--jobs \(jobs) is not a number of connections: give 1 or more.") }
    guard isOfAllDistricts || (isDue && connection.district == nil) else {
      throw ValidationError("--jobs shares out several districts: it goes with --all-districts, or with --due alone.")
    }
  }

  func run() async throws {
    let started = Date()
    var months: [PublishedMonth] = []
    var failure: (any Error)?
    do {
      try await publish(into: &months)
    } catch {
      failure = error
    }
    if let metricsFile {
      let code = failure.map { (ExitStatus(of: $0) ?? ExitStatus(internalError: $0)).code } ?? 0
      do {
        try JobMetrics(started: started, finished: Date(), exitCode: code, runs: months.map(\.run)).write(
          to: metricsFile)
      } catch {
        failure = failure ?? error
      }
    }
    if let failure { throw failure }
  }

  private func publish(into months: inout [PublishedMonth]) async throws {
    let export = MonthExport(root: exportsRoot, parts: exportOptions.parts)
    let job = DistrictsJob(connection: connection, asOf: asOf, export: export, lanes: jobs ?? 1)
    let outcome =
      if let month {
        try await job.publish(month, of: isOfAllDistricts ? .all(nil) : .one(connection.district))
      } else {
        try await job.publishDue()
      }
    months = outcome.months
    for month in months { report(month) }
    if let failure = outcome.failures.first {
      // What is of one district and month needs not be told which.
      throw isDue || isOfAllDistricts ? JobFailure(parts: outcome.failures) : failure.error
    }
    if months.isEmpty, Terminal.isOutput { print("nothing is due") }
  }

  private func report(_ month: PublishedMonth) {
    guard Terminal.isOutput else { return }
    let run = month.run
    let findings = Severity.allCases.map { "\(run.findings[$0] ?? 0) \($0.rawValue)" }.joined(separator: ", ")
    print(
      """
      \(run.district) \(run.month): published as run \(run.runID), as of \(run.asOf)
      \(run.evaluations) rows of attainment from \(run.submissions) figures; findings: \(findings)
      """)
    if let directory = month.directory { print("exports in \(directory)") }
  }
}
