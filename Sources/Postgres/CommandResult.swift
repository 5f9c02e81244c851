/// What the server said of a statement that it carried out.
public struct CommandResult: Sendable, Hashable {
  /// The command tag, as `INSERT 0 3` or `CREATE TABLE`.
  public let tag: String
  /// The number of rows inserted, updated, deleted, selected or copied; 0 for a command that counts none.
  public let affectedRows: Int

  /// A result with a tag and a number of rows.
  public init(tag: String, affectedRows: Int) {
    self.tag = tag
    self.affectedRows = affectedRows
  }
}
