import ArgumentParser
import Attainment
import Intake
import Postgres
import Wording

/// `dabiao comment`: what the office says of an indicator in a month.
struct CommentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "comment", abstract: "Comment on an indicator in a month, take a comment back, or list comments.",
    usage: """
      dabiao comment 2.2.1 --month 2020-06 --text 'Talked with the bureau on 3 July.'
      dabiao comment 2.2.1 --month 2020-06 --text ''    takes back what was said
      dabiao comment --list [2.2.1] [--month 2020-06]
      """,
    discussion: "A comment changes no figure and no verdict. The last one stands in the publications made after it.")

  @OptionGroup var connection: ConnectionOptions

  @Argument(help: "Code of the indicator, as 2.2.1.")
  var indicator: String?

  @Option(help: "The reported month, as 2020-06.")
  var month: Month?

  @Option(help: "What there is to say; an empty text takes back what was said.")
  var text: String?

  @Option(name: .customLong("said-at"), help: "The moment of the comment, for loading history; owners only.")
  var saidAt: Instant?

  @Flag(help: "List the comments instead, those that were replaced or taken back included.")
  var list = false

  func validate() throws {
    if list {
      guard text == nil, saidAt == nil else {
        throw ValidationError("--list only lists; leave out --text and --said-at.")
      }
    } else if indicator == nil || month == nil || text == nil {
      throw ValidationError("Name the indicator, --month and --text; or see what was said with --list.")
    }
  }

  func run() async throws {
    if let indicator, let month, let text {
      try await say(text, on: indicator, in: month)
    } else {
      try await printList()
    }
  }

  private func say(_ text: String, on indicator: String, in month: Month) async throws {
    let comment = OfficeComment(text, on: indicator, in: month, saidAt: saidAt)
    let district = connection.district
    try await connection.connect().perform { @Sendable (connection: isolated Connection) in
      try comment.record(district: district, on: connection)
    }
    print("\(month) \(indicator): \(comment.takesBack ? "comment taken back" : "commented")")
  }

  private func printList() async throws {
    let (indicator, month, district) = (indicator, month, connection.district)
    let comments = try await connection.connect().perform { @Sendable (connection: isolated Connection) in
      try OfficeComment.list(of: indicator, in: month, district: district, on: connection)
    }
    for comment in comments {
      let said = comment.text.map { ": \(PlainText.of($0, limit: 200))" } ?? " took back what was said"
      let state = comment.stands || comment.text == nil ? "" : " (no longer stands)"
      print("\(comment.month) \(comment.indicator) \(comment.saidAt) \(comment.saidBy)\(said)\(state)")
    }
    let standing = comments.count(where: \.stands)
    print(standing == 1 ? "1 comment stands" : "\(standing) comments stand")
  }
}
