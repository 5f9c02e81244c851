import Attainment
import Logging
import Postgres
import Synchronization
import TestSupport
import Testing

@testable import Reporting

@Suite("A round of several districts", .needsDatabase)
struct RoundTests {
  @Test("any number of districts over any number of lanes gives the same rows")
  func sameRowsWhateverTheLanes() async throws {
    try await Districts.with { database in
      let known = try await database.publish(Districts.all, lanes: 1)
      #expect(known.count == Districts.all.count)
      for lanes in 2...6 { #expect(try await database.publish(Districts.all, lanes: lanes) == known) }
      for district in Districts.all {
        #expect(try await database.publish([district], lanes: 3) == known.filter { $0.key == district })
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
          insert into intake.submission (
              district_id, period, indicator, unit, revision, batch_id, line, value, denominator, base_value,
              base_denominator, stage, progress, occurred_on, note, submitted_at, accepted_at
          )
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
      #expect(outcomes["d00002"]?.first?.kind == .locked)
      #expect(outcomes["d00003"]?.first?.kind == .configuration)
      for district in ["d00001", "d00004", "d00005"] {
        #expect(throws: Never.self) { try outcomes[district]?.first?.get() }
      }
      await other.close()
      let free = try await database.connect()
      #expect(
        try await free.queryOne(
          "select count(*) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())"
        )[0] == "0")
    }
  }

  @Test("a round that is stopped begins no other district")
  func stopped() async throws {
    try await Districts.with { database in
      let isStopped = Mutex(false)
      let outcomes = try await database.round(
        Districts.all, lanes: 1, isStopped: { isStopped.withLock { $0 } },
        meanwhile: { _ in isStopped.withLock { $0 = true } })
      #expect(throws: Never.self) { try outcomes["d00001"]?.first?.get() }
      for district in Districts.all.dropFirst() {
        #expect(throws: StoppedBeforeItsTurn.self) { try outcomes[district]?.first?.get() }
      }
      let counts = try await database.connect().query(
        "select outcome || ' ' || count(*) from report.run group by outcome order by outcome")
      #expect(counts.map { $0[0] } == ["published 1"])
    }
  }

  @Test("a run that another has taken for dead publishes nothing")
  func takenForDead() async throws {
    try await Districts.with { database in
      let connection = try await database.connect()
      let error = await #expect(throws: RunError.self) {
        try await connection.perform { connection in
          try RunSession.set(on: connection)
          let instant = try Instant.asOf(Districts.asOf, on: connection)
          let scope = try RunScope(Districts.month, of: "d00001", at: instant, on: connection)
          let record = try RunRecord.begin(scope, programVersion: "test", on: connection)
          _ = try RunRecord.begin(scope, programVersion: "test", on: connection)
          let reading = try Reading(scope.plan, through: 6, at: instant, on: connection)
          let run = MonthRun(record: record, stage: { _, _ in }, place: {})
          _ = try run.publish(reading, on: connection)
        }
      }
      #expect(error?.kind == .locked)
      #expect(try await connection.queryOne("select count(*) from report.publication")[0] == "0")
    }
  }

  @Test("several months of a district come from one reading: the same rows as one by one")
  func severalMonths() async throws {
    try await Districts.with { database in
      let connection = try await database.connect()
      try await connection.script("update plan.work_plan set loaded_at = '2021-01-05 00:00Z'")
      let due = try await database.round(["d00002"], .due, lanes: 1)
      let months = try #require(due["d00002"]).map { try $0.get() }
      #expect(months.count == 6)
      var digests: [String] = []
      for run in months { digests.append(try await database.digest(ofRun: run)) }
      var alone: [String] = []
      for month in 1...6 {
        let month = try #require(Month(year: 2021, month: month))
        let run = try await database.round(["d00002"], .month(month), lanes: 1)["d00002"]?.first
        alone.append(try await database.digest(ofRun: try #require(run).get()))
      }
      #expect(digests == alone)
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
  /// Publishes months of some districts, and gives the numbers of their runs.
  fileprivate func round(
    _ districts: [String], _ selection: Round.Selection = .month(Districts.month), lanes: Int,
    isStopped: @escaping @Sendable () -> Bool = { false },
    meanwhile: @escaping @Sendable (isolated Connection) throws -> Void = { _ in }
  ) async throws -> [String: [Result<String, any Error>]] {
    let round = Round(
      selection, asOf: Districts.asOf, programVersion: "test", logger: Logger(label: "tests"), isStopped: isStopped)
    let chosen: Lanes.Selection = districts.count == 1 ? .one(districts[0]) : .all(nil)
    return try await Lanes.sharing(chosen, among: lanes, connect: { try await connect() }) { lanes in
      try await round.publish(
        by: lanes, stage: { connection, _ in try meanwhile(connection) }, place: { _ in () }
      ).mapValues { months in months.map { $0.result.map { $0.run.runID } } }
    }
  }

  /// Publishes some districts and gives a digest of all that each one's run has left, its own number apart.
  fileprivate func publish(
    _ districts: [String], lanes: Int,
    meanwhile: @escaping @Sendable (isolated Connection) throws -> Void = { _ in }
  ) async throws -> [String: String] {
    var digests: [String: String] = [:]
    for (district, months) in try await round(districts, lanes: lanes, meanwhile: meanwhile) {
      for month in months { digests[district] = try await digest(ofRun: try month.get()) }
    }
    return digests
  }

  /// A digest of all that a run has left, its own number apart.
  fileprivate func digest(ofRun run: String) async throws -> String {
    let connection = try await connect()
    let tables = [
      "evaluation", "trend_point", "finding", "reporting_rate", "remark", "appraised_unit", "appraisal_point",
    ]
    let rows = tables.map { table in
      "select '\(table)' || (to_jsonb(r) - 'run_id')::text as line from report.\(table) as r where run_id = $1::bigint"
    }
    let digest = try await connection.queryOne(
      """
      select count(*) || ' ' || md5(string_agg(line, '' order by line)) as digest
      from (\(rows.joined(separator: " union all "))) as everything
      """, [run]
    ).required("digest")
    await connection.close()
    return digest
  }
}
