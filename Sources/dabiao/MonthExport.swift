import Exporting
import Postgres
import Reporting

/// The files that go with a publication, where a folder for them was named.
struct MonthExport: Sendable {
  /// The folder of all exports; nil for none.
  let root: String?

  /// What an export is made of.
  let parts: Set<Export.PartName>

  /// Writes the files beside their final place, from inside the run's transaction.
  func stage(_ run: PublishedRun, on connection: isolated Connection) throws -> Export? {
    try root.map { root in
      try Export.stage(district: run.district, period: run.month, into: root, parts: parts, on: connection)
    }
  }

  /// Puts the files in their place.
  ///
  /// - Returns: the month's folder.
  func place(_ export: Export?) throws -> String? { try export?.publish() }

  /// Writes again the months of a district whose export is missing or not of what was published last.
  ///
  /// - Throws: `ExportError` when a file cannot be written; `PostgresError` when the database refuses.
  func replaceOutdated(of district: String, on connection: isolated Connection) throws {
    guard let root else { return }
    for month in try Export.outdated(district: district, in: root, on: connection) {
      let export = try connection.transaction(.repeatableRead, readOnly: true) { connection in
        try Export.stage(district: district, period: month, into: root, parts: parts, on: connection)
      }
      _ = try export.publish()
    }
  }
}
