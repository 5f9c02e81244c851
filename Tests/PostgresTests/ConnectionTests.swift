import Postgres
import TestSupport
import Testing

@Suite struct ConnectionTests {
  @Test func answersRows() async throws {
    try await ScratchDatabase.with { database in
      let connection = try await database.connect()
      let rows = try await connection.query("select $1::text as name, null as nothing", ["达标"])
      #expect(rows.map(\.values) == [["达标", nil]])
      #expect(try rows[0].required("name") == "达标")
    }
  }
}
