import CSV
import Catalogue
import Wording

extension Table {
  /// Reads a table from the text of a CSV file.
  ///
  /// - Parameters:
  ///   - text: the whole text in UTF-8.
  ///   - lineLimit: the most lines that are read.
  init(csv text: [UInt8], lineLimit: Int) {
    let rows = CSVReader.rows(of: Self.withoutLoneReturns(Self.withoutSeparatorLine(text)))
    for row in rows {
      switch row {
      case .fault(let fault):
        faults.append(Fault(.csv, line: fault.line, FaultText.csv(fault)))
      case .record(let record):
        self.rows.append(Self.row(record))
      }
    }
    self.rows.removeAll { $0.cells.isEmpty }
    if self.rows.count > lineLimit {
      faults.append(Fault(.tooManyLines, line: self.rows[lineLimit].line, .tooManyLines(lineLimit)))
      self.rows.removeSubrange(lineLimit...)
    }
  }

  private static func row(_ record: CSVRecord) -> Row {
    var row = Row(line: record.line, fieldCount: record.count)
    for column in 0..<record.count {
      let text = TidyText.of(String(decoding: record[column], as: UTF8.self))
      if !text.isEmpty { row.cells.append(Cell(column: column, text: text)) }
    }
    return row
  }

  /// Blanks out the line `sep=,` that spreadsheets put before the header, so that lines keep their numbers.
  private static func withoutSeparatorLine(_ text: [UInt8]) -> [UInt8] {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let body = text.starts(with: mark) ? text[mark.count...] : text[...]
    let line = body.prefix { $0 != 0x0A && $0 != 0x0D }
    let bare = String(decoding: line.filter { $0 != UInt8(ascii: "\"") }, as: UTF8.self).lowercased()
    let trimmed = TidyText.of(bare)
    guard trimmed == "sep=," || trimmed.hasPrefix("sep=,") && trimmed.dropFirst(5).allSatisfy({ $0 == "," }) else {
      return text
    }
    return Array(body[line.endIndex...])
  }

  /// Turns each carriage return that no line feed follows, outside quotes, into the end of a line: old programs write them.
  private static func withoutLoneReturns(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(0x0D) else { return text }
    var changed = text
    var isQuoted = false
    for (index, byte) in text.enumerated() {
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if byte == 0x0D, !isQuoted, index + 1 == text.count || text[index + 1] != 0x0A {
        changed[index] = 0x0A
      }
    }
    return changed
  }
}
