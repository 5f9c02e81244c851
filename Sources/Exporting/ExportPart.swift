import Postgres

/// A part of a month's export: some files that belong together, such as `data/`.
protocol ExportPart: Sendable {
  /// Writes the part's files.
  ///
  /// - Parameters:
  ///   - month: what is exported.
  ///   - folder: takes the files and keeps their hashes for `SHA256SUMS`.
  ///   - connection: inside a transaction whose views show the publication.
  /// - Throws: `ExportError` when a file cannot be written, `PostgresError` when the database refuses; the whole export
  ///   is discarded then.
  func write(_ month: PublishedMonth, into folder: inout ExportFolder, on connection: isolated Connection) throws
}
