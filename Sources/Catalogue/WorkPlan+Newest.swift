import Attainment
import Postgres

extension WorkPlan {
  /// The newest version of a plan in the database, whole: with who answers for what.
  ///
  /// - Parameters:
  ///   - year: the plan year; nil for the newest there is.
  ///   - district: code of the district; nil for the only one.
  ///   - connection: a connection that may read the tables of `plan`.
  /// - Returns: the plan, as it was loaded.
  /// - Throws: `CatalogueError.stored` where there is none, or several districts; `PostgresError` when the database refuses.
  public static func newest(
    _ year: Int?, ofDistrict district: String?, on connection: isolated Connection
  ) throws -> WorkPlan {
    let rows = try connection.query(
      """
      select distinct on (work_plan.district_id)
          work_plan.district_id,
          work_plan.year,
          work_plan.version
      from plan.work_plan
      join plan.district on district.district_id = work_plan.district_id
      where
          ($1::text is null or district.district = $1)
          and ($2::integer is null or work_plan.year = $2::integer)
      order by
          work_plan.district_id,
          work_plan.year desc,
          work_plan.version desc
      """, [district, year.map(String.init)])
    guard let row = rows.first else {
      throw CatalogueError.stored(
        "The database holds no such plan: \(district ?? "any district"), \(year.map(String.init) ?? "any year").")
    }
    guard rows.count == 1 else {
      throw CatalogueError.stored("The database holds plans of \(rows.count) districts: name one with --district.")
    }
    let key = Key(
      districtID: try row.required("district_id"), year: try row.word("year"), version: try row.word("version"))
    var plan = try stored(key, on: connection)
    plan.responsibilities = try responsibilities(of: key, on: connection)
    plan.postHolders = try postHolders(of: key, on: connection)
    return plan
  }

  private static func responsibilities(of key: Key, on connection: isolated Connection) throws -> [Responsibility] {
    try connection.query(
      """
      select
          indicator,
          role,
          unit,
          post
      from plan.responsibility
      where
          district_id = $1
          and year = $2
          and version = $3
      order by ordinal
      """, key.parameters
    ).map { row in
      Responsibility(
        indicator: try row.required("indicator"), role: try row.word("role"), unit: row["unit"], post: row["post"])
    }
  }

  private static func postHolders(of key: Key, on connection: isolated Connection) throws -> [PostHolder] {
    try connection.query(
      """
      select
          post,
          name,
          holds_from::text as holds_from,
          holds_to::text as holds_to
      from plan.post_holder
      where
          district_id = $1
          and year = $2
          and version = $3
      order by
          post,
          holds_from
      """, key.parameters
    ).map { row in
      PostHolder(
        post: try row.required("post"), name: try row.required("name"), from: try row.day("holds_from"),
        to: try row["holds_to"].map { _ in try row.day("holds_to") })
    }
  }
}
