/// What a spreadsheet program lets people type into a cell.
public struct CellValidation: Hashable, Sendable {
  /// What is let in.
  public enum Rule: Hashable, Sendable {
    /// Numbers, in some range or any.
    case number(ClosedRange<Double>?)
    /// One of a few texts, to be picked from a list.
    case list([String])
    /// Days from 1990 to 2099.
    case day
  }

  /// What is let in.
  public var rule: Rule
  /// Title and text of what is said of anything else.
  public var title: String
  /// What is said of anything else.
  public var message: String

  /// A rule and what is said of what breaks it.
  public init(_ rule: Rule, title: String, message: String) {
    self.rule = rule
    self.title = title
    self.message = message
  }
}
