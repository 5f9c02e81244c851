extension [UInt8] {
  /// Adds a field of COPY's text format and the tab behind it.
  ///
  /// The fields of a run are codes, words, dates and figures, in which nothing needs escaping.
  mutating func append(field: String?) {
    append(contentsOf: (field ?? "\\N").utf8)
    append(UInt8(ascii: "\t"))
  }

  /// Ends a row: its last tab becomes a line feed.
  mutating func endRow() { self[count - 1] = UInt8(ascii: "\n") }
}
