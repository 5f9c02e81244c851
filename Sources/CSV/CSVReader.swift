/// A streaming reader of CSV as RFC 4180 has it.
///
/// Feed it a file in pieces of any size and take the rows that are complete after each:
///
///     var reader = CSVReader()
///     while let chunk = try next() {
///       reader.feed(chunk)
///       while let row = reader.next() { … }
///     }
///     reader.finish()
///     while let row = reader.next() { … }
///
/// Lines end in LF or CR LF. It holds one chunk and at most one record. It reads bytes, so it serves every
/// encoding that keeps ASCII bytes for ASCII characters alone in what matters here: UTF-8, and GB18030, whose
/// trail bytes are never a comma, a quote, a CR or an LF.
///
/// The rows do not depend on how the file was cut into chunks. A fault costs the line it stands on and reading
/// goes on with the next; a quote left open costs the line of the quote, not the rest of the file.
public struct CSVReader: Sendable {
  /// Longest record accepted unless another limit is given, in bytes with its line end.
  public static let defaultRecordLimit = 1 << 20

  private let recordLimit: Int
  private var mayStartWithMark: Bool
  private var buffer: [UInt8] = []
  private var start = 0
  /// Physical line at which reading goes on, from 1.
  public private(set) var line = 1
  private var isSkipping = false
  private var isFinished = false

  /// A reader at the start of a file.
  ///
  /// - Parameters:
  ///   - skippingMark: whether a UTF-8 byte-order mark at the start is skipped rather than part of the first field.
  ///   - recordLimit: longest record accepted, in bytes with its line end.
  public init(skippingMark: Bool = true, recordLimit: Int = CSVReader.defaultRecordLimit) {
    self.mayStartWithMark = skippingMark
    self.recordLimit = recordLimit
  }

  /// All rows of a file that is already in memory.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - skippingMark: whether a UTF-8 byte-order mark at the start is skipped.
  ///   - recordLimit: longest record accepted, in bytes with its line end.
  /// - Returns: records and faults in the order of the file.
  public static func rows(
    of bytes: [UInt8], skippingMark: Bool = true, recordLimit: Int = CSVReader.defaultRecordLimit
  ) -> [CSVRow] {
    var reader = CSVReader(skippingMark: skippingMark, recordLimit: recordLimit)
    reader.feed(bytes)
    reader.finish()
    var rows: [CSVRow] = []
    while let row = reader.next() { rows.append(row) }
    return rows
  }

  /// Takes the next piece of the file.
  ///
  /// - Parameter chunk: bytes that follow the ones fed before; any number.
  public mutating func feed(_ chunk: some Sequence<UInt8>) {
    buffer.removeSubrange(0..<start)
    start = 0
    buffer.append(contentsOf: chunk)
  }

  /// Says that the file has ended, so that a last line without a line end is complete.
  public mutating func finish() {
    isFinished = true
  }

  /// The next row that the bytes fed so far complete.
  ///
  /// - Returns: a record or a fault; nil where more bytes are needed, or at the end of a finished file.
  public mutating func next() -> CSVRow? {
    guard skipMark(), skipRestOfLine(), start < buffer.count else { return nil }
    var scan = RecordScan(start: start, line: line, limit: recordLimit, isFinished: isFinished)
    switch scan.run(over: buffer.span) {
    case .incomplete:
      return nil
    case .record(let contentEnd, let next):
      let record = scan.record(from: buffer, contentEnd: contentEnd)
      start = next
      line = scan.line + (buffer[next - 1] == .lineFeed ? 1 : 0)
      return .record(record)
    case .fault(let fault, let resume, let resumeLine):
      start = resume
      line = resumeLine
      isSkipping = true
      return .fault(fault)
    }
  }

  /// Skips a byte-order mark at the start of the file.
  ///
  /// - Returns: false where more bytes are needed to tell whether there is one.
  private mutating func skipMark() -> Bool {
    guard mayStartWithMark else { return true }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let head = buffer[start...].prefix(mark.count)
    guard mark.starts(with: head) else {
      mayStartWithMark = false
      return true
    }
    guard head.count == mark.count else { return isFinished }
    start += mark.count
    mayStartWithMark = false
    return true
  }

  /// Skips what is left of a line that held a fault, its line end included.
  ///
  /// - Returns: false where the line goes on in bytes not fed yet.
  private mutating func skipRestOfLine() -> Bool {
    guard isSkipping else { return true }
    guard let end = buffer[start...].firstIndex(of: .lineFeed) else {
      start = buffer.count
      return false
    }
    start = end + 1
    line += 1
    isSkipping = false
    return true
  }
}
