import Postgres
import TestSupport
import Testing

extension PostgresTests {
  @Suite struct StreamTests {
    @Test func passesEachValueBy() async throws {
      try await ScratchDatabase.with { database in
        let connection = try await database.connect()
        let seen = try await connection.perform { connection in
          var seen: [String] = []
          try connection.forEachRow("select i, nullif(v, '') as v from (values (1, '达标'), (2, '')) t (i, v)") { row in
            var buffer: [UInt8] = []
            let appended = row.append(1, to: &buffer)
            #expect(row.columnCount == 2)
            #expect(row.columnNames == ["i", "v"])
            #expect(row.isNull(1) == !appended)
            #expect(row.text(1) == (appended ? String(decoding: buffer, as: UTF8.self) : nil))
            let bytes = row.withBytes(1) { bytes in bytes.withSpan { $0.byteCount } + bytes.count }
            #expect(bytes == (appended ? 12 : nil))
            seen.append("\(row.text(0) ?? "null")=\(row.text(1) ?? "null")")
          }
          return seen
        }
        #expect(seen == ["1=达标", "2=null"])
      }
    }

    @Test func holdsNoRows() async throws {
      try await ScratchDatabase.with { database in
        let connection = try await database.connect()
        let sql = "select i, repeat('x', 100) from generate_series(1, $1::int) i"
        try await connection.forEachRow(sql, ["1000"]) { _ in }
        let before = try residentMiB()
        let (rows, peak) = try await connection.perform { connection in
          var rows = 0
          var peak = before
          try connection.forEachRow(sql, ["1000000"]) { row in
            rows += 1
            if rows.isMultiple(of: 100_000) { peak = max(peak, try residentMiB()) }
          }
          return (rows, peak)
        }
        #expect(rows == 1_000_000)
        expectGrowth(peak - before, below: 20)
      }
    }

    @Test func isUsableAfterTheBodyThrows() async throws {
      try await ScratchDatabase.with { database in
        let connection = try await database.connect()
        for size in ["1", "2", "100000000"] {
          let clock = ContinuousClock()
          let start = clock.now
          await #expect(throws: Marker()) {
            try await connection.forEachRow("select generate_series(1, $1::int)", [size]) { _ in throw Marker() }
          }
          #expect(clock.now - start < .seconds(60))
          try await connection.expectUsable()
        }
      }
    }

    @Test func givesTheErrorThatComesAfterRows() async throws {
      try await ScratchDatabase.with { database in
        let connection = try await database.connect()
        let (rows, error) = await connection.perform { connection in
          var rows = 0
          let error = #expect(throws: PostgresError.self) {
            try connection.forEachRow("select 10 / (5 - i) from generate_series(1, 10) i") { _ in rows += 1 }
          }
          return (rows, error)
        }
        #expect(rows == 4)
        #expect(error?.sqlState == "22012")
        try await connection.expectUsable()
      }
    }

    @Test(arguments: ["create table u (i int)", "", "copy t from stdin", "copy t to stdout", "selec 1"])
    func refusesWhatHasNoRows(sql: String) async throws {
      try await ScratchDatabase.with { database in
        let connection = try await database.connect()
        try await connection.execute("create table t (i int)")
        await #expect(throws: PostgresError.self) { try await connection.forEachRow(sql) { _ in } }
        try await connection.expectUsable()
      }
    }

    @Test func holdsOffOtherStatementsMeanwhile() async throws {
      try await ScratchDatabase.with { database in
        let connection = try await database.connect()
        let rows = try await connection.perform { connection in
          var rows = 0
          try connection.forEachRow("select generate_series(1, 3)") { _ in
            let error = #expect(throws: PostgresError.self) { try connection.execute("select 1") }
            #expect(error?.kind == .misuse)
            #expect(throws: PostgresError.self) { try connection.copyIn("copy t from stdin") { _ in } }
            rows += 1
          }
          return rows
        }
        #expect(rows == 3)
        try await connection.expectUsable()
        try await connection.perform { connection in
          try connection.forEachRow("select generate_series(1, 3)") { _ in connection.close() }
        }
        #expect(await connection.isOpen == false)
      }
    }
  }
}
