import ArgumentParser
import Exporting

extension OfficeEncoding: ExpressibleByArgument {
  /// An encoding by its name, as `gb18030`.
  public init?(argument: String) {
    guard let encoding = Self.all.first(where: { $0.name == argument.lowercased() }) else { return nil }
    self = encoding
  }

  /// What can be given.
  public static var allValueStrings: [String] { all.map(\.name) }

  /// The name of the default.
  public var defaultValueDescription: String { name }
}
