import Postgres
import TestSupport
import Testing

extension PostgresTests {
  @Suite struct TransactionTests {
    @Test func commitsWhenTheBodyReturns() async throws {
      try await ScratchDatabase.with { database in
        let connection = try await database.connect()
        let counted = try await connection.transaction { connection in
          try connection.execute("create table t (i int)")
          return try connection.execute("insert into t values (1), (2)").affectedRows
        }
        #expect(counted == 2)
        let other = try await database.connect()
        #expect(try await other.queryOne("select count(*) from t")[0] == "2")
      }
    }

    @Test func rollsBackWhenTheBodyThrows() async throws {
      try await ScratchDatabase.with { database in
        let connection = try await database.connect()
        await #expect(throws: Marker()) {
          try await connection.transaction { connection in
            try connection.execute("create table t (i int)")
            throw Marker()
          }
        }
        try await connection.expectUsable()
        #expect(try await connection.queryOne("select to_regclass('t')")[0] == nil)
      }
    }

    @Test func readsFromASharedSnapshot() async throws {
      try await ScratchDatabase.with { database in
        let (sharing, reading) = (try await database.connect(), try await database.connect())
        try await reading.execute("create table t (i int)")
        let counts = try await sharing.sharingSnapshot { snapshot in
          try await reading.execute("insert into t values (1)")
          return try await reading.transaction(.repeatableRead, snapshot: snapshot) { connection in
            try connection.execute("insert into t values (2)")
            return try connection.queryOne("select count(*) from t")[0]
          }
        }
        // What was committed since is not in it; what the transaction itself writes is.
        #expect(counts == "1")
        #expect(try await reading.queryOne("select count(*) from t")[0] == "2")
        try await sharing.expectUsable()
      }
    }

    @Test func tellsThatTheSnapshotIsGone() async throws {
      try await ScratchDatabase.with { database in
        let (sharing, reading) = (try await database.connect(), try await database.connect())
        let (before, after) = try await sharing.sharingSnapshot { snapshot in
          try await reading.execute("select pg_terminate_backend($1::int, 5000)", [String(sharing.processID)])
          let error = await #expect(throws: PostgresError.self) {
            try await reading.transaction(.repeatableRead, snapshot: snapshot) { _ in () }
          }
          return (error, snapshot)
        }
        #expect(before?.kind == .connectionLost)
        let error = await #expect(throws: PostgresError.self) {
          try await reading.transaction(.repeatableRead, snapshot: after) { _ in () }
        }
        #expect(error?.kind == .connectionLost)
        try await reading.expectUsable()
      }
    }

    @Test func seesThatACommitRolledBack() async throws {
      try await ScratchDatabase.with { database in
        let connection = try await database.connect()
        let error = await #expect(throws: PostgresError.self) {
          try await connection.transaction { connection in
            try connection.execute("create table t (i int)")
            _ = try? connection.execute("select 1 / 0")
          }
        }
        #expect(error?.kind == .rolledBack)
        #expect(error?.message.contains("ROLLBACK") == true)
        try await connection.expectUsable()
      }
    }

    @Test func givesTheErrorOfADeferredConstraint() async throws {
      try await ScratchDatabase.with { database in
        let connection = try await database.connect()
        try await connection.execute(
          "create table t (i int primary key, up int references t deferrable initially deferred)")
        let error = await #expect(throws: PostgresError.self) {
          try await connection.transaction { try $0.execute("insert into t values (1, 2)") }
        }
        #expect(error?.sqlState == .foreignKeyViolation)
        try await connection.expectUsable()
      }
    }

    @Test func showsTheFirstErrorWhenTheRollbackFails() async throws {
      let log = RecordedLog()
      try await ScratchDatabase.with { database in
        let connection = try await database.connect(logger: log.logger)
        await #expect(throws: Marker()) {
          try await connection.transaction { connection in
            _ = try? connection.execute("select pg_terminate_backend(pg_backend_pid())")
            throw Marker()
          }
        }
      }
      // Of a lost connection the first error tells enough; what else failed is there for who looks for it.
      #expect(log.entries.contains { $0.level == .debug && $0.message.hasPrefix("rollback failed") })
    }

    @Test func passesItsPropertiesOn() async throws {
      try await ScratchDatabase.with { database in
        let connection = try await database.connect()
        for isolation in Isolation.allCases {
          let shown = try await connection.transaction(isolation, readOnly: true, deferrable: true) { connection in
            try ["transaction_isolation", "transaction_read_only", "transaction_deferrable"].map { setting in
              try connection.queryOne("show \(setting)")[0]
            }
          }
          #expect(shown == [isolation.rawValue, "on", "on"])
        }
        let error = await #expect(throws: PostgresError.self) {
          try await connection.transaction(readOnly: true) { try $0.execute("create table t (i int)") }
        }
        #expect(error?.sqlState == .readOnlySQLTransaction)
      }
    }

    @Test func refusesToBeNestedOrEndedInside() async throws {
      try await ScratchDatabase.with { database in
        let connection = try await database.connect()
        for attempt in ["begin", "commit"] {
          let error = await #expect(throws: PostgresError.self) {
            try await connection.transaction { connection in
              if attempt == "begin" { try connection.transaction { _ in } } else { try connection.execute("commit") }
            }
          }
          #expect(error?.kind == .misuse)
          try await connection.expectUsable()
        }
      }
    }

    @Test func goesBackToASavepoint() async throws {
      try await ScratchDatabase.with { database in
        let connection = try await database.connect()
        try await connection.execute("create table t (i int primary key)")
        try await connection.transaction { connection in
          try connection.execute("insert into t values (1)")
          #expect(throws: PostgresError.self) {
            try connection.savepoint { connection in
              try connection.execute("insert into t values (2)")
              try connection.execute("insert into t values (1)")
            }
          }
          #expect(try connection.transactionStatus() == .open)
          try connection.savepoint { try $0.execute("insert into t values (3)") }
        }
        #expect(try await connection.query("select i from t order by i").map { $0[0] } == ["1", "3"])
      }
    }
  }
}
