import ArgumentParser
import Catalogue
import Drafting
import Foundation
import Wording

/// `dabiao plan draft DOCUMENT`: a plan drafted from the text of a published document.
struct PlanDraftCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft", abstract: "Draft a plan from the text of a published document.",
    discussion: """
      Every number of the text becomes a target, or stands among the numbers left out, with the reason. What should be
      looked at is listed beside: doubts.csv and left_out.csv, or the sheets of the same in the workbook.
      """)

  @Argument(help: "The document as plain text, UTF-8 or GB18030.")
  var document: String

  @Option(help: "A folder for CSV files, or a workbook where it ends in .xlsx.")
  var to: String

  func run() throws {
    let draft = Draft(try PlanDocument.text(of: document))
    try draft.sheets.write(to: to)
    let summary = DraftText.summary(
      proposals: draft.proposals.count, doubts: draft.doubts.count, leftOut: draft.leftOut.count)
    print("\(PlainText.of(to, limit: 400)): \(summary.inBothLanguages)")
  }
}
