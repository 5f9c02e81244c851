import Attainment
import Wording

/// Reading typed cells; each records a fault where a cell does not hold what it should.
extension PlanTable {
  /// A text that must be there.
  mutating func text(_ row: Row, _ column: String) -> String {
    guard let text = row[column] else {
      report(row.line, column, .noText)
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
      report(row.line, column, .notCode(text))
    }
    return text
  }

  /// One of the words of an enumeration, by the format's word or by the name that people use.
  mutating func word<Word: Named>(_ row: Row, _ column: String) -> Word? {
    guard let text = row[column] else { return nil }
    if let word = Word(rawValue: text) ?? Word.allCases.first(where: { $0.name.zh == text }) { return word }
    report(row.line, column, .notWord(text, of: Word.names))
    return nil
  }

  /// One of the words of an enumeration, which must be there.
  mutating func requiredWord<Word: Named>(_ row: Row, _ column: String, else fallback: Word) -> Word {
    if row[column] == nil { report(row.line, column, .notWord(nil, of: Word.names)) }
    return word(row, column) ?? fallback
  }

  /// Whether a cell holds some word, and not only stands for it.
  func isWord<Word: Named>(_ row: Row, _ column: String, _ word: Word) -> Bool {
    row[column] == word.rawValue || row[column] == word.name.zh
  }

  /// `true` or `false`, by whatever a spreadsheet or people write; empty gives the fallback, where there is one.
  mutating func boolean(_ row: Row, _ column: String, else fallback: Bool? = nil) -> Bool {
    guard let text = row[column] else {
      if fallback == nil { report(row.line, column, .notTruth(nil)) }
      return fallback ?? false
    }
    guard let truth = PlanWord.truth(text) else {
      report(row.line, column, .notTruth(text))
      return false
    }
    return truth
  }

  /// The code of a unit that a cell names; the text itself where there is none.
  mutating func unit(
    _ name: String, _ units: UnitNames, _ line: Int, _ column: String, _ known: FaultText.Known
  ) -> String {
    if let code = units.code(of: name) { return code }
    if units.isComplete { report(line, column, .unknown(name, known)) }
    return name
  }

  /// Records that a text is no code of an indicator, or that a spreadsheet has made a date of one.
  mutating func reportCode(
    _ row: Row, _ column: String, _ text: String, _ known: FaultText.Known?,
    among indicators: [String: WorkPlan.Indicator] = [:]
  ) {
    if let codes = CodeFromDate.codes(text) {
      let known = codes.filter { indicators[$0] != nil }
      report(row.line, column, .dateForCode(text, codes: known.isEmpty ? codes : known))
    } else {
      report(row.line, column, known.map { .unknown(text, $0) } ?? .notIndicatorCode(text))
    }
  }

  /// A whole number of a range; nil where the cell is empty.
  mutating func number(_ row: Row, _ column: String, in range: ClosedRange<Int>) -> Int? {
    guard let text = row[column] else { return nil }
    guard let number = Int(text), range.contains(number), String(number) == text else {
      report(row.line, column, .notNumber(text, in: range))
      return nil
    }
    return number
  }

  /// A whole number of a range, which must be there.
  mutating func requiredNumber(_ row: Row, _ column: String, in range: ClosedRange<Int>) -> Int {
    if row[column] == nil {
      report(row.line, column, .notNumber(nil, in: range))
    }
    return number(row, column, in: range) ?? range.lowerBound
  }

  /// A figure; nil where the cell is empty.
  mutating func figure(_ row: Row, _ column: String) -> Figure? {
    guard let text = row[column] else { return nil }
    do {
      return try Figure(validating: text)
    } catch {
      report(row.line, column, .notFigure(text, error))
      return nil
    }
  }

  /// A figure of 0 or more; nil where the cell is empty.
  mutating func figureFromZero(_ row: Row, _ column: String) -> Figure? {
    let figure = figure(row, column)
    if let figure, figure < .zero { report(row.line, column, .belowZero(figure)) }
    return figure
  }

  /// A figure, which must be there.
  mutating func requiredFigure(_ row: Row, _ column: String) -> Figure? {
    if row[column] == nil { report(row.line, column, .noFigure) }
    return figure(row, column)
  }

  /// A calendar date as `2020-01-20`; nil where the cell is empty.
  mutating func date(_ row: Row, _ column: String) -> Day? {
    guard let text = row[column] else { return nil }
    guard let day = Day(parsing: text) ?? Day(written: text) else {
      report(row.line, column, .notDate(text))
      return nil
    }
    guard day.isWithinYears else {
      report(row.line, column, .dayOutOfYears(text))
      return nil
    }
    return day
  }
}

extension Day {
  /// A date as people and spreadsheets write it: 2021/1/14, 2021.1.14, and with the Chinese signs.
  fileprivate init?(written text: String) {
    guard let (year, month, day) = PlanWord.dateParts(text), let month = Month(year: year, month: month) else {
      return nil
    }
    self.init(month, day: day)
  }
}
