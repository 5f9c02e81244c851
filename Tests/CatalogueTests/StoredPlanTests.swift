import Attainment
import Postgres
import TestSupport
import Testing

@testable import Catalogue

@Suite("Plans in the database", .needsDatabase)
struct StoredPlanTests {
  private static let template = Task { try await DeployedDatabase.create().name }

  /// Gives the body a deployed database in the role that loads plans.
  private static func with(_ body: @Sendable (isolated Connection) throws -> Void) async throws {
    try await ScratchDatabase.with(template: template.value) { database in
      let connection = try await database.connect()
      try await connection.perform { connection in
        try connection.script("set role dabiao_office")
        try body(connection)
      }
      await connection.close()
    }
  }

  private static func key(_ year: Int = 2020, _ version: Int = 1) -> WorkPlan.Key {
    WorkPlan.Key(districtID: "1", year: year, version: version)
  }

  /// Why a plan is not loaded; nil where it is.
  private static func refusal(_ files: PlanFiles, on connection: isolated Connection) throws -> String? {
    do {
      _ = try files.read().load(into: connection)
      return nil
    } catch let error as CatalogueError {
      return error.description
    }
  }

  private static func load(_ files: PlanFiles, on connection: isolated Connection) throws {
    _ = try files.read().load(into: connection)
  }

  /// The full plan for 2019, of which 2020's continues its own codes.
  private static func years() -> (last: PlanFiles, this: PlanFiles) {
    var (last, this) = (PlanFiles.full, PlanFiles.full)
    last.set("plan", 2, ["year": "2019"])
    for line in [2, 3, 10] { last.set("indicators", line, ["continues": ""]) }
    for (line, code) in [(2, "1.1.1"), (3, "1.1.2"), (10, "1.1.9")] {
      this.set("indicators", line, ["continues": code])
    }
    return (last, this)
  }

  @Test("a plan is read from the database as it was loaded", arguments: [PlanFiles.plain, .full])
  func roundTrip(_ files: PlanFiles) async throws {
    try await Self.with { connection in
      let read = try files.read()
      #expect(try read.load(into: connection) == .loaded(version: 1))
      #expect(try WorkPlan.stored(Self.key(), on: connection) == read.asStored)
      #expect(try read.load(into: connection) == .unchanged(version: 1))
    }
  }

  @Test("the plan of the repository is read from the database as it was loaded")
  func shippedPlan() async throws {
    try await Self.with { connection in
      let read = try WorkPlan.read(packageRoot + "/sql/plans/jingan-2020")
      _ = try read.load(into: connection)
      let stored = try WorkPlan.stored(Self.key(), on: connection)
      #expect(stored.indicators.count > 300)
      #expect(String(describing: stored) == String(describing: read.asStored))
    }
  }

  @Test("a new version keeps the one that it supersedes")
  func versions() async throws {
    try await Self.with { connection in
      let first = try PlanFiles.full.read()
      _ = try first.load(into: connection)
      var files = PlanFiles.full
      files.set("plan", 2, ["change_note": "目标下调", "early_days": "", "remind_days": ""])
      files.set("targets", 3, ["value": "6", "tolerance": ""])
      files.set("grades", 2, "优秀,95")
      files.remove("floors")
      let second = try files.read()
      #expect(try second.load(into: connection) == .loaded(version: 2))
      #expect(try WorkPlan.stored(Self.key(2020, 1), on: connection) == first.asStored)
      #expect(try WorkPlan.stored(Self.key(2020, 2), on: connection) == second.asStored)
    }
  }

  @Test("a target that months were published with is not edited")
  func editedTargets() async throws {
    try await Self.with { connection in
      _ = try PlanFiles.full.read().load(into: connection)
      try connection.script(
        """
        reset role;
        insert into report.run (district_id, year, version, period, as_of, program_version, outcome)
        values (1, 2020, 1, '2020-06-01', now(), '0', 'published');
        set role dabiao_office
        """)
      for (line, cells, promise) in [
        (3, ["value": "6.6"], "1.1.2 revision 1 (6.5, tolerance 0.25, decided on 2020-01-20)"),
        (3, ["tolerance": "0.5"], "1.1.2 revision 1 (6.5, tolerance 0.25, decided on 2020-01-20)"),
        (3, ["tolerance": ""], "1.1.2 revision 1 (6.5, tolerance 0.25, decided on 2020-01-20)"),
        (4, ["relative_to": "1.1.9"], "1.1.3 revision 1 (0 relative to 1.1.2, decided on 2020-01-20)"),
        (4, ["relative_to": "", "value": "0"], "1.1.3 revision 1 (0 relative to 1.1.2, decided on 2020-01-20)"),
        (3, ["decided_on": "2020-01-21"], "1.1.2 revision 1 (6.5, tolerance 0.25, decided on 2020-01-20)"),
      ] {
        var files = PlanFiles.full
        files.set("targets", line, cells)
        let refusal = try Self.refusal(files, on: connection) ?? ""
        #expect(refusal.contains(" leave out: \(promise). Keep them in targets.csv"), "\(cells)")
      }
      var files = PlanFiles.full
      files.set("targets", 3, ["source": "决议"])
      files.set("targets", 13, "1.1.2,2,6,,,2020-09-01,")
      try Self.load(files, on: connection)
    }
  }

  @Test("what a plan continues must be there once last year's plan is loaded")
  func continuation() async throws {
    try await Self.with { connection in
      let (last, this) = Self.years()
      var broken = this
      broken.set("indicators", 3, ["continues": "9.9.9"])
      // Nothing is loaded for 2019 yet.
      try Self.load(broken, on: connection)
      try Self.load(last, on: connection)
      try Self.load(this, on: connection)
      broken.set("indicators", 10, ["continues": "1.1.8"])
      let refusal = try Self.refusal(broken, on: connection)
      #expect(
        refusal == """
          indicators.csv:3: 上年指标：“9.9.9”；2019 年计划里没有此编号
              continues: found '9.9.9'; wanted an indicator of the plan for 2019
          indicators.csv:10: 上年指标：1.1.8（进度）；应为报送数值的指标
              continues: found 1.1.8, a progress; wanted an indicator whose figures carry a value
          共 2 处问题，未载入 / 2 faults; nothing was loaded
          """)
    }
  }

  @Test("the newest version of last year's plan is the one that counts")
  func newestOfLastYear() async throws {
    try await Self.with { connection in
      var (last, this) = Self.years()
      try Self.load(last, on: connection)
      last.set("indicators", 3, ["value_unit": "万元"])
      try Self.load(last, on: connection)
      let refusal = try Self.refusal(this, on: connection)
      #expect(refusal?.contains("found 1.1.2, submitted in 万元") == true)
      this.set("indicators", 3, ["value_unit": "万元"])
      try Self.load(this, on: connection)
    }
  }
}

extension WorkPlan {
  /// The plan as the database gives it back: each table in the order of its key, the reporters as they are expected.
  fileprivate var asStored: WorkPlan {
    var plan = self
    plan.responsibilities = []
    plan.postHolders = []
    plan.sha256 = []
    for index in plan.indicators.indices {
      plan.indicators[index].line = 0
      plan.indicators[index].reporters = plan.indicators[index].expectedReporters.sorted()
    }
    plan.targets.sort { ($0.indicator, $0.revision) < ($1.indicator, $1.revision) }
    plan.allocations.sort { ($0.indicator, $0.unit) < ($1.indicator, $1.unit) }
    plan.profiles.sort { ($0.indicator, $0.month) < ($1.indicator, $1.month) }
    return plan
  }
}
