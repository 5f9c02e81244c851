import ArgumentParser
import Catalogue
import Wording

/// `dabiao plan diff`: what differs between two versions of a plan, in words.
struct PlanDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Show what differs between two versions of a plan, in words.")

  @Argument(help: "The earlier version: a folder or a workbook.")
  var before: String

  @Argument(help: "The later version: a folder or a workbook.")
  var after: String

  func run() throws {
    let differences = try WorkPlan.read(before).differences(to: WorkPlan.read(after))
    if differences.isEmpty { print(PlanDifference.none.inBothLanguages) }
    for difference in differences { print(PlainText.lines(difference.phrase.inBothLanguages)) }
  }
}
