import Postgres

/// The district that a command works on.
struct DistrictKey {
  let districtID: String

  /// Finds a district by its code, or the only one where none is named.
  ///
  /// - Throws: ``IntakeError`` of kind `configuration`, or `PostgresError`.
  init(_ code: String?, on connection: isolated Connection) throws {
    let rows = try connection.query("select district_id, district from plan.district order by district")
    let codes = rows.compactMap { $0["district"] }
    guard !rows.isEmpty else {
      throw IntakeError(.configuration, "the database holds no district", hint: "load a work plan first")
    }
    if let code {
      guard let row = rows.first(where: { $0["district"] == code }) else {
        throw IntakeError(
          .configuration, "there is no district \(code)", hint: "the districts are \(codes.joined(separator: ", "))")
      }
      districtID = try row.required("district_id")
    } else {
      guard rows.count == 1 else {
        throw IntakeError(
          .configuration, "the database holds several districts",
          hint: "name one of \(codes.joined(separator: ", ")) with --district")
      }
      districtID = try rows[0].required("district_id")
    }
  }
}
