import Attainment
import Postgres

/// Columns of the plan's tables, read as what the method knows them to be.
extension Row {
  /// A column that holds one of the method's words, or a whole number.
  ///
  /// - Throws: `CatalogueError.stored` for anything else; `PostgresError` for null.
  func word<Word: LosslessStringConvertible>(_ column: String) throws -> Word {
    let text = try required(column)
    guard let word = Word(text) else { throw unknown(text, column) }
    return word
  }

  /// A column that holds one of the method's words.
  ///
  /// - Throws: `CatalogueError.stored` for anything else; `PostgresError` for null.
  func word<Word: RawRepresentable<String>>(_ column: String) throws -> Word {
    let text = try required(column)
    guard let word = Word(rawValue: text) else { throw unknown(text, column) }
    return word
  }

  /// A column that holds one of the method's words or nothing.
  func wordIfAny<Word: RawRepresentable<String>>(_ column: String) throws -> Word? {
    self[column] == nil ? nil : try word(column) as Word
  }

  /// A column that holds a figure.
  func figure(_ column: String) throws -> Figure {
    let text = try required(column)
    guard let figure = Figure(parsing: text) else { throw unknown(text, column) }
    return figure
  }

  /// A column that holds a figure or nothing.
  func figureIfAny(_ column: String) throws -> Figure? { self[column] == nil ? nil : try figure(column) }

  /// A column that holds a date.
  func day(_ column: String) throws -> Day {
    let text = try required(column)
    guard let day = Day(parsing: text) else { throw unknown(text, column) }
    return day
  }

  /// A column that holds true or false.
  func flag(_ column: String) throws -> Bool { try required(column) == "t" }

  private func unknown(_ text: String, _ column: String) -> CatalogueError {
    .stored("The plan holds '\(text)' as \(column), which this version does not know.")
  }
}
