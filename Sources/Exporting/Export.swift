import Attainment
import Postgres

/// A month's export, written whole beside its final place and not yet published.
///
/// Exports stand in `<exports>/<district>/<YYYY-MM>/`, and `latest` beside the months points at the newest.
public struct Export: Sendable {
  /// The part of a name.
  private static func part(_ name: PartName, officeEncoding: OfficeEncoding) -> any ExportPart {
    switch name {
    case .data: DataFiles()
    case .office: OfficeFiles(encoding: officeEncoding)
    case .workbook: WorkbookFile()
    case .bulletin: BulletinPage()
    }
  }

  private let place: ExportPlace

  /// Writes a published month into a folder beside its final place.
  ///
  /// - Parameters:
  ///   - district: code of the district.
  ///   - period: the month.
  ///   - exports: the folder of all exports; made where it is missing.
  ///   - parts: what the export is made of; without `data` a file says what the data package would, the as-of instant.
  ///   - officeEncoding: encoding of the files in `office/`.
  ///   - connection: a connection that sees the publication, as inside the run's own transaction.
  /// - Returns: the export, to be published or discarded.
  /// - Throws: `ExportError` when the month is not published or a file cannot be written; nothing is left behind then.
  public static func stage(
    district: String, period: Month, into exports: String, parts: Set<PartName> = Set(PartName.allCases),
    officeEncoding: OfficeEncoding = .utf8, on connection: isolated Connection
  ) throws -> Export {
    let month = try PublishedMonth.find(period, of: district, on: connection)
    let export = Export(place: try ExportPlace(root: "\(exports)/\(district)", period: period.description))
    do {
      var folder = ExportFolder(at: export.place.staged)
      // What was just written has no statistics, so that any order of joins looks as good as the next, and the plan's
      // indicators may be joined before the month's rows, which are then read once for each. The views name first the four
      // tables that tell which rows those are.
      try connection.execute("set local join_collapse_limit = 4")
      for name in PartName.allCases where parts.contains(name) {
        try part(name, officeEncoding: officeEncoding).write(month, into: &folder, on: connection)
      }
      if !parts.contains(.data) { try folder.write(asOfFile, text: "\(month.asOf)\n") }
      try folder.finish()
      try connection.execute("set local join_collapse_limit to default")
      return export
    } catch {
      export.discard()
      throw error
    }
  }

  /// Removes what was staged.
  public func discard() { place.discard() }

  /// Puts the export in its place, whole, and lets `latest` point at the newest month.
  ///
  /// - Returns: path of the month's folder.
  /// - Throws: `ExportError` when the folder cannot be renamed; the export before stands then.
  public func publish() throws(ExportError) -> String {
    try place.publish()
    return place.final
  }
}
