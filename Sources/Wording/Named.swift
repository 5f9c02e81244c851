/// A code that people read by a name.
public protocol Named: RawRepresentable<String>, CaseIterable, Sendable {
  /// What people call it.
  var name: Phrase { get }
}

extension Named {
  /// Each code with its name, in the order of the cases.
  public static var names: [CodeName] { allCases.map { CodeName(code: $0.rawValue, name: $0.name) } }
}

/// A code as files and tables hold it, and what people call it.
public struct CodeName: Sendable, Hashable {
  /// The code.
  public let code: String

  /// Its name.
  public let name: Phrase
}
