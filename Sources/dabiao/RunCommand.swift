import ArgumentParser
import Attainment
import Exporting
import Logging
import Postgres
import Reporting

/// `dabiao run`: publishes one month.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Work out one month and publish it.",
    discussion: """
      Prints nothing unless it fails or writes to a terminal. The last publication stands until the new one is whole.
      """)

  @OptionGroup var connection: ConnectionOptions

  @Option(help: "The month to publish, as 2020-06.")
  var month: Month

  @Option(
    name: .customLong("as-of"),
    help: "Take submissions, reviews and targets as they stood at this instant, as 2020-07-11T00:00:00+08:00.")
  var asOf: String?

  @Option(name: .customLong("export"), help: "Folder for the exports; written with the publication or not at all.")
  var exportsRoot: String?

  func run() async throws {
    let request = RunRequest(
      district: connection.district, month: month, asOf: asOf, programVersion: Version.current)
    let root = exportsRoot
    let run = try await connection.connect().perform { @Sendable (connection: isolated Connection) in
      try MonthlyRun(request, logger: Logger(label: "dabiao")).publish(on: connection) { connection, run in
        try root.map { root in
          try Export.stage(district: run.district, period: run.month, into: root, on: connection)
        }
      }
    }
    let directory = try run.staged?.publish()
    guard Terminal.isOutput else { return }
    let findings = ["error", "warning", "info"].map { "\(run.run.findings[$0] ?? 0) \($0)" }.joined(separator: ", ")
    print(
      """
      \(run.run.district) \(run.run.month): published as run \(run.run.runID), as of \(run.run.asOf)
      \(run.run.evaluations) rows of attainment from \(run.run.submissions) figures; findings: \(findings)
      """)
    if let directory { print("exports in \(directory)") }
  }
}
