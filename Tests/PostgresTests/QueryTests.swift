import Postgres
import TestSupport
import Testing

extension PostgresTests {
  @Suite struct QueryTests {
    @Test func answersRowsByNameAndByIndex() async throws {
      try await ScratchDatabase.with { database in
        let connection = try await database.connect()
        let rows = try await connection.query(
          "select v as value, null as nothing, v as value from unnest($1::text[]) v", ["{达标,héllo,\"\"}"])
        #expect(rows.map(\.values) == [["达标", nil, "达标"], ["héllo", nil, "héllo"], ["", nil, ""]])
        #expect(rows[0].columnNames == ["value", "nothing", "value"])
        #expect(rows[1]["value"] == "héllo")
        #expect(rows[1]["absent"] == nil)
        #expect(try rows[2].required("value") == "")
        #expect(throws: PostgresError.self) { try rows[0].required("nothing") }
        #expect(throws: PostgresError.self) { try rows[0].required("absent") }
        #expect(try await connection.query("select 1 where false").isEmpty)
      }
    }

    @Test func countsRowsAndGivesTheTag() async throws {
      try await ScratchDatabase.with { database in
        let connection = try await database.connect()
        #expect(try await connection.execute("create table t (i int)").tag == "CREATE TABLE")
        let inserted = try await connection.execute("insert into t select generate_series(1, $1::int)", ["3"])
        #expect(inserted == CommandResult(tag: "INSERT 0 3", affectedRows: 3))
        #expect(try await connection.execute("update t set i = $1 where i > $2", [nil, "1"]).affectedRows == 2)
        #expect(try await connection.query("delete from t where i is null returning i").count == 2)
      }
    }

    @Test func statesTheShapeItExpects() async throws {
      try await ScratchDatabase.with { database in
        let connection = try await database.connect()
        try await connection.script("create table t (i int); insert into t values (1), (2)")
        for sql in ["insert into t values (3)", "", "copy t from stdin", "copy t to stdout"] {
          let error = await #expect(throws: PostgresError.self) { try await connection.query(sql) }
          #expect(error?.kind == .unexpectedResult)
          try await connection.expectUsable()
        }
        #expect(try await connection.queryFirst("select i from t where i = 9") == nil)
        #expect(try await connection.queryFirst("select i from t where i = 1")?[0] == "1")
        let none = await #expect(throws: PostgresError.self) {
          try await connection.queryOne("select i from t where i = 9")
        }
        #expect(none?.kind == .unexpectedResult)
        let several = await #expect(throws: PostgresError.self) { try await connection.queryOne("select i from t") }
        #expect(several?.message == "3 rows where at most one is expected")
      }
    }

    @Test func endsAScriptsCopy() async throws {
      try await ScratchDatabase.with { database in
        let connection = try await database.connect()
        let error = await #expect(throws: PostgresError.self) {
          try await connection.script("create table t (i int); copy t from stdin; select 1")
        }
        #expect(error?.kind == .unexpectedResult)
        try await connection.expectUsable()
      }
    }

    @Test func refusesANULBeforeSending() async throws {
      try await ScratchDatabase.with { database in
        let connection = try await database.connect()
        try await connection.execute("create table t (v text)")
        let statement = try await connection.prepare("insert into t values ($1)")
        let attempts: [@Sendable (isolated Connection) throws -> Void] = [
          { try $0.execute("insert into t values ($1)", ["cut\u{0}here"]) },
          { _ = try $0.query("insert into t values ($1) returning v", ["cut\u{0}here"]) },
          { try $0.execute(statement, ["cut\u{0}here"]) },
          { try $0.forEachRow("insert into t values ($1) returning v", ["cut\u{0}here"]) { _ in } },
          { try $0.execute("insert into t values ('cut')\u{0}") },
          { try $0.script("insert into t values ('cut')\u{0}") },
          { _ = try $0.prepare("select 1\u{0}") },
          { try $0.copyIn("copy t from stdin\u{0}") { _ in } },
          { try $0.copyOut("copy t to stdout\u{0}") { _ in } },
          { try $0.copyIn("copy t from stdin") { try $0.row(["cut\u{0}here"]) } },
        ]
        for attempt in attempts {
          let error = await #expect(throws: PostgresError.self) { try await connection.perform(attempt) }
          #expect(error?.kind == .invalidParameter)
          #expect(error?.description.contains("here") == false)
          try await connection.expectUsable()
        }
        #expect(try await connection.queryOne("select count(*) from t")[0] == "0")
      }
    }

    @Test func preparesOnceAndRunsManyTimes() async throws {
      try await ScratchDatabase.with { database in
        let connection = try await database.connect()
        try await connection.execute("create table t (i int primary key, v text)")
        let held = "select count(*) from pg_prepared_statements"
        try await connection.perform { connection in
          let insert = try connection.prepare("insert into t values ($1, $2)")
          #expect(insert.parameterCount == 2)
          for i in 1...100 { #expect(try connection.execute(insert, [String(i), nil]).affectedRows == 1) }
          let select = try connection.prepare("select i from t where i > $1 order by i")
          #expect(try connection.query(select, ["98"]).map { $0[0] } == ["99", "100"])
          #expect(try connection.queryOne(held)[0] == "2")
          let error = #expect(throws: PostgresError.self) { try connection.execute(insert, ["1", "secret"]) }
          #expect(error?.sqlState == .uniqueViolation)
          #expect(error?.description.contains("secret") == false)
        }
        // Both statements are out of reach now; the next prepare forgets them.
        let last = try await connection.prepare("select 1")
        #expect(try await connection.queryOne(held)[0] == "1")
        let other = try await database.connect()
        let error = await #expect(throws: PostgresError.self) { try await other.query(last) }
        #expect(error?.kind == .misuse)
      }
    }

    @Test func quotesNamesAndValues() async throws {
      try await ScratchDatabase.with { database in
        let connection = try await database.connect()
        let awkward = ["it's", #"back\slash"#, #"\' or true --"#, "'\u{301}", "\"quoted\"", "达标", "", "a\nb"]
        for setting in ["on", "off"] {
          try await connection.script("set standard_conforming_strings = \(setting); set escape_string_warning = off")
          for text in awkward {
            let literal = try Quoting.literal(text)
            #expect(try await connection.queryOne("select\(literal)::text as v")["v"] == text || text.isEmpty)
            #expect(try await connection.queryOne("select \(literal)::text as v")["v"] == text)
            guard !text.isEmpty else { continue }
            let name = try Quoting.identifier(text)
            #expect(try await connection.queryOne("select 1 as \(name)").columnNames == [text])
          }
        }
        #expect(throws: PostgresError.self) { try Quoting.literal("a\u{0}") }
        #expect(throws: PostgresError.self) { try Quoting.identifier("a\u{0}") }
      }
    }
  }
}
