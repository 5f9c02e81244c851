/// Rows in the text format of COPY.
struct CopyText {
  /// The rows so far, UTF-8.
  private(set) var bytes: [UInt8] = []
  /// How many rows there are.
  private(set) var count = 0

  private let prefix: String

  /// Rows that begin with a run's key.
  init(of run: RunKey) { prefix = "\(run.districtID)\t\(run.runID)" }

  /// Adds a row of fields in which nothing needs escaping: codes, words, dates and figures; nil is null.
  mutating func append(_ fields: [String?]) {
    begin()
    for field in fields { append(field) }
    end()
  }

  /// Begins a row.
  mutating func begin() { bytes.append(contentsOf: prefix.utf8) }

  /// Ends a row.
  mutating func end() {
    bytes.append(UInt8(ascii: "\n"))
    count += 1
  }

  /// Adds a field in which nothing needs escaping.
  mutating func append(_ field: String?) {
    bytes.append(UInt8(ascii: "\t"))
    bytes.append(contentsOf: (field ?? "\\N").utf8)
  }

  /// Adds a field of any text.
  mutating func append(text: String) {
    bytes.append(UInt8(ascii: "\t"))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"): escape(UInt8(ascii: "\\"))
      case UInt8(ascii: "\t"): escape(UInt8(ascii: "t"))
      case UInt8(ascii: "\n"): escape(UInt8(ascii: "n"))
      case UInt8(ascii: "\r"): escape(UInt8(ascii: "r"))
      default: bytes.append(byte)
      }
    }
  }

  /// Gives up the rows so far.
  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    bytes.append(byte)
  }
}
