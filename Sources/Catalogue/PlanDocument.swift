/// A document that a plan is made from.
public enum PlanDocument {
  /// The text of a document, in UTF-8 or GB18030.
  ///
  /// - Throws: `CatalogueError.unreadable`.
  public static func text(of path: String) throws(CatalogueError) -> String {
    let (text, badLines) = PlanText.utf8(try WorkPlan.bytes(of: path))
    guard badLines.isEmpty else {
      throw .unreadable(
        path: path, reason: "line \(badLines[0]) is neither UTF-8 nor GB18030; save it as plain text in UTF-8")
    }
    return String(decoding: text, as: UTF8.self)
  }
}
