import ArgumentParser
import Attainment
import Foundation
import Postgres
import Reporting
import Wording

/// `dabiao explain`: a published figure down to its submissions, formula and rule.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a published figure: submissions, formula, rule, and how far the next verdict is.",
    discussion: """
      Recomputes the row from the submissions that the month's publication took, and compares. When a cell differs, it says \
      so first and exits with 65. Without --lang it prints Chinese, then English.
      """)

  @OptionGroup var connection: ConnectionOptions

  @Argument(help: "Code of the indicator, as 2.2.1.")
  var indicator: String

  @Option(help: "The published month, as 2020-06.")
  var month: Month

  @Option(help: "Code of a unit that has an allocation; the district's own row otherwise.")
  var unit: String?

  @Option(help: "zh or en; both otherwise.")
  var lang: Language?

  @Flag(help: "One JSON object for machines; every figure is a text.")
  var json = false

  func run() async throws {
    let (indicator, unit, month, district) = (indicator, unit, month, connection.district)
    let explanation = try await connection.connect().perform { @Sendable (connection: isolated Connection) in
      try Explanation.read(indicator, unit: unit, month: month, district: district, on: connection)
    }
    // Written past the buffer of print, so that it stands before the error when it was not as published.
    FileHandle.standardOutput.write(Data(Terminal.output(try text(of: explanation) + "\n").utf8))
    if !explanation.check.isEqual { throw NotAsPublished(row: explanation) }
  }
}

extension ExplainCommand {
  private func text(of explanation: Explanation) throws -> String {
    guard json else {
      let languages = lang.map { [$0] } ?? Language.allCases
      return PlainText.lines(languages.map { explanation.text(in: $0) }.joined(separator: "\n\n"))
    }
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(explanation), as: UTF8.self)
  }
}

/// The published figures do not follow from the submissions that the publication took.
struct NotAsPublished: Error {
  let row: Explanation

  var message: String {
    "\(row.indicator) \(row.unit.map { $0 + " " } ?? "")\(row.period) is not as published: "
      + row.check.differences.map(\.column).joined(separator: ", ")
      + " differ when recomputed from the submissions. What was submitted or reviewed has been changed or backdated since run "
      + "\(row.publication.runID), or the program has."
  }
}

extension Language: ExpressibleByArgument {}
