import ArgumentParser

/// `dabiao plan`: a work plan, as a folder of CSV files or as one workbook.
struct PlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Make, check, load, compare or carry over a work plan.",
    subcommands: [
      PlanInitCommand.self, PlanDraftCommand.self, PlanCheckCommand.self, PlanLoadCommand.self, PlanExportCommand.self,
      PlanDiffCommand.self, PlanCarryCommand.self,
    ])
}
