import Postgres
import TestSupport
import Testing

extension PostgresTests {
  @Suite struct CopyTests {
    @Test func countsBytesNotCharacters() async throws {
      try await ScratchDatabase.with { database in
        let connection = try await database.connect()
        try await connection.execute("create table t (i int, v text)")
        let copied = try await connection.copyIn("copy t from stdin") { writer in
          try writer.write("1\thé")
          try writer.write("llo\n")
          try writer.write(Array("2\t达标\n".utf8))
          try writer.row(["3", "👨‍👩‍👧 e\u{301}"])
        }
        #expect(copied == 3)
        let rows = try await connection.query("select v, octet_length(v)::text as bytes from t order by i")
        #expect(rows.map { $0[0] } == ["héllo", "达标", "👨‍👩‍👧 e\u{301}"])
        #expect(rows.map { $0["bytes"] } == ["6", "6", "22"])
      }
    }

    @Test func escapesWhatCopyWouldRead() async throws {
      try await ScratchDatabase.with { database in
        let connection = try await database.connect()
        try await connection.execute("create table t (i int, v text)")
        let values = [
          nil, "", "\\N", "\\.", "tab\there", "line\nend", "\r\n", "back\\slash\\", "\u{8}\u{b}\u{c}", "NULL",
        ]
        try await connection.copyIn("copy t from stdin") { writer in
          for (i, value) in values.enumerated() { try writer.row([String(i), value]) }
        }
        #expect(try await connection.query("select v from t order by i").map { $0[0] } == values)
      }
    }

    @Test func copiesALotThroughPieces() async throws {
      try await ScratchDatabase.with { database in
        let connection = try await database.connect()
        try await connection.execute("create table t (i int, v text)")
        let before = try residentMiB()
        let copied = try await connection.copyIn("copy t from stdin") { writer in
          for i in 0..<200_000 { try writer.row([String(i), "达标达标达标达标达标达标达标达标达标达标达标达标"]) }
        }
        #expect(copied == 200_000)
        let (rows, bytes, read) = try await connection.perform { connection in
          var rows = 0
          var bytes = 0
          let read = try connection.copyOut("copy t to stdout") { line in
            rows += 1
            bytes += line.count
            #expect(line[line.count - 1] == UInt8(ascii: "\n"))
          }
          return (rows, bytes, read)
        }
        #expect(rows == 200_000)
        #expect(read == 200_000)
        #expect(bytes == 1_088_890 + 200_000 * 74)
        let grown = try residentMiB() - before
        expectGrowth(grown, below: 20)
      }
    }

    @Test func passesBytesBy() async throws {
      try await ScratchDatabase.with { database in
        let connection = try await database.connect()
        let (bytes, texts, spans) = try await connection.perform { connection in
          var bytes: [UInt8] = []
          var texts: [String] = []
          var spans = 0
          try connection.copyOut("copy (values ('达标', 1), (null, 2)) to stdout (format csv)") { line in
            line.append(to: &bytes)
            texts.append(line.text)
            spans += line.withSpan { $0.byteCount }
          }
          return (bytes, texts, spans)
        }
        #expect(texts == ["达标,1\n", ",2\n"])
        #expect(bytes == Array("达标,1\n,2\n".utf8))
        #expect(spans == bytes.count)
      }
    }

    @Test func detectsTheFailureThatComesAfterTheEnd() async throws {
      try await ScratchDatabase.with { database in
        let connection = try await database.connect()
        try await connection.execute("create table t (i int primary key check (i < 10))")
        let check = await #expect(throws: PostgresError.self) {
          try await connection.copyIn("copy t from stdin") { try $0.write("1\n99\n") }
        }
        #expect(check?.sqlState == .checkViolation)
        #expect(check?.constraintName == "t_i_check")
        #expect(check?.context?.hasPrefix("COPY t, line 2") == true)
        let format = await #expect(throws: PostgresError.self) {
          try await connection.copyIn("copy t from stdin") { try $0.write("1\t2\n") }
        }
        #expect(format?.sqlState == .badCopyFileFormat)
        try await connection.expectUsable()
        #expect(try await connection.queryOne("select count(*) from t")[0] == "0")
      }
    }

    @Test func copiesNothingWhenTheBodyThrows() async throws {
      try await ScratchDatabase.with { database in
        let connection = try await database.connect()
        try await connection.execute("create table t (i int)")
        for rows in [0, 1, 100_000] {
          await #expect(throws: Marker()) {
            try await connection.copyIn("copy t from stdin") { writer in
              for i in 0..<rows { try writer.row([String(i)]) }
              throw Marker()
            }
          }
          try await connection.expectUsable()
          #expect(try await connection.queryOne("select count(*) from t")[0] == "0")
        }
      }
    }

    @Test func abandonsALargeCopyOutWhenTheBodyThrows() async throws {
      try await ScratchDatabase.with { database in
        let connection = try await database.connect()
        let clock = ContinuousClock()
        let start = clock.now
        await #expect(throws: Marker()) {
          try await connection.copyOut("copy (select generate_series(1, 1000000000)) to stdout") { _ in throw Marker() }
        }
        #expect(clock.now - start < .seconds(10))
        try await connection.expectUsable()
      }
    }

    @Test func givesTheErrorInTheMiddleOfACopyOut() async throws {
      try await ScratchDatabase.with { database in
        let connection = try await database.connect()
        let error = await #expect(throws: PostgresError.self) {
          try await connection.copyOut("copy (select 10 / (5 - i) from generate_series(1, 10) i) to stdout") { _ in }
        }
        #expect(error?.sqlState == "22012")
        try await connection.expectUsable()
      }
    }

    @Test(arguments: ["select 1", "create table u (i int)", "", "copy t from stdin", "copy t to stdout", "copy t form"])
    func refusesTheWrongStatement(sql: String) async throws {
      try await ScratchDatabase.with { database in
        let connection = try await database.connect()
        try await connection.execute("create table t (i int)")
        if sql != "copy t from stdin" {
          await #expect(throws: PostgresError.self) { try await connection.copyIn(sql) { _ in } }
          try await connection.expectUsable()
        }
        if sql != "copy t to stdout" {
          await #expect(throws: PostgresError.self) { try await connection.copyOut(sql) { _ in } }
          try await connection.expectUsable()
        }
      }
    }

    @Test func tellsWhenTheServerEndsTheSessionMeanwhile() async throws {
      try await ScratchDatabase.with { database in
        let connection = try await database.connect()
        let killer = try await database.connect()
        try await connection.execute("create table t (v text)")
        let pid = String(connection.processID)
        let line = String(repeating: "x", count: 1_000)
        let victim = Task {
          try await connection.copyIn("copy t from stdin") { writer in
            while true { try writer.row([line]) }
          }
        }
        try await Task.sleep(for: .milliseconds(200))
        try await killer.execute("select pg_terminate_backend($1::int)", [pid])
        let error = await #expect(throws: PostgresError.self) { try await victim.value }
        #expect(error?.kind == .connectionLost)
        #expect(await connection.isOpen == false)
      }
    }

    // The server may see a cancel before the end of the COPY, and then answers that it is ready twice.
    @Test func keepsInStepAfterRefusingACopy() async throws {
      try await ScratchDatabase.with { database in
        let connection = try await database.connect()
        try await connection.execute("create table t (i int)")
        for _ in 0..<1_000 {
          await #expect(throws: PostgresError.self) {
            try await connection.perform { try $0.forEachRow("copy t from stdin") { _ in } }
          }
          #expect(try await connection.queryOne("select 6 * 7 as answer")["answer"] == "42")
        }
      }
    }
  }
}
