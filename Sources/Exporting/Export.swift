import Attainment
import Foundation
import Postgres

/// A month's export, written whole beside its final place and not yet published.
///
/// Exports stand in `<exports>/<district>/<YYYY-MM>/`, and `latest` beside the months points at the newest.
public struct Export: Sendable {
  /// What an export is made of, in the order of writing; adding a part here exports it.
  static let parts: [any ExportPart] = [
    DataFiles()
  ]

  private let root: String
  private let period: String
  private let staged: String

  private var final: String { "\(root)/\(period)" }

  /// Writes a published month into a folder beside its final place.
  ///
  /// - Parameters:
  ///   - district: code of the district.
  ///   - period: the month.
  ///   - exports: the folder of all exports; made where it is missing.
  ///   - connection: a connection that sees the publication, as inside the run's own transaction.
  /// - Returns: the export, to be published or discarded.
  /// - Throws: `ExportError` when the month is not published or a file cannot be written; nothing is left behind then.
  public static func stage(
    district: String, period: Month, into exports: String, on connection: isolated Connection
  ) throws -> Export {
    let month = try PublishedMonth.find(period, of: district, on: connection)
    let export = Export(
      root: "\(exports)/\(district)", period: period.description,
      staged: "\(exports)/\(district)/.\(period).\(getpid()).partial")
    try FileSystem.makeDirectories(export.root)
    try export.removeLeftovers()
    do {
      var folder = try ExportFolder(creating: export.staged)
      for part in parts { try part.write(month, into: &folder, on: connection) }
      try folder.finish()
      return export
    } catch {
      export.discard()
      throw error
    }
  }

  /// Removes what was staged.
  public func discard() { try? FileManager.default.removeItem(atPath: staged) }

  /// Puts the export in its place, whole, and lets `latest` point at the newest month.
  ///
  /// - Returns: path of the month's folder.
  /// - Throws: `ExportError` when the folder cannot be renamed; the export before stands then.
  public func publish() throws(ExportError) -> String {
    let replaced = "\(root)/.\(period).\(getpid()).replaced"
    let isReplacing = FileManager.default.fileExists(atPath: final)
    if isReplacing { try FileSystem.move(final, replaced) }
    do {
      try FileSystem.move(staged, final)
    } catch {
      if isReplacing { try? FileSystem.move(replaced, final) }
      discard()
      throw error
    }
    if isReplacing { try? FileManager.default.removeItem(atPath: replaced) }
    try pointLatest()
    try FileSystem.flushDirectory(root)
    return final
  }

  /// Removes what runs that died have left beside the months.
  private func removeLeftovers() throws {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: root) else { return }
    for name in names where name.hasPrefix(".") && (name.hasSuffix(".partial") || name.hasSuffix(".link")) {
      try? FileManager.default.removeItem(atPath: "\(root)/\(name)")
    }
  }

  /// Lets `latest` point at this month, unless it points at a newer one.
  private func pointLatest() throws(ExportError) {
    let latest = "\(root)/latest"
    if let newest = try? FileManager.default.destinationOfSymbolicLink(atPath: latest), newest > period { return }
    let link = "\(root)/.latest.\(getpid()).link"
    try FileSystem.link(link, to: period)
    try FileSystem.move(link, latest)
  }
}
