/// A place where a file is not CSV, and why.
public struct CSVFault: Error, Equatable, Sendable {
  /// What is wrong.
  public enum Kind: Equatable, Sendable {
    /// A quote inside a field that does not begin with one.
    case strayQuote
    /// Text between a closing quote and the next comma or line end.
    case textAfterQuote
    /// A quoted field that the file never closes; the position is that of its opening quote.
    case unterminatedQuote
    /// A byte of value 0.
    case nul
    /// A carriage return that no line feed follows.
    case strayCarriageReturn
    /// A record longer than the reader's limit; the position is that of its start or of the quote left open.
    case recordTooLong(limit: Int)
  }

  /// What is wrong.
  public let kind: Kind
  /// Physical line, from 1.
  public let line: Int
  /// Byte within the line, from 1.
  public let column: Int
  /// Field within the record, from 1.
  public let field: Int

  /// Describes a fault found at a place of a file.
  public init(kind: Kind, line: Int, column: Int, field: Int) {
    self.kind = kind
    self.line = line
    self.column = column
    self.field = field
  }
}

extension CSVFault: CustomStringConvertible {
  /// The place, what was found there and what is wanted.
  public var description: String { "line \(line), column \(column): found \(found); wanted \(wanted)" }

  /// What was found, in English.
  public var found: String {
    switch kind {
    case .strayQuote: "a quote inside an unquoted field"
    case .textAfterQuote: "text after a closing quote"
    case .unterminatedQuote: "a quote that is never closed"
    case .nul: "a NUL byte"
    case .strayCarriageReturn: "a carriage return without a line feed"
    case .recordTooLong(let limit): "a record longer than \(limit) bytes"
    }
  }

  /// What would be right, in English.
  public var wanted: String {
    switch kind {
    case .strayQuote: "the whole field in quotes, and each quote within it doubled"
    case .textAfterQuote: "a comma or the line's end after the quote, or the quote doubled"
    case .unterminatedQuote: "a closing quote"
    case .nul: "text without NUL bytes"
    case .strayCarriageReturn: "lines that end in LF or CR LF"
    case .recordTooLong(let limit): "at most \(limit) bytes; an unclosed quote is the usual cause"
    }
  }
}
