/// One attempt to read a record from its first byte; repeated from there when more bytes arrive.
struct RecordScan {
  enum Outcome {
    /// The bytes end before the record does.
    case incomplete
    /// A record whose content ends before `contentEnd` and after which reading goes on at `next`.
    case record(contentEnd: Int, next: Int)
    /// A fault; the rest of the line on which `resume` stands is to be skipped.
    case fault(CSVFault, resume: Int, resumeLine: Int)
  }

  private enum Stop {
    case needsMore
    case limit
    case endOfFile
  }

  private struct Field {
    var range: Range<Int>
    var hasDoubledQuotes: Bool
  }

  /// Physical line of the byte being read.
  private(set) var line: Int

  private let start: Int
  private let startLine: Int
  private let limit: Int
  private let isFinished: Bool
  private var lineStart: Int
  private var fields: [Field] = []
  private var hasQuotedField = false

  init(start: Int, line: Int, limit: Int, isFinished: Bool) {
    self.line = line
    self.start = start
    self.startLine = line
    self.limit = limit
    self.isFinished = isFinished
    self.lineStart = start
    fields.reserveCapacity(12)
  }

  /// Reads up to the end of the record, its first fault, the limit or the last byte.
  mutating func run(over bytes: Span<UInt8>) -> Outcome {
    let end = min(bytes.count, start + limit)
    var position = start
    while true {
      let failure =
        if position < end, bytes[position] == .quote {
          quotedField(bytes, &position, end)
        } else {
          plainField(bytes, &position, end)
        }
      if let failure { return failure }
      guard position < end else {
        // A field that ran up to the last byte may go on in bytes not fed yet.
        switch stop(at: position, bytes) {
        case .needsMore: return .incomplete
        case .limit: return fault(.recordTooLong(limit: limit), at: start, field: 1)
        case .endOfFile: return .record(contentEnd: position, next: position)
        }
      }
      switch bytes[position] {
      case .comma:
        position += 1
      case .lineFeed:
        return .record(contentEnd: position, next: position + 1)
      default:
        return carriageReturn(bytes, position, end)
      }
    }
  }

  /// The record read, copied out of the reader's buffer.
  func record(from buffer: [UInt8], contentEnd: Int) -> CSVRecord {
    var bytes = Array(buffer[start..<contentEnd])
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(fields.count)
    for field in fields {
      guard field.hasDoubledQuotes else {
        ranges.append(field.range.lowerBound - start..<field.range.upperBound - start)
        continue
      }
      let first = bytes.count
      var isSecond = false
      for byte in buffer[field.range] {
        isSecond = byte == .quote && !isSecond
        if byte != .quote || isSecond { bytes.append(byte) }
      }
      ranges.append(first..<bytes.count)
    }
    let isBlank = ranges.count == 1 && ranges[0].isEmpty && !hasQuotedField
    return CSVRecord(line: startLine, isBlank: isBlank, bytes: bytes, ranges: ranges)
  }

  /// Reads an unquoted field; leaves `position` on what follows it.
  private mutating func plainField(_ bytes: Span<UInt8>, _ position: inout Int, _ end: Int) -> Outcome? {
    let first = position
    while position < end {
      let byte = bytes[position]
      // Every byte that matters is a comma or below it.
      guard byte <= .comma else {
        position += 1
        continue
      }
      if byte == .comma || byte == .lineFeed || byte == .carriageReturn { break }
      if byte == .quote { return fault(.strayQuote, at: position, field: fields.count + 1) }
      if byte == .nul { return fault(.nul, at: position, field: fields.count + 1) }
      position += 1
    }
    fields.append(Field(range: first..<position, hasDoubledQuotes: false))
    return nil
  }

  /// Reads a quoted field from its opening quote; leaves `position` on what follows the closing one.
  private mutating func quotedField(_ bytes: Span<UInt8>, _ position: inout Int, _ end: Int) -> Outcome? {
    let opening = position
    let openingLine = line
    let openingColumn = opening - lineStart + 1
    var hasDoubledQuotes = false
    hasQuotedField = true
    position += 1
    while position < end {
      switch bytes[position] {
      case .quote:
        if position + 1 < end {
          let following = bytes[position + 1]
          if following == .quote {
            hasDoubledQuotes = true
            position += 2
            continue
          }
          guard following == .comma || following == .lineFeed || following == .carriageReturn else {
            let found = CSVFault(
              kind: following == .nul ? .nul : .textAfterQuote,
              line: line, column: position + 1 - lineStart + 1, field: fields.count + 1)
            // The closing quote may have been meant to open a later field: no more than the first line is lost.
            return .fault(found, resume: opening, resumeLine: openingLine)
          }
        } else if stop(at: end, bytes) == .needsMore {
          return .incomplete
        }
        fields.append(Field(range: opening + 1..<position, hasDoubledQuotes: hasDoubledQuotes))
        position += 1
        return nil
      case .lineFeed:
        position += 1
        line += 1
        lineStart = position
      case .nul:
        return fault(.nul, at: position, field: fields.count + 1)
      default:
        position += 1
      }
    }
    let kind: CSVFault.Kind
    switch stop(at: end, bytes) {
    case .needsMore: return .incomplete
    case .limit: kind = .recordTooLong(limit: limit)
    case .endOfFile: kind = .unterminatedQuote
    }
    let found = CSVFault(kind: kind, line: openingLine, column: openingColumn, field: fields.count + 1)
    return .fault(found, resume: opening, resumeLine: openingLine)
  }

  /// What a carriage return after a field means: the line's end, if a line feed follows.
  private func carriageReturn(_ bytes: Span<UInt8>, _ position: Int, _ end: Int) -> Outcome {
    guard position + 1 < end else {
      switch stop(at: end, bytes) {
      case .needsMore: return .incomplete
      case .limit: return fault(.recordTooLong(limit: limit), at: start, field: 1)
      case .endOfFile: return fault(.strayCarriageReturn, at: position, field: fields.count)
      }
    }
    guard bytes[position + 1] == .lineFeed else {
      return fault(.strayCarriageReturn, at: position, field: fields.count)
    }
    return .record(contentEnd: position, next: position + 2)
  }

  /// Why reading stops at a position that is the last byte's successor or the limit.
  private func stop(at position: Int, _ bytes: Span<UInt8>) -> Stop {
    if position < bytes.count { return .limit }
    return isFinished ? .endOfFile : .needsMore
  }

  private func fault(_ kind: CSVFault.Kind, at position: Int, field: Int) -> Outcome {
    // Only the record's own start can lie before the line being read.
    let isOnFirstLine = position < lineStart
    let found = CSVFault(
      kind: kind,
      line: isOnFirstLine ? startLine : line,
      column: position - (isOnFirstLine ? start : lineStart) + 1,
      field: field)
    return .fault(found, resume: position, resumeLine: found.line)
  }
}
