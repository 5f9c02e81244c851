import Testing

@testable import Catalogue

@Suite("What keeps a plan from being loaded")
struct PlanFaultTests {
  @Test("the plans that are spoilt below are sound", arguments: [PlanFiles.plain, .full])
  func sound(_ files: PlanFiles) throws {
    #expect(try files.faults().map(\.description) == [])
  }

  @Test("one spoilt line is told by file, line and column", arguments: Refusal.plain + Refusal.full)
  func refusal(_ refusal: Refusal) throws {
    let reports = try refusal.files.faults().map(\.description)
    #expect(
      reports.contains { $0.hasPrefix(refusal.testDescription) && $0.contains("; wanted ") },
      "\(refusal.testDescription): \(reports)")
  }

  @Test("each refusal is another one")
  func count() {
    let refusals = Refusal.plain + Refusal.full
    print("\(refusals.count) refusals of a plan tested")
    let spoilt = Set(refusals.map { "\($0.file) \($0.files.lines[$0.file] ?? [])" })
    #expect(spoilt.count == refusals.count)
  }

  @Test("all faults are told at once, in the order of files and lines")
  func allAtOnce() throws {
    var files = PlanFiles.plain
    files.set("targets", 2, ["value": "0"])
    files.set("targets", 3, ["value": "x"])
    files.set("allocations", 2, ["unit": "c"])
    #expect(
      try files.faults().map { "\($0.file):\($0.line)" } == ["allocations.csv:2", "targets.csv:2", "targets.csv:3"])
  }

  @Test("an accumulation that is not given, or is none, is told of once", arguments: ["", "yearly"])
  func accumulationOnce(_ text: String) throws {
    for line in [6, 7] {
      var files = PlanFiles.plain
      files.set("indicators", line, ["accumulation": text])
      let found = text.isEmpty ? "nothing" : "'\(text)'"
      #expect(
        try files.faults().map(\.description) == [
          "indicators.csv:\(line): accumulation: found \(found); wanted one of monthly, cumulative, point"
        ])
    }
  }

  @Test("a file that must be there is missed, one that may be left out is not")
  func missingFiles() throws {
    for file in PlanFile.all {
      var files = PlanFiles.full
      files.remove(String(file.name.dropLast(".csv".count)))
      if file.isRequired {
        #expect(throws: CatalogueError.self, "\(file.name)") { try files.read() }
      } else {
        #expect(try files.read().indicators.count == 13, "\(file.name)")
      }
    }
  }

  @Test("a circle of relative targets is found however long, over all revisions, and only where it is one")
  func circles() throws {
    var files = PlanFiles.full
    // 1.1.9 follows 1.1.3 at first and 1.1.2 later; 1.1.2 in its second revision follows 1.1.9.
    files.set("targets", 9, ["relative_to": "1.1.3"])
    files.set("targets", 13, "1.1.9,2,,,1.1.2,2020-06-01,")
    #expect(try files.faults().map(\.description) == [])
    files.set("targets", 14, "1.1.2,2,1,,1.1.9,2020-06-01,")
    #expect(
      try files.faults().map { "\($0.line) \($0.found)" } == [
        "4 a circle through 1.1.2", "5 a circle through 1.1.2", "9 a circle through 1.1.3", "13 a circle through 1.1.2",
        "14 a circle through 1.1.9",
      ])
  }

  @Test("amounts of a total need a target at which they end")
  func amountsWithoutTarget() throws {
    var files = PlanFiles.plain
    files.set("profiles", 1, "indicator,month,cumulative_value")
    files.set("profiles", 3, "1.1.2,12,50")
    files.set("profiles", 2, "1.1.1,12,100")
    files.set("targets", 2, "1.1.1,1,100,2020-01-20,")
    #expect(try files.faults().map(\.description) == [])
    files.set("targets", 3, "1.1.1,2,90,2020-01-20,")
    #expect(
      try files.faults().map(\.description) == [
        "profiles.csv:3: cumulative_value: found amounts; wanted percentages: 1.1.2 has no target at which they could end"
      ])
  }

  @Test("bytes that are neither UTF-8 nor GB18030, and an empty file")
  func unreadable() throws {
    let file = try #require(PlanFile.all.first { $0.name == "units.csv" })
    let table = PlanTable(
      file, PlanSource(name: file.name, csv: Array("unit,kind,name_zh\n".utf8) + [0xff, 0x0a]))
    #expect(
      table.faults.map(\.description) == ["units.csv:2: found bytes that are not UTF-8, nor GB18030; wanted UTF-8 text"]
    )
    let empty = PlanTable(file, PlanSource(name: file.name, csv: []))
    #expect(
      empty.faults.map(\.description) == ["units.csv:1: found an empty file; wanted the header unit,kind,name_zh"])
  }
}
