import ArgumentParser
import Exporting

/// Which parts of an export are written.
struct ExportOptions: ParsableArguments {
  private static let names = Export.PartName.allCases.map(\.rawValue)

  @Option(
    name: .customLong("parts"),
    help: ArgumentHelp(
      "The parts of the export, with commas between them: \(names.joined(separator: ",")) by default.",
      valueName: "part,..."),
    completion: .list(names), transform: Self.parse)
  private var named: Set<Export.PartName>?

  /// The parts asked for.
  var parts: Set<Export.PartName> { named ?? Set(Export.PartName.allCases) }

  /// Whether parts were named.
  var areNamed: Bool { named != nil }

  private static func parse(_ list: String) throws -> Set<Export.PartName> {
    let parts = try list.split(separator: ",", omittingEmptySubsequences: false).map { name in
      guard let part = Export.PartName(rawValue: String(name)) else {
        throw ValidationError(
          "found '\(name)', which is no part of an export. The parts are \(names.joined(separator: ", ")).")
      }
      return part
    }
    return Set(parts)
  }
}
