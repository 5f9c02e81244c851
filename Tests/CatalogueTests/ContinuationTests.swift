import Testing

@testable import Catalogue

@Suite("A plan held against last year's, which it continues")
struct ContinuationTests {
  /// Last year's: 3.1.1 to 3.1.9 are what 1.1.1 to 1.1.9 are this year.
  private static let lastYear: PlanFiles = {
    var files = PlanFiles.full
    files.set("plan", 2, ["year": "2019"])
    for (file, columns) in [
      ("indicators", ["indicator"]), ("targets", ["indicator", "relative_to"]), ("allocations", ["indicator"]),
      ("profiles", ["indicator"]), ("responsibilities", ["indicator"]),
    ] {
      let lines = files.lines[file] ?? []
      for (index, line) in lines.enumerated().dropFirst() {
        let names = files.columns(of: file)
        let texts = line.split(separator: ",", omittingEmptySubsequences: false)
        let cells = zip(names, texts).filter { columns.contains($0.0) && !$0.1.isEmpty }
        files.set(file, index + 1, Dictionary(uniqueKeysWithValues: cells.map { ($0.0, "3" + $0.1.dropFirst()) }))
      }
    }
    files.set("sections", 2, "3,三,Three")
    for line in [4, 5] { files.set("targets", line, ["value": "3", "relative_to": ""]) }
    return files
  }()

  private static func faults(
    _ cells: [String: String] = [:], of line: Int = 3, last: [String: String] = [:], at lastLine: Int = 3,
    in lastYear: PlanFiles = lastYear
  ) throws -> [String] {
    var (files, lastFiles) = (PlanFiles.full, lastYear)
    files.set("indicators", line, cells)
    lastFiles.set("indicators", lastLine, last)
    return try files.read().faults(continuing: lastFiles.read()).map(\.description)
  }

  @Test("what is there, and says the same in the same way, is continued")
  func sound() throws {
    #expect(try Self.faults() == [])
    #expect(try Self.faults(last: ["frequency": "quarterly"]) == [], "the latest cumulative figure says all")
    #expect(try Self.faults(["continues": ""], last: ["accumulation": "monthly"]) == [])
  }

  @Test("a growth may continue a total, an intensity what carries both of its figures")
  func otherMeasures() throws {
    let total = ["measure": "total", "unit_of_measure": "亿元", "value_unit": "", "plausible_min": ""]
    #expect(try Self.faults(last: total) == [])
    #expect(try Self.faults(last: total.merging(["value_unit": "亿元"]) { $1 }) == [])
    var lastYear = Self.lastYear
    lastYear.set("targets", 9, ["value": "3"])
    #expect(
      try Self.faults(of: 10, last: ["measure": "share", "direction": "at_least"], at: 10, in: lastYear) == [])
  }

  @Test(
    "what could not be a base is refused",
    arguments: [
      (["continues": "9.9.9"], [:], "found '9.9.9'; wanted an indicator of the plan for 2019"),
      (["continues": "3.1.7"], [:], "found 3.1.7, a milestone; wanted an indicator whose figures carry a value"),
      (["continues": "3.1.8"], [:], "found 3.1.8, a progress; wanted an indicator whose figures carry a value"),
      ([:], ["value_unit": "万元"], "found 3.1.2, submitted in 万元; wanted figures in 亿元, as"),
      ([:], ["value_unit": ""], "found 3.1.2, submitted in no unit; wanted figures in 亿元, as"),
      (["value_unit": ""], [:], "found 3.1.2, submitted in 亿元; wanted figures in no unit, as"),
      ([:], ["measure": "total", "value_unit": "", "unit_of_measure": "万元"], "found 3.1.2, submitted in 万元"),
      ([:], ["accumulation": "monthly"], "found 3.1.2, monthly; wanted the accumulation cumulative"),
    ])
  func refused(_ cells: [String: String], _ last: [String: String], _ report: String) throws {
    let reports = try Self.faults(cells, last: last)
    #expect(reports.count == 1)
    #expect(reports.first?.hasPrefix("indicators.csv:3: continues: \(report)") == true, "\(reports)")
  }

  @Test("figures that add up must be of the same periods")
  func frequency() throws {
    let reports = try Self.faults(
      ["accumulation": "monthly"], last: ["accumulation": "monthly", "frequency": "quarterly"])
    #expect(
      reports == ["indicators.csv:3: continues: found 3.1.2, quarterly; wanted the frequency monthly, as this one's"])
  }

  @Test("an intensity needs a denominator, in its unit")
  func denominators() throws {
    #expect(
      try Self.faults(["continues": "3.1.2"], of: 10) == [
        "indicators.csv:10: continues: found 3.1.2, a growth; wanted an indicator whose figures carry a denominator, too"
      ])
    #expect(
      try Self.faults(of: 10, last: ["denominator_unit": "亿元"], at: 10) == [
        "indicators.csv:10: continues: found 3.1.9, with denominators in 亿元; wanted denominators in 万元, as this one's "
          + "denominator_unit has it"
      ])
  }

  @Test("what has no base only needs its indicator to be there")
  func withoutBase() throws {
    #expect(try Self.faults(["continues": "3.1.7"], of: 2) == [])
    #expect(
      try Self.faults(["continues": "3.1.77"], of: 2) == [
        "indicators.csv:2: continues: found '3.1.77'; wanted an indicator of the plan for 2019"
      ])
  }
}
