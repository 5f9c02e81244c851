import ArgumentParser
import Attainment
import Foundation
import Postgres
import Reporting
import Wording

/// `dabiao diff`: what changed between two publications.
struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what changed between two months, or between two publications of one month.",
    discussion: """
      dabiao diff 2020-05 2020-06            the two months as they are published now
      dabiao diff 2020-06                    the month's last two publications
      dabiao diff 2020-06 --run 3 --run 7    two of its publications, by the numbers in report.runs
      """)

  @OptionGroup var connection: ConnectionOptions

  @Argument(help: "One month or two, as 2020-05 2020-06.")
  var months: [Month]

  @Option(name: .customLong("run"), help: "With one month: a run to compare; given twice.")
  var runs: [Int] = []

  @Flag(help: "Compare the units' rows, too.")
  var units = false

  @Flag(help: "Write every row that differs as CSV.")
  var csv = false

  @Flag(help: "Write every row that differs as a JSON array.")
  var json = false

  func validate() throws {
    guard (1...2).contains(months.count) else { throw ValidationError("Name one month or two.") }
    guard runs.isEmpty || runs.count == 2 && months.count == 1 else {
      throw ValidationError("--run is given twice, with one month.")
    }
    guard !(csv && json) else { throw ValidationError("--csv and --json exclude each other.") }
  }

  func run() async throws {
    let (district, months, runs, units, csv, json) = (connection.district, months, runs, units, csv, json)
    let output = try await connection.connect().perform { @Sendable (connection: isolated Connection) in
      try connection.transaction(.repeatableRead, readOnly: true) { connection in
        let diff = try PublicationDiff(
          district: district, months: months, runs: runs, includesUnits: units, on: connection)
        if csv {
          var bytes: [UInt8] = []
          try connection.copyOut("copy (\(diff.query)) to stdout (format csv, header)") { $0.append(to: &bytes) }
          return String(decoding: bytes, as: UTF8.self)
        }
        if json {
          let rows = "select coalesce(json_agg(difference), '[]')::text as text from (\(try diff.query)) as difference"
          return try connection.queryOne(rows).required("text") + "\n"
        }
        let text = DiffText(diff, rows: try connection.query(diff.query), of: try diff.rowCount(on: connection)).text
        return PlainText.lines(text)
      }
    }
    FileHandle.standardOutput.write(Data(Terminal.output(output).utf8))
  }
}
