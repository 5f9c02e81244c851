/// What a reader finds next in a file: a record, or a fault in place of one.
public enum CSVRow: Equatable, Sendable {
  /// A well-formed record.
  case record(CSVRecord)
  /// A record that is not CSV; reading goes on with the line after it.
  case fault(CSVFault)
}
