import Attainment
import Postgres

extension WorkPlan {
  /// Where a version of a plan stands in the database.
  public struct Key: Sendable, Hashable {
    /// Key of the district.
    public let districtID: String
    /// Plan year.
    public let year: Int
    /// Version.
    public let version: Int

    /// Names a version.
    public init(districtID: String, year: Int, version: Int) {
      self.districtID = districtID
      self.year = year
      self.version = version
    }

    var parameters: [String?] { [districtID, String(year), String(version)] }

    /// The version of a year's plan that counts at an instant: the newest that was loaded at or before it. Where none had
    /// been loaded by then, as for figures of a time before the system, it is the newest of all.
    ///
    /// - Parameters:
    ///   - year: the plan year.
    ///   - districtID: key of the district.
    ///   - instant: the instant.
    ///   - connection: a connection that may read the tables of `plan`.
    /// - Returns: nil where no plan of the year is loaded.
    /// - Throws: `PostgresError` when the database refuses.
    public static func newest(
      _ year: Int, ofDistrict districtID: String, at instant: Instant, on connection: isolated Connection
    ) throws -> Key? {
      try connection.queryFirst(
        """
        select version
        from plan.work_plan
        where
            district_id = $1
            and year = $2
        order by
            loaded_at <= $3::timestamptz desc,
            version desc
        limit 1
        """, [districtID, String(year), instant.description]
      ).map { row in Key(districtID: districtID, year: year, version: try row.word("version")) }
    }
  }
}
