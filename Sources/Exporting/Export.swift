import Attainment
import Foundation
import Postgres

/// A month's export, written whole beside its final place and not yet published.
///
/// Exports stand in `<exports>/<district>/<YYYY-MM>/`, and `latest` beside the months points at the newest.
public struct Export: Sendable {
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
    let export = Export(
      root: "\(exports)/\(district)", period: period.description,
      staged: "\(exports)/\(district)/.\(period).\(getpid()).partial")
    try makeDirectories(export.root)
    try export.removeLeftovers()
    do {
      try export.write(district: district, on: connection)
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
    if isReplacing { try move(final, replaced) }
    do {
      try move(staged, final)
    } catch {
      if isReplacing { try? move(replaced, final) }
      discard()
      throw error
    }
    if isReplacing { try? FileManager.default.removeItem(atPath: replaced) }
    try pointLatest()
    try flushDirectory(root)
    return final
  }

  private func write(district: String, on connection: isolated Connection) throws {
    let publication = try connection.queryFirst(
      """
      select
          to_char(run.as_of at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as as_of,
          work_plan.title_zh
      from report.publication
      join report.run
          on
              run.district_id = publication.district_id
              and run.run_id = publication.run_id
      join plan.work_plan
          on
              work_plan.district_id = run.district_id
              and work_plan.year = run.year
              and work_plan.version = run.version
      join plan.district on district.district_id = publication.district_id
      where
          district.district = $1
          and publication.period = to_date($2, 'YYYY-MM')
      """, [district, period])
    guard let publication else {
      throw ExportError(
        .notPublished, "District \(district) has no publication of \(period). Publish it: dabiao run --month \(period)")
    }
    try makeDirectory(staged)
    try makeDirectory("\(staged)/data")
    var sums: [String] = []
    var package = DataPackage(
      name: "dabiao-\(district)-\(period)", title: "\(try publication.required("title_zh")) \(period)",
      version: try publication.required("as_of"), resources: [])
    for view in ExportedView.all {
      let columns = try ExportedColumn.all(of: view, on: connection)
      let path = "data/\(view.name).csv"
      var file = try HashedFile(creating: "\(staged)/\(path)")
      // Codes of districts and months are checked to hold nothing that needs quoting.
      _ = try connection.copyOut(
        """
        copy (
            select \(columns.map(\.expression).joined(separator: ", "))
            from report.\(view.name)
            where district = '\(district)' and period = '\(period)'
        ) to stdout (format csv, header)
        """
      ) { bytes in try bytes.withSpan { span in try unsafe span.withUnsafeBytes { try unsafe file.write($0) } } }
      let byteCount = file.byteCount
      let hash = try file.finish()
      sums.append("\(hash)  \(path)")
      package.resources.append(
        DataPackage.Resource(
          name: view.name, path: path, bytes: byteCount, hash: "sha256:\(hash)",
          schema: DataPackage.Schema(
            fields: columns.map { DataPackage.Field($0) },
            primaryKey: view.primaryKey.isEmpty ? nil : view.primaryKey)))
    }
    var descriptor = try HashedFile(creating: "\(staged)/datapackage.json")
    try descriptor.write(try package.text())
    sums.append("\(try descriptor.finish())  datapackage.json")
    var sumsFile = try HashedFile(creating: "\(staged)/SHA256SUMS")
    let byPath = sums.sorted { $0.dropFirst(66) < $1.dropFirst(66) }
    try sumsFile.write(byPath.joined(separator: "\n") + "\n")
    _ = try sumsFile.finish()
    try flushDirectory("\(staged)/data")
    try flushDirectory(staged)
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
    guard unsafe symlink(period, link) == 0 else { throw .cannot("create", link) }
    try move(link, latest)
  }

  private func move(_ from: String, _ to: String) throws(ExportError) {
    guard unsafe rename(from, to) == 0 else { throw .cannot("rename \(from) to", to) }
  }

  private func makeDirectory(_ path: String) throws(ExportError) {
    guard unsafe mkdir(path, 0o755) == 0 else { throw .cannot("create", path) }
  }

  private static func makeDirectories(_ path: String) throws(ExportError) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      let code = ((error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError)?.code
      throw .cannot("create", path, errno: code.map { Int32($0) } ?? EACCES)
    }
  }

  private func flushDirectory(_ path: String) throws(ExportError) {
    let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannot("open", path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .cannot("flush", path) }
  }
}
