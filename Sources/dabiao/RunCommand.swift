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
      """)

  @OptionGroup var connection: ConnectionOptions

  @Option(help: "The month to publish, as 2020-06.")
  var month: Month?

  @Flag(name: .customLong("due"), help: "Publish every month that is due and not yet published, of every district.")
  var isDue = false

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
  }

  func run() async throws {
    let started = Date()
    var runs: [PublishedRun] = []
    var failure: (any Error)?
    do {
      try await publish(into: &runs)
    } catch {
      failure = error
    }
    if let metricsFile {
      let code = failure.map { (ExitStatus(of: $0) ?? ExitStatus(internalError: $0)).code } ?? 0
      do {
        try JobMetrics(started: started, finished: Date(), exitCode: code, runs: runs).write(to: metricsFile)
      } catch {
        failure = failure ?? error
      }
    }
    if let failure { throw failure }
  }

  private func publish(into runs: inout [PublishedRun]) async throws {
    guard let month else {
      let done = try await DueJob(
        connection: connection, asOf: asOf, exportsRoot: exportsRoot, parts: exportOptions.parts
      ).run()
      runs = done.runs
      for run in runs { report(run, nil) }
      if !done.failures.isEmpty { throw JobFailure(parts: done.failures) }
      if runs.isEmpty, Terminal.isOutput { print("nothing is due") }
      return
    }
    let publishing = MonthPublishing(
      district: connection.district, month: month, asOf: asOf, exportsRoot: exportsRoot, parts: exportOptions.parts)
    let done = try await connection.connect().perform { @Sendable (connection: isolated Connection) in
      try publishing.publish(on: connection)
    }
    runs = [done.run]
    report(done.run, done.directory)
  }

  private func report(_ run: PublishedRun, _ directory: String?) {
    guard Terminal.isOutput else { return }
    let findings = ["error", "warning", "info"].map { "\(run.findings[$0] ?? 0) \($0)" }.joined(separator: ", ")
    print(
      """
      \(run.district) \(run.month): published as run \(run.runID), as of \(run.asOf)
      \(run.evaluations) rows of attainment from \(run.submissions) figures; findings: \(findings)
      """)
    if let directory { print("exports in \(directory)") }
  }
}
