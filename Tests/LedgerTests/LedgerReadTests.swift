import Attainment
import Postgres
import TestSupport
import Testing

@testable import Catalogue
@testable import Ledger

@Suite("A plan and its figures read from the database", .needsDatabase)
struct LedgerReadTests {
  /// A database with the 2020 plan and nothing submitted.
  private static let template = Task {
    let template = try await DeployedDatabase.create()
    let connection = try await template.connect()
    let plan = try WorkPlan.read(packageRoot + "/sql/plans/jingan-2020")
    _ = try await connection.perform { connection in try plan.load(into: connection) }
    await connection.close()
    return template.name
  }

  private static let key = WorkPlan.Key(districtID: "1", year: 2020, version: 1)

  private static func with(_ body: @Sendable (isolated Connection) throws -> Void) async throws {
    try await ScratchDatabase.with(template: template.value) { database in
      let connection = try await database.connect()
      try await connection.perform(body)
      await connection.close()
    }
  }

  @Test("a version that is not there, and a word that this program does not know, are told as such")
  func unknown() async throws {
    try await Self.with { connection in
      #expect(throws: CatalogueError.self) {
        try WorkPlan.stored(WorkPlan.Key(districtID: "1", year: 2020, version: 7), on: connection)
      }
      try connection.script("update plan.work_plan set republish = 'changed'")
      #expect(try WorkPlan.stored(Self.key, on: connection).republication == .changed)
    }
  }

  @Test("figures, days, stages and instants come as the server writes them, whatever their digits")
  func figures() async throws {
    try await Self.with { connection in
      var generator = SystemRandomNumberGenerator()
      let numbers = (0..<300).map { _ in Self.number(using: &generator) } + ["0", "-0.000001", "99999999999999.999999"]
      try Self.submit(numbers.map { "(1, '2.2.1', 'statistics', \($0), null, null)" }, on: connection)
      let plan = try WorkPlan.stored(Self.key, on: connection)
      let assignments = Assignments(of: plan)
      let ledger = try Ledger(
        of: 2020, assignments, districtID: "1", through: 12,
        at: try #require(Instant(parsing: "2021-01-01T00:00:00Z")), on: connection)
      let account = try Self.account("2.2.1", "statistics", 1, assignments)
      var read: [Int: String] = [:]
      ledger.forEachRevision(of: account) { revision in
        read[ledger.number(of: revision)] = ledger.value(of: revision)?.description
      }
      let written = try connection.query("select revision, trim_scale(value) as value from intake.submission")
      #expect(written.count == numbers.count)
      for row in written { #expect(read[Int(row["revision"] ?? "") ?? 0] == row["value"]) }
    }
  }

  @Test(
    "what is not of the assignments, later than the instant, of another year or of another indicator than asked for is passed by"
  )
  func passedBy() async throws {
    try await Self.with { connection in
      try Self.submit(
        [
          "(1, '2.2.1', 'statistics', 5, null, null)", "(1, '9.2.1', 'education', null, 'started', '2020-01-31')",
          "(1, '2.2.1', 'finance', 6, null, null)",
          "(-11, '2.2.1', 'statistics', 7, null, null)", "(-11, '2.1.1', 'finance', 8, null, null)",
          "(3, '2.2.1', 'statistics', 9, null, null)",
        ], on: connection)
      let plan = try WorkPlan.stored(Self.key, on: connection)
      let assignments = Assignments(of: plan)
      let instant = try #require(Instant(parsing: "2020-02-01T00:00:00Z"))
      let ledger = try Ledger(of: 2020, assignments, districtID: "1", through: 2, at: instant, on: connection)
      let account = try Self.account("2.2.1", "statistics", 1, assignments)
      let january = try #require(ledger.standing(of: account, at: instant).accepted)
      #expect(ledger.value(of: january) == Figure(5))
      let school = try Self.account("9.2.1", "education", 1, assignments)
      let started = try #require(ledger.standing(of: school, at: instant).accepted)
      #expect(ledger.stage(of: started) == .started)
      #expect(ledger.occurredOn(of: started)?.description == "2020-01-31")
      #expect(ledger.submittedAt(of: january).description == "2020-01-15T08:00:00.123456Z")
      #expect(ledger.rows.count == 2)
      let yearBefore = try Ledger(
        of: 2019, assignments, indicators: ["2.1.1"], districtID: "1", through: 2, at: instant, on: connection)
      let growth = try Self.account("2.1.1", "finance", 1, assignments)
      #expect(
        yearBefore.standing(of: growth, at: instant).accepted.flatMap { yearBefore.value(of: $0) } == Figure(8))
      #expect(yearBefore.rows.count == 1)
    }
  }

  @Test("of two reviews of one instant the one made last decides")
  func oneInstant() async throws {
    try await Self.with { connection in
      try Self.submit((1...40).map { _ in "(1, '2.2.1', 'statistics', 5, null, null)" }, on: connection)
      // Entered with their numbers against the order of the rows, as a restored backup may have them.
      try connection.script(
        """
        insert into intake.review (
            district_id, period, indicator, unit, revision, review_id, submitted_at, reviewed_at, outcome, reason
        )
        overriding system value
        select
            district_id, period, indicator, unit, revision, made.number * 10 + revision % 10, submitted_at,
            submitted_at + interval '1 day',
            case when made.number = 2 then 'accepted' else 'returned' end, 'why'
        from intake.submission, (values (3), (1), (2)) as made (number)
        where made.number < 3 or revision % 2 = 0
        """)
      let plan = try WorkPlan.stored(Self.key, on: connection)
      let assignments = Assignments(of: plan)
      let instant = try #require(Instant(parsing: "2020-12-01T00:00:00Z"))
      let ledger = try Ledger(of: 2020, assignments, districtID: "1", through: 12, at: instant, on: connection)
      let standing = ledger.standing(of: try Self.account("2.2.1", "statistics", 1, assignments), at: instant)
      // Of even revisions the third review returned them; of odd ones the second accepted them.
      #expect(standing.accepted.map { ledger.number(of: $0) } == 39)
      #expect(standing.newest.map { ledger.number(of: $0) } == 40)
    }
  }

  private static func account(
    _ indicator: String, _ unit: String, _ period: Int, _ assignments: Assignments
  ) throws -> Ledger.Account {
    let indicator = try #require(assignments.indicator(indicator))
    let unit = try #require(assignments.unit(unit))
    return Ledger.Account(
      assignment: try #require(assignments.place(ofIndicator: indicator, unit: unit)), period: period)
  }

  /// Up to 14 digits before the point and 6 behind it, with either sign.
  private static func number(using generator: inout SystemRandomNumberGenerator) -> String {
    let whole = Int.random(in: 0..<Int.random(in: 1...100_000_000_000_000, using: &generator), using: &generator)
    let fraction = String(Int.random(in: 0..<1_000_000, using: &generator))
    let sign = Bool.random(using: &generator) ? "-" : ""
    return "\(sign)\(whole).\(String(repeating: "0", count: 6 - fraction.utf8.count))\(fraction)"
  }

  /// Submits rows of (months from December 2019, indicator, unit, value, stage, day), each accepted at once.
  private static func submit(_ rows: [String], on connection: isolated Connection) throws {
    try connection.script(
      """
      create temporary table row as
      select
          (date '2019-12-01' + make_interval(months => said.month))::date as period,
          said.*,
          '2020-01-15 08:00:00.123456Z'::timestamptz + make_interval(months => greatest(said.month, 1) - 1) as instant
      from (values \(rows.joined(separator: ", "))) as said (month, indicator, unit, value, stage, day);

      insert into intake.batch (district_id, file_name, content, line_count, outcome, received_at)
      select 1, 'test.csv', '', 0, 'accepted', instant
      from row
      group by instant;

      insert into intake.submission (
          district_id, period, indicator, unit, revision, batch_id, line, value, stage, occurred_on, submitted_at,
          accepted_at
      )
      select
          1,
          row.period,
          row.indicator,
          row.unit,
          row_number() over (partition by row.period, row.indicator, row.unit),
          batch.batch_id,
          1,
          row.value,
          row.stage,
          row.day::date,
          row.instant,
          row.instant
      from row
      join intake.batch on batch.received_at = row.instant
      """)
  }
}
