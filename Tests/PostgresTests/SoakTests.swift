import Logging
import Postgres
import TestSupport
import Testing

extension PostgresTests {
  /// Every error path, over and over: under AddressSanitizer for double frees and leaks, without it for growth.
  @Suite struct SoakTests {
    @Test func survivesItsErrorPaths() async throws {
      try await ScratchDatabase.with { database in
        let connection = try await database.connect()
        try await connection.script("create table t (i int primary key, v text); insert into t values (1, 'one')")
        try await soak(connection, rounds: 40)
        let before = try residentMiB()
        try await soak(connection, rounds: 160)
        let grown = try residentMiB() - before
        expectGrowth(grown, below: 5)
        try await connection.expectUsable()
        #expect(try await connection.queryOne("select count(*) from t")[0] == "1")
      }
    }

    @Test func survivesConnectingAndLosing() async throws {
      let silent = Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() }
      try await ScratchDatabase.with { database in
        for _ in 0..<30 {
          for conninfo in ["host=/nonexistent", "host=127.0.0.1 port=1", "nonsense=1", "postgresql://a@b@c/d"] {
            await #expect(throws: PostgresError.self) { _ = try await Connection.open(conninfo, logger: silent) }
          }
          let connection = try await database.connect()
          await #expect(throws: PostgresError.self) {
            try await connection.transaction { connection in
              try connection.forEachRow("select pg_terminate_backend(pg_backend_pid()), generate_series(1, 10)") { _ in
              }
            }
          }
          await connection.close()
        }
      }
    }

    private func soak(_ connection: Connection, rounds: Int) async throws {
      let paths: [@Sendable (isolated Connection) throws -> Void] = [
        { try $0.execute("selec 1") },
        { try $0.execute("") },
        { try $0.execute("insert into t values ($1, $2)", ["1", "again"]) },
        { try $0.execute("select $1", ["a\u{0}b"]) },
        { try $0.execute("copy t from stdin") },
        { try $0.execute("copy t to stdout") },
        { try $0.script("select 1; copy t from stdin") },
        { _ = try $0.query("delete from t where false") },
        { _ = try $0.prepare("select missing from t") },
        {
          let statement = try $0.prepare("select 1 / $1::int")
          _ = try $0.query(statement, ["0"])
        },
        { try $0.forEachRow("select i from t") { _ in throw Marker() } },
        { try $0.forEachRow("select 1 / (2 - i) from generate_series(1, 3) i") { _ in } },
        { try $0.forEachRow("copy t from stdin") { _ in } },
        { try $0.forEachRow("copy t to stdout") { _ in } },
        { try $0.copyIn("copy t from stdin") { try $0.row(["1", "again"]) } },
        { try $0.copyIn("copy t from stdin") { try $0.write("x\ty\tz\n") } },
        {
          try $0.copyIn("copy t from stdin") { writer in
            try writer.row(["2", "two"])
            throw Marker()
          }
        },
        { try $0.copyIn("select 1") { _ in } },
        { try $0.copyIn("copy t to stdout") { _ in } },
        { try $0.copyOut("copy t from stdin") { _ in } },
        { try $0.copyOut("copy (select generate_series(1, 100000)) to stdout") { _ in throw Marker() } },
        { try $0.copyOut("copy (select 1 / (2 - i) from generate_series(1, 3) i) to stdout") { _ in } },
        { try $0.transaction { _ = try? $0.execute("select 1 / 0") } },
        { try $0.transaction { _ in throw Marker() } as Void },
        { _ = try $0.transaction { try $0.savepoint { try $0.execute("select 1 / 0") } } },
        { try $0.transaction { try $0.forEachRow("select i from t") { _ in throw Marker() } } },
      ]
      for _ in 0..<rounds {
        for (index, path) in paths.enumerated() {
          await #expect(throws: (any Error).self, "path \(index)") { try await connection.perform(path) }
        }
      }
    }
  }
}
