import Attainment

/// Reading typed cells; each records a fault where a cell does not hold what it should.
extension PlanTable {
  /// A text that must be there.
  mutating func text(_ row: Row, _ column: String) -> String {
    guard let text = row[column] else {
      report(row.line, column, "nothing", "a text")
      return ""
    }
    return text
  }

  /// A text that may be left out; another then stands for it.
  func text(_ row: Row, _ column: String, else fallback: String) -> String { row[column] ?? fallback }

  /// A code in lower-case ASCII letters, digits, `_` and `-`.
  mutating func code(_ row: Row, _ column: String) -> String {
    let text = text(row, column)
    if !text.isEmpty && text.wholeMatch(of: /[a-z][a-z0-9_-]*/) == nil {
      report(row.line, column, "'\(text)'", "a code of lower-case letters, digits, _ and -, such as commerce")
    }
    return text
  }

  /// One of the words of an enumeration.
  mutating func word<Word: RawRepresentable<String> & CaseIterable>(_ row: Row, _ column: String) -> Word? {
    guard let text = row[column] else { return nil }
    if let word = Word(rawValue: text) { return word }
    report(row.line, column, "'\(text)'", "one of \(Word.allCases.map(\.rawValue).joined(separator: ", "))")
    return nil
  }

  /// One of the words of an enumeration, which must be there.
  mutating func requiredWord<Word: RawRepresentable<String> & CaseIterable>(
    _ row: Row, _ column: String, else fallback: Word
  ) -> Word {
    if row[column] == nil {
      report(row.line, column, "nothing", "one of \(Word.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return word(row, column) ?? fallback
  }

  /// `true` or `false`; empty gives the fallback, where there is one.
  mutating func boolean(_ row: Row, _ column: String, else fallback: Bool? = nil) -> Bool {
    switch row[column] {
    case "true": return true
    case "false": return false
    case nil where fallback != nil: return fallback ?? false
    case let text:
      report(row.line, column, text.map { "'\($0)'" } ?? "nothing", "true or false")
      return false
    }
  }

  /// A whole number of a range; nil where the cell is empty.
  mutating func number(_ row: Row, _ column: String, in range: ClosedRange<Int>) -> Int? {
    guard let text = row[column] else { return nil }
    guard let number = Int(text), range.contains(number), String(number) == text else {
      report(row.line, column, "'\(text)'", "a whole number from \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    return number
  }

  /// A whole number of a range, which must be there.
  mutating func requiredNumber(_ row: Row, _ column: String, in range: ClosedRange<Int>) -> Int {
    if row[column] == nil {
      report(row.line, column, "nothing", "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number(row, column, in: range) ?? range.lowerBound
  }

  /// A figure; nil where the cell is empty.
  mutating func figure(_ row: Row, _ column: String) -> Figure? {
    guard let text = row[column] else { return nil }
    do {
      return try Figure(validating: text)
    } catch {
      let wanted = "plain digits with at most 14 before and 6 behind the point, such as 10.43"
      switch error {
      case .notANumber: report(row.line, column, "'\(text)'", wanted)
      case .integerDigits(let count):
        report(row.line, column, "'\(text)' with \(count) digits before the point", wanted)
      case .fractionDigits(let count): report(row.line, column, "'\(text)' with \(count) decimals", wanted)
      }
      return nil
    }
  }

  /// A figure of 0 or more; nil where the cell is empty.
  mutating func figureFromZero(_ row: Row, _ column: String) -> Figure? {
    let figure = figure(row, column)
    if let figure, figure < .zero { report(row.line, column, "\(figure)", "0 or more") }
    return figure
  }

  /// A figure, which must be there.
  mutating func requiredFigure(_ row: Row, _ column: String) -> Figure? {
    if row[column] == nil { report(row.line, column, "nothing", "a figure") }
    return figure(row, column)
  }

  /// A calendar date as `2020-01-20`; nil where the cell is empty.
  mutating func date(_ row: Row, _ column: String) -> Day? {
    guard let text = row[column] else { return nil }
    guard let day = Day(parsing: text) else {
      report(row.line, column, "'\(text)'", "a date such as 2020-01-20")
      return nil
    }
    return day
  }
}
