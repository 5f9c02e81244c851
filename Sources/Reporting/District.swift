import Postgres

/// Which district a command is about.
public enum District {
  /// The code of the only district, or of the one that was named.
  ///
  /// - Throws: `RunError` of kind `configuration` when there is no such district, or several and none was named.
  public static func code(_ code: String?, on connection: isolated Connection) throws -> String {
    try find(code, on: connection).code
  }

  /// The codes of the districts that a job is of.
  ///
  /// - Throws: `RunError` of kind `configuration` when the named one is not there, or none is named and there are several;
  ///   `PostgresError` when the database refuses.
  public static func codes(_ selection: Lanes.Selection, on connection: isolated Connection) throws -> [String] {
    switch selection {
    case .one(let code): return [try find(code, on: connection).code]
    case .all(let code?): return [try find(code, on: connection).code]
    case .all(nil):
      return try connection.query("select district from plan.district order by district").map {
        try $0.required("district")
      }
    }
  }

  /// The only district, or the one of that code.
  static func find(_ code: String?, on connection: isolated Connection) throws -> (id: String, code: String) {
    let rows = try connection.query("select district_id, district from plan.district order by district")
    let known = try rows.map { row in (id: try row.required("district_id"), code: try row.required("district")) }
    let names = known.map(\.code).joined(separator: ", ")
    if let code {
      guard let found = known.first(where: { $0.code == code }) else {
        let hint = known.isEmpty ? "It holds none yet: load a plan first." : "It holds: \(names)."
        throw RunError(.configuration, "The database holds no district '\(code)'. \(hint)")
      }
      return found
    }
    guard let only = known.first, known.count == 1 else {
      throw known.isEmpty
        ? .noDistrict
        : RunError(.configuration, "The database holds several districts (\(names)). Name one with --district.")
    }
    return only
  }
}
