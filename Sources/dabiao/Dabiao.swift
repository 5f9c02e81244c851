import ArgumentParser

/// The command line; each subcommand has a file of its own.
@main
struct Dabiao: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dabiao",
    abstract: "Work out each month whether a district keeps its year's promises (达标).",
    version: Version.current,
    subcommands: [])
}
