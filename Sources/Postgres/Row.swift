/// One row of an answer, its values as the server wrote them in text.
public struct Row: Sendable {
  /// The names of the columns, shared by all rows of an answer.
  final class Columns: Sendable {
    let names: [String]
    let positions: [String: Int]

    init(_ names: [String]) {
      self.names = names
      positions = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
    }
  }

  let columns: Columns
  /// The values in the order of the columns; nil for null.
  public let values: [String?]

  /// The names of the columns in their order.
  public var columnNames: [String] { columns.names }

  /// The value of the column at an index from 0; nil for null. The index must be one of the row's columns.
  public subscript(_ index: Int) -> String? { values[index] }

  /// The value of a column by its name; nil for null and for a column that the answer does not have.
  public subscript(_ name: String) -> String? { columns.positions[name].flatMap { values[$0] } }

  /// The value of a column that must be there and not null.
  ///
  /// - Throws: ``PostgresError`` that says whether the column is missing or null.
  public func required(_ name: String) throws(PostgresError) -> String {
    guard let index = columns.positions[name] else {
      throw PostgresError(
        .unexpectedResult, "the answer has no column \(name)",
        hint: "Its columns are \(columns.names.joined(separator: ", ")).")
    }
    guard let value = values[index] else {
      throw PostgresError(.unexpectedResult, "the column \(name) is null where a value is required")
    }
    return value
  }
}
