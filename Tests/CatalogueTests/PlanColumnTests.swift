import Attainment
import Testing

@testable import Catalogue

@Suite("What a plan's columns hold, and what stands where they are left out")
struct PlanColumnTests {
  private let full: WorkPlan
  private let plain: WorkPlan

  init() throws {
    full = try PlanFiles.full.read()
    plain = try PlanFiles.plain.read()
  }

  private func indicator(_ code: String, in plan: WorkPlan) throws -> WorkPlan.Indicator {
    try #require(plan.indicators.first { $0.code.description == code })
  }

  @Test("a plan without them reads as it did")
  func defaults() throws {
    #expect(plain.indicators.count == 7)
    #expect(plain.allocations.count == 2)
    #expect(plain.stopsOnError)
    #expect(plain.sha256.count == 32)
    #expect(plain.earlyDays == 0)
    #expect(!plain.isSample)
    #expect(plain.remindDays == [])
    #expect(plain.changeNote == nil)
    #expect(plain.floors == [:])
    #expect(plain.appraisalRules.isEmpty)
    #expect(plain.grades.isEmpty)
    #expect(plain.units.allSatisfy { $0.shortZH == nil })
    #expect(plain.targets.allSatisfy { $0.tolerance == nil && $0.relativeTo == nil })
    #expect(plain.profiles.map(\.expected) == [.percentage(Figure(40)), .percentage(Figure(100))])
    for indicator in plain.indicators {
      #expect(indicator.scale == Figure(1))
      #expect(indicator.pacing == (indicator.measure == .milestone ? .atDue : .linear))
      #expect(!indicator.isWhole)
      #expect(!indicator.isReference)
      #expect(indicator.dueDay == nil)
      let texts = [indicator.valueUnit, indicator.denominatorUnit, indicator.continues, indicator.wording]
      #expect(texts == [nil, nil, nil, nil])
      #expect([indicator.plausibleMin, indicator.plausibleMax] == [nil, nil])
    }
  }

  @Test("stop_on_error may be left out, and is then false")
  func stopOnError() throws {
    var files = PlanFiles.plain
    files.drop(["stop_on_error"], of: "plan")
    #expect(try !files.read().stopsOnError)
  }

  @Test("the plan as a whole")
  func head() {
    #expect(full.earlyDays == 3)
    #expect(full.isSample)
    #expect(full.remindDays == [-3, 0, 5])
    #expect(full.changeNote == "年中调整")
    #expect(full.republication == .changed)
    #expect(full.units.map(\.shortZH) == ["甲局", nil, "丙镇"])
    #expect(full.floors == [.total: Figure(85), .rate: Figure(millionths: 97_500_000)])
    #expect(full.appraisalRules.map(\.rule) == [.missing, .attainedEarly])
    #expect(full.appraisalRules.map(\.points) == [Figure(millionths: -500_000), Figure(1)])
    #expect(full.appraisalRules.map(\.limit) == [Figure(5), nil])
    #expect(full.grades.map(\.name) == ["优秀", "合格"])
    #expect(full.grades.map(\.from) == [Figure(90), Figure(millionths: -60_500_000)])
  }

  @Test("indicators")
  func indicators() throws {
    let counted = try indicator("1.1.1", in: full)
    #expect(counted.isWhole)
    #expect(counted.pacing == .atDue)
    #expect(counted.dueDay == 45)
    #expect(counted.continues == "3.1.1")
    #expect(counted.wording == "新增12家")
    #expect([counted.plausibleMin, counted.plausibleMax] == [.zero, Figure(1000)])
    let ratio = try indicator("1.1.4", in: full)
    #expect(ratio.measure == .ratio)
    #expect(ratio.scale == Figure(10_000))
    #expect([ratio.valueUnit, ratio.denominatorUnit] == ["件", "人"])
    #expect(ratio.dueDay == 62)
    #expect(try indicator("1.1.3", in: full).measure == .rate)
    #expect(try indicator("1.1.7", in: full).pacing == .linear)
    #expect(try indicator("1.1.10", in: full).isReference)
  }

  @Test("the unit of what is submitted is that of the actual where both are one and the same")
  func submittedUnits() throws {
    let units = full.indicators.map { "\($0.measure.rawValue) \($0.submittedUnit ?? "-")" }
    #expect(
      units == [
        "total 家", "growth 亿元", "rate %", "ratio 件", "stock 件", "share 个", "milestone -", "progress -",
        "intensity_change 吨", "stock 件", "total 吨", "daily_average 吨", "stock 件",
      ])
  }

  @Test("targets, and what profiles expect")
  func promises() throws {
    let following = full.targets.filter { $0.indicator == "1.1.3" }
    #expect(following.map(\.value) == [.zero, Figure(millionths: -500_000)])
    #expect(following.map(\.relativeTo) == ["1.1.2", "1.1.2"])
    let about = try #require(full.targets.first { $0.indicator == "1.1.2" })
    #expect(about.tolerance == Figure(millionths: 250_000))
    let zero = try #require(full.targets.first { $0.indicator == "1.1.5" })
    #expect((zero.value, zero.tolerance) == (.zero, Figure(2)))
    let amounts = full.profiles.filter { $0.indicator == "1.1.1" }
    #expect(amounts.map(\.expected) == [.amount(Figure(4)), .amount(Figure(12))])
    let level = full.profiles.filter { $0.indicator == "1.1.6" }
    #expect(level.map(\.expected) == [80_000_000, 120_500_000, 90_000_000].map { .percentage(Figure(millionths: $0)) })
  }

  @Test("English names may be left out, cell by cell or column by column, and the Chinese ones then stand")
  func englishNames() throws {
    var files = PlanFiles.full
    files.set("plan", 2, ["district_en": "", "title_en": ""])
    files.set("units", 2, ["name_en": ""])
    let plan = try files.read()
    #expect([plan.districtEN, plan.titleEN] == ["试验区", "计划"])
    #expect(plan.units.map(\.nameEN) == ["试验区甲局", "B", "C"])
    files.drop(["district_en", "title_en"], of: "plan")
    for (file, column) in [("units", "name_en"), ("sections", "title_en"), ("indicators", "name_en")] {
      files.drop([column], of: file)
    }
    let without = try files.read()
    #expect([without.districtEN, without.titleEN] == ["试验区", "计划"])
    #expect(without.units.map(\.nameEN) == without.units.map(\.nameZH))
    #expect(without.sections.map(\.titleEN) == ["一"])
    #expect(without.indicators.map(\.nameEN) == without.indicators.map(\.nameZH))
  }

  @Test("every column that may be left out may be left out alone")
  func eachColumnAlone() throws {
    for file in PlanFile.all {
      let name = String(file.name.dropLast(".csv".count))
      // Without these the other cells of the full plan ask for what is no longer there.
      for column in file.optionalColumns where !["relative_to", "cumulative_pct", "cumulative_value"].contains(column) {
        var files = PlanFiles.full
        files.drop([column], of: name)
        if column == "reference" { files.set("indicators", 11, ["direction": "at_most"]) }
        #expect(try files.faults().map(\.description) == [], "\(name) without \(column)")
      }
    }
  }

  @Test(
    "digits that say nothing do not count",
    arguments: [
      ("000800.0", "800"), ("0.5000000", "0.5"), ("00000000000000000001.0000000000", "1"),
      (
        "12345678901234.100000000",
        "12345678901234.1"
      ),
    ])
  func figures(_ text: String, _ figure: String) throws {
    var files = PlanFiles.plain
    files.set("targets", 6, ["value": text])
    #expect(try files.read().targets.last?.value.description == figure)
  }

  @Test("a target may be 0 where it is not to be exceeded, and for percent changes; an allocation may be 0 at any rate")
  func zeros() throws {
    var files = PlanFiles.plain
    files.set("targets", 5, ["value": "0"])
    files.set("targets", 4, ["value": "0"])
    files.set("allocations", 2, ["value": "0"])
    #expect(try files.faults().map(\.description) == [])
  }

  @Test(
    "what stands beside another's actual may be any figure, a stock may follow a total, and amounts of a level be any")
  func allowed() throws {
    var files = PlanFiles.full
    files.set("targets", 5, ["value": "-500"])
    files.set("targets", 12, ["value": "-5"])
    files.set("indicators", 12, ["unit_of_measure": "件"])
    files.set("targets", 12, ["relative_to": "1.1.11"])
    files.set("profiles", 10, ["cumulative_value": "-7"])
    files.set("profiles", 11, ["cumulative_value": "99999"])
    #expect(try files.faults().map(\.description) == [])
  }
}
