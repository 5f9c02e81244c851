import Attainment
import Foundation
import Postgres

extension Export {
  /// The published months whose export in a folder must be written again: those whose export is missing or of another as-of
  /// instant, and the newest where a job has died over the district's folder.
  ///
  /// A job that dies between the commit of a publication and the renaming of its export leaves the export one publication
  /// behind. One that dies a little later leaves hidden files, or `latest` a month behind; writing an export puts both right.
  /// Which parts an export has does not matter: whoever chose them knows best.
  ///
  /// - Parameters:
  ///   - district: code of the district.
  ///   - exports: the folder of all exports.
  ///   - connection: a connection whose login may read the publications.
  /// - Returns: the months, oldest first.
  /// - Throws: `PostgresError` when the database refuses.
  public static func outdated(
    district: String, in exports: String, on connection: isolated Connection
  ) throws -> [Month] {
    let publications = try connection.query(
      """
      select
          to_char(publication.period, 'YYYY-MM') as period,
          to_char(run.as_of at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as as_of
      from report.publication
      join report.run
          on
              run.district_id = publication.district_id
              and run.run_id = publication.run_id
      join plan.district on district.district_id = publication.district_id
      where district.district = $1
      order by publication.period
      """, [district])
    let root = "\(exports)/\(district)"
    let newest = publications.count - 1
    return try publications.enumerated().compactMap { number, row in
      let period = try row.required("period")
      let isAsPublished = asOf(of: "\(root)/\(period)") == (try row.required("as_of"))
      let isTidy = number < newest || ExportPlace.isTidy(root: root, newest: period)
      return isAsPublished && isTidy ? nil : Month(parsing: period)
    }
  }

  /// The file that holds the as-of instant of an export without a data package.
  static let asOfFile = "as-of.txt"

  /// The as-of instant that an export's data package gives as its version, or the file that stands for it; nil where there
  /// is neither to be read.
  private static func asOf(of directory: String) -> String? {
    struct Package: Decodable { let version: String }
    if let bytes = FileManager.default.contents(atPath: "\(directory)/datapackage.json") {
      return (try? JSONDecoder().decode(Package.self, from: bytes))?.version
    }
    return FileManager.default.contents(atPath: "\(directory)/\(asOfFile)")
      .map { String(decoding: $0, as: UTF8.self).trimmingCharacters(in: .newlines) }
  }
}
