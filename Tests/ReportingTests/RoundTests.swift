import Attainment
import Logging
import Postgres
import Synchronization
import TestSupport
import Testing

@testable import Reporting

@Suite("A round of several districts")
struct RoundTests {
  @Test("any number of districts over any number of lanes gives the same rows")
  func sameRowsWhateverTheLanes() async throws {
    try await Districts.with { database in
      let known = try await database.publish(Districts.all, lanes: 1)
      #expect(known.count == Districts.all.count)
      for lanes in 1...4 {
        for count in 1...Districts.all.count {
          let some = Array(Districts.all.suffix(count))
          #expect(try await database.publish(some, lanes: lanes) == known.filter { some.contains($0.key) })
        }
      }
    }
  }

  @Test("what is accepted after the snapshot is in no district's results, though it counts as of the instant")
  func oneSnapshot() async throws {
    try await Districts.with { database in
      let before = try await database.publish(Districts.all, lanes: 1)
      let isFirst = Mutex(true)
      // It is committed with the first district, before the others are read, and says that it was accepted long ago.
      let during = try await database.publish(Districts.all, lanes: 1) { connection in
        guard
          isFirst.withLock({ wasFirst in
            defer { wasFirst = false }; return wasFirst
          })
        else { return }
        let added = try connection.execute(
          """
          insert into intake.submission
          select district_id, period, indicator, unit, revision + 1, batch_id, line, value + 1, denominator, base_value,
              base_denominator, stage, progress, occurred_on, note, submitted_at, submitted_at
          from (
              select distinct on (district_id, period, indicator, unit) *
              from intake.submission
              where value is not null
              order by district_id, period, indicator, unit, revision desc
          ) as newest
          """)
        #expect(added.affectedRows > 100)
      }
      #expect(during == before)
      let after = try await database.publish(Districts.all, lanes: 2)
      #expect(Districts.all.allSatisfy { after[$0] != before[$0] })
    }
  }

  @Test("a district that is locked or has no plan does not hold up the others")
  func othersArePublished() async throws {
    try await Districts.with { database in
      let other = try await database.connect()
      // The rows that refer to the plan stay behind, which nobody reads without it.
      try await other.script(
        "set session_replication_role = replica; delete from plan.work_plan where district_id = 3 and year = 2021")
      _ = try await other.perform { try RunLock.take("d00002", on: $0) }
      let outcomes = try await database.round(Districts.all, lanes: 2)
      #expect(outcomes["d00002"]?.kind == .locked)
      #expect(outcomes["d00003"]?.kind == .configuration)
      for district in ["d00001", "d00004", "d00005"] {
        #expect(throws: Never.self) { try outcomes[district]?.get() }
      }
      await other.close()
      let free = try await database.connect()
      #expect(
        try await free.queryOne(
          "select count(*) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())"
        )[0] == "0")
    }
  }

  @Test("a round that is stopped records the districts whose turn had not come")
  func stopped() async throws {
    try await Districts.with { database in
      let isStopped = Mutex(false)
      let outcomes = try await database.round(
        Districts.all, lanes: 1, isStopped: { isStopped.withLock { $0 } },
        meanwhile: { _ in isStopped.withLock { $0 = true } })
      #expect(throws: Never.self) { try outcomes["d00001"]?.get() }
      for district in Districts.all.dropFirst() {
        #expect(throws: StoppedBeforeItsTurn.self) { try outcomes[district]?.get() }
      }
      let counts = try await database.connect().query(
        "select outcome || ' ' || count(*) from report.run group by outcome order by outcome")
      #expect(counts.map { $0[0] } == ["failed 4", "published 1"])
    }
  }

  @Test("a run that another has taken for dead publishes nothing")
  func takenForDead() async throws {
    try await Districts.with { database in
      let run = MonthlyRun(
        RunRequest(district: "d00001", month: Districts.month, asOf: Districts.asOf, programVersion: "test"),
        logger: Logger(label: "tests"))
      let connection = try await database.connect()
      let error = await #expect(throws: RunError.self) {
        try await connection.perform { connection in
          let begun = try run.begin(on: connection)
          _ = try run.begin(on: connection)
          _ = try run.publish(begun, from: nil, on: connection, stage: { _, _ in }, place: {})
        }
      }
      #expect(error?.kind == .locked)
      #expect(try await connection.queryOne("select count(*) from report.publication")[0] == "0")
    }
  }
}

extension Result {
  fileprivate var kind: RunError.Kind? {
    guard case .failure(let error) = self else { return nil }
    return (error as? RunError)?.kind
  }
}

/// A scratch database of five small districts, nothing published.
private enum Districts {
  static let all = (1...5).map { "d0000\($0)" }
  static let asOf = "2021-07-11T00:00:00Z"
  static var month: Month {
    guard let month = Month(parsing: "2021-06") else { preconditionFailure("2021-06 is a month") }
    return month
  }

  /// Filled once for all the tests of this process; the cluster goes with it.
  private static let template = Task {
    let template = try await DeployedDatabase.create()
    let generated = try await run(
      "python3",
      [packageRoot + "/bench/generate.py"]
        + ["--districts", "5", "--years", "1", "--indicators", "8", "--reporters", "2"],
      environment: ["PGDATABASE": template.name])
    guard generated.status == 0 else { throw DeployedDatabase.NotDeployed(description: generated.stderr) }
    return template.name
  }

  static func with(_ body: (ScratchDatabase) async throws -> Void) async throws {
    try await ScratchDatabase.with(template: template.value, body)
  }
}

extension ScratchDatabase {
  fileprivate func round(
    _ districts: [String], lanes: Int, isStopped: @escaping @Sendable () -> Bool = { false },
    meanwhile: @escaping @Sendable (isolated Connection) throws -> Void = { _ in }
  ) async throws -> Lanes.Outcomes<String> {
    let round = Round(
      Districts.month, asOf: Districts.asOf, programVersion: "test", logger: Logger(label: "tests"),
      isStopped: isStopped)
    return try await Lanes.sharing(nil, among: lanes, connect: { try await connect() }) { lanes in
      try await round.publish(
        districts, by: lanes, stage: { connection, _ in try meanwhile(connection) }, place: { _ in () }
      ).mapValues { outcome in outcome.map { $0.run.runID } }
    }
  }

  /// Publishes some districts and gives a digest of all that each one's run has left, its own number apart.
  fileprivate func publish(
    _ districts: [String], lanes: Int,
    meanwhile: @escaping @Sendable (isolated Connection) throws -> Void = { _ in }
  ) async throws -> [String: String] {
    let outcomes = try await round(districts, lanes: lanes, meanwhile: meanwhile)
    let connection = try await connect()
    var digests: [String: String] = [:]
    for (district, outcome) in outcomes {
      let rows = ["evaluation", "trend_point", "finding", "reporting_rate"].map { table in
        "select '\(table)' || (to_jsonb(r) - 'run_id')::text as line from report.\(table) as r where run_id = $1::bigint"
      }
      digests[district] = try await connection.queryOne(
        """
        select count(*) || ' ' || md5(string_agg(line, '' order by line)) as digest
        from (\(rows.joined(separator: " union all "))) as everything
        """, [try outcome.get()])["digest"]
    }
    await connection.close()
    return digests
  }
}
