import ArgumentParser
import Foundation
import Logging
import Wording

/// The command line; each subcommand has a file of its own.
@main
struct Dabiao: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dabiao",
    abstract: "Work out each month whether a district keeps its year's promises (\(Term.meet.zh)).",
    version: Version.current,
    subcommands: [
      PlanCommand.self, FormCommand.self, SubmitCommand.self, ReviewCommand.self, WindowCommand.self,
      CommentCommand.self, RunCommand.self, ExportCommand.self, DiffCommand.self, ExplainCommand.self,
      StatusCommand.self, DoctorCommand.self,
    ])

  static func main() async {
    LoggingSystem.bootstrap { label in StreamLogHandler.standardError(label: label) }
    Interruption.listen()
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      guard let status = ExitStatus(of: error) else { exit(withError: error) }
      FileHandle.standardError.write(Data("dabiao: \(PlainText.lines(status.message))\n".utf8))
      Foundation.exit(status.code)
    }
  }
}
