import Foundation
import Testing

@testable import Catalogue

/// A sound plan of seven indicators, as its files; each test spoils one line of it.
private let sound: [String: [String]] = [
  "plan.csv": [
    "district,district_zh,district_en,year,title_zh,title_en,source,time_zone,due_day,review,stop_on_error",
    "trial,试验区,Trial,2020,计划,Plan,made up,Asia/Shanghai,10,automatic,true",
  ],
  "units.csv": ["unit,kind,name_zh,name_en", "a,department,甲,A", "b,subdistrict,乙,B", "c,town,丙,C"],
  "sections.csv": ["section,title_zh,title_en", "1,一,One"],
  "indicators.csv": [
    "indicator,livelihood,headline,name_zh,name_en,measure,direction,unit_of_measure,accumulation,frequency,lead_unit,"
      + "reporters,part_of,due_month,required_stage,behind_floor,weight,note",
    "1.1.1,true,false,总,Whole,total,at_least,亿元,monthly,monthly,a,a b,,,,,,",
    "1.1.2,false,false,分,Part,total,at_least,亿元,monthly,monthly,a,,1.1.1,,,,,",
    "1.1.3,,,增,Growth,growth,at_least,%,cumulative,monthly_from_february,a,,,,,,,",
    "1.1.4,,,成,Done,milestone,,,point,monthly,a,,,9,completed,,,",
    "1.1.5,,,存,Stock,stock,at_most,件,point,quarterly,a,,,,,,,",
    "1.1.6,,,日,Daily,daily_average,at_least,吨,monthly,monthly,a,,,,,80,2,",
    "1.1.7,,,进,Progress,progress,,,point,monthly,a,,,,,,,",
  ],
  "targets.csv": [
    "indicator,revision,value,decided_on,source", "1.1.1,1,100,2020-01-20,", "1.1.2,1,50,2020-01-20,",
    "1.1.3,1,-5,2020-01-20,", "1.1.5,1,10,2020-01-20,", "1.1.6,1,7,2020-01-20,",
  ],
  "allocations.csv": ["indicator,unit,value", "1.1.1,a,60", "1.1.1,b,40"],
  "profiles.csv": ["indicator,month,cumulative_pct", "1.1.1,6,40", "1.1.1,12,100"],
  "responsibilities.csv": ["indicator,role,unit,post", "1.1.1,lead,a,", "1.1.1,leader,,mayor"],
  "post_holders.csv": ["post,name,from,to", "mayor,张,2020-01-01,2020-06-30", "mayor,李,2020-07-01,"],
]

/// Reads a plan from files in a folder of its own, which is removed again.
private func read(_ files: [String: [String]]) throws -> WorkPlan {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("dabiao-plan-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  for (name, lines) in files {
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: folder.appendingPathComponent(name))
  }
  return try WorkPlan.read(folder.path)
}

/// What is wrong with the sound plan when one of its lines is another.
private func faults(_ file: String, _ line: Int, _ text: String) throws -> [String] {
  var files = sound
  var lines = files[file] ?? []
  if line <= lines.count { lines[line - 1] = text } else { lines.append(text) }
  files[file] = lines
  do {
    _ = try read(files)
    return []
  } catch CatalogueError.faults(let faults) {
    return faults.map(\.description)
  }
}

/// A spoilt line of a file, and what the report on it says behind the file and line.
struct Refusal: Sendable, CustomTestStringConvertible {
  let file: String
  let line: Int
  let text: String
  let report: String

  init(_ file: String, _ line: Int, _ text: String, _ report: String) {
    self.file = file + ".csv"
    self.line = line
    self.text = text
    self.report = report
  }

  var testDescription: String { "\(file):\(line): \(report)" }

  /// A line of indicators.csv with one of its cells, counted from 0, changed.
  static func indicator(_ line: Int, _ column: Int, _ text: String, _ report: String) -> Refusal {
    var cells = (sound["indicators.csv"]?[line - 1] ?? "").split(separator: ",", omittingEmptySubsequences: false)
      .map(String.init)
    cells[column] = text
    return Refusal("indicators", line, cells.joined(separator: ","), report)
  }

  static let all =
    [
      Refusal("plan", 3, "more,区,M,2020,t,t,s,UTC,1,automatic,", "found 2 rows; wanted exactly one"),
      Refusal("plan", 2, "Jing,区,D,2020,t,t,s,UTC,1,automatic,", "district: found 'Jing'"),
      Refusal("plan", 2, "j,,D,2020,t,t,s,UTC,1,automatic,", "district_zh: found nothing"),
      Refusal("plan", 2, "j,区,D,20,t,t,s,UTC,1,automatic,", "year: found '20'"),
      Refusal("plan", 2, "j,区,D,,t,t,s,UTC,1,automatic,", "year: found nothing"),
      Refusal("plan", 2, "j,区,D,2020,t,t,s,Moon/Base,1,automatic,", "time_zone: found 'Moon/Base'"),
      Refusal("plan", 2, "j,区,D,2020,t,t,s,UTC,32,automatic,", "due_day: found '32'"),
      Refusal("plan", 2, "j,区,D,2020,t,t,s,UTC,1,perhaps,", "review: found 'perhaps'"),
      Refusal("plan", 2, "j,区,D,2020,t,t,s,UTC,1,,", "review: found nothing"),
      Refusal("plan", 2, "j,区,D,2020,t,t,s,UTC,1,automatic,ja", "stop_on_error: found 'ja'"),
      Refusal("units", 5, "a,other,丁,D", "unit: found 'a' again"),
      Refusal("units", 5, "d,village,丁,D", "kind: found 'village'"),
      Refusal("units", 5, "d,,丁,D", "kind: found nothing"),
      Refusal("units", 5, "D,other,丁,D", "unit: found 'D'"),
      Refusal("sections", 3, "1,二,Two", "section: found 1 again"),
      Refusal("sections", 3, "0,二,Two", "section: found '0'"),
      Refusal("sections", 3, "2,,Two", "title_zh: found nothing"),
    ] + indicators + promises + shapes

  static let indicators = [
    indicator(2, 0, "1.1", "indicator: found '1.1'"),
    indicator(3, 0, "1.1.1", "indicator: found 1.1.1 again"),
    indicator(8, 0, "2.1.7", "indicator: found section 2"),
    indicator(8, 1, "yes", "livelihood: found 'yes'"),
    indicator(8, 3, "", "name_zh: found nothing"),
    indicator(8, 5, "sum", "measure: found 'sum'"),
    indicator(8, 5, "", "measure: found nothing"),
    indicator(2, 6, "", "direction: found nothing; wanted at_least or at_most"),
    indicator(2, 6, "up", "direction: found 'up'"),
    indicator(2, 6, "maintain", "direction: found maintain; wanted at_least or at_most"),
    indicator(5, 6, "at_most", "direction: found at_most; wanted nothing"),
    indicator(2, 8, "yearly", "accumulation: found 'yearly'"),
    indicator(6, 8, "monthly", "accumulation: found monthly; wanted point"),
    indicator(7, 8, "point", "accumulation: found point; wanted monthly or cumulative"),
    indicator(2, 9, "weekly", "frequency: found 'weekly'"),
    indicator(2, 10, "", "lead_unit: found nothing"),
    indicator(8, 10, "x", "lead_unit: found 'x'"),
    indicator(2, 11, "a b x", "reporters: found 'x'"),
    indicator(2, 11, "a b b", "reporters: found 'b' again"),
    indicator(3, 12, "1.1.9", "part_of: found '1.1.9'"),
    indicator(3, 12, "1.1.5", "part_of: found 1.1.5, measured in 件"),
    indicator(2, 12, "1.1.2", "part_of: found a circle"),
    indicator(2, 13, "13", "due_month: found '13'"),
    indicator(2, 14, "started", "required_stage: found started; wanted nothing"),
    indicator(5, 14, "not_started", "required_stage: found not_started"),
    indicator(5, 14, "finished", "required_stage: found 'finished'"),
    indicator(2, 15, "-1", "behind_floor: found -1"),
    indicator(2, 15, "90 %", "behind_floor: found '90 %'"),
    indicator(2, 16, "-2", "weight: found -2"),
  ]

  static let promises = [
    Refusal("targets", 2, "1.1.9,1,100,2020-01-20,", "indicator: found '1.1.9'"),
    Refusal("targets", 2, "1.1.1,1,,2020-01-20,", "value: found nothing"),
    Refusal("targets", 2, "1.1.1,1,八百,2020-01-20,", "value: found '八百'"),
    Refusal("targets", 2, "1.1.1,1,123456789012345,2020-01-20,", "value: found '123456789012345' with 15 digits"),
    Refusal("targets", 2, "1.1.1,1,0.1234567,2020-01-20,", "value: found '0.1234567' with 7 decimals"),
    Refusal("targets", 2, "1.1.1,1,100,,", "decided_on: found nothing"),
    Refusal("targets", 2, "1.1.1,1,100,2020-02-30,", "decided_on: found '2020-02-30'"),
    Refusal("targets", 2, "1.1.1,1,0,2020-01-20,", "value: found 0; wanted a target above 0"),
    Refusal("targets", 2, "1.1.1,1,-1,2020-01-20,", "value: found -1; wanted a target above 0"),
    Refusal("targets", 4, "1.1.3,1,-100,2020-01-20,", "value: found -100; wanted a percent change"),
    Refusal("targets", 7, "1.1.4,1,1,2020-01-20,", "value: found 1; wanted no row: a milestone"),
    Refusal("targets", 7, "1.1.7,1,100,2020-01-20,", "value: found 100; wanted no row: a progress"),
    Refusal("targets", 7, "1.1.1,3,90,2020-05-01,", "revision: found 3; wanted 2"),
    Refusal("targets", 7, "1.1.1,2,90,2019-12-31,", "decided_on: found 2019-12-31"),
    Refusal("allocations", 2, "1.1.9,a,60", "indicator: found '1.1.9'"),
    Refusal("allocations", 2, "1.1.1,c,60", "unit: found 'c'; wanted an expected reporter"),
    Refusal("allocations", 4, "1.1.1,a,1", "unit: found 'a' again"),
    Refusal("allocations", 2, "1.1.1,a,-60", "value: found -60; wanted 0 or more"),
    Refusal("allocations", 4, "1.1.4,a,1", "value: found 1; wanted no row"),
    Refusal("allocations", 4, "1.1.3,a,-100", "value: found -100; wanted a percent change"),
    Refusal("profiles", 3, "1.1.1,12,99", "cumulative_pct: found an end at 99"),
    Refusal("profiles", 4, "1.1.1,7,39", "cumulative_pct: found a fall from 40 to 39"),
    Refusal("profiles", 4, "1.1.1,6,40", "month: found 6 again"),
    Refusal("profiles", 3, "1.1.1,12,101", "cumulative_pct: found 101"),
    Refusal("profiles", 2, "1.1.1,0,40", "month: found '0'"),
    Refusal("responsibilities", 2, "1.1.9,lead,a,", "indicator: found '1.1.9'"),
    Refusal("responsibilities", 2, "1.1.1,boss,a,", "role: found 'boss'"),
    Refusal("responsibilities", 2, "1.1.1,lead,x,", "unit: found 'x'"),
    Refusal("responsibilities", 2, "1.1.1,lead,,", "found neither unit nor post"),
    Refusal("post_holders", 2, "mayor,张,,2020-06-30", "from: found nothing"),
    Refusal("post_holders", 2, "mayor,张,2020-01-01,2019-06-30", "to: found 2019-06-30"),
    Refusal("post_holders", 3, "mayor,李,2020-06-30,", "from: found 2020-06-30"),
  ]

  static let shapes = [
    Refusal("units", 1, "unit,kind,name_zh", "name_en: found no such column"),
    Refusal("units", 1, "unit,kind,name_zh,name_en,note", "note: found an unknown column"),
    Refusal("units", 1, "unit,kind,name_zh,name_en,unit", "unit: found the column twice"),
    Refusal("units", 3, "b,town,乙", "found 3 fields; wanted 4"),
    Refusal("units", 3, "b,town,\"乙,B", "found "),
  ]
}

@Suite("What keeps a plan from being loaded")
struct PlanFaultTests {
  @Test("the sound plan is read")
  func soundPlan() throws {
    let plan = try read(sound)
    #expect(plan.indicators.count == 7)
    #expect(plan.allocations.count == 2)
    #expect(plan.stopsOnError)
    #expect(plan.sha256.count == 32)
  }

  @Test("stop_on_error may be left out, and is then false")
  func stopOnErrorIsOptional() throws {
    var files = sound
    files["plan.csv"] = files["plan.csv"]?.map { line in
      line.split(separator: ",").dropLast().joined(separator: ",")
    }
    #expect(try !read(files).stopsOnError)
  }

  @Test("one spoilt line is told by file, line and column", arguments: Refusal.all)
  func refusal(_ refusal: Refusal) throws {
    let reports = try faults(refusal.file, refusal.line, refusal.text)
    #expect(
      reports.contains { $0.hasPrefix(refusal.testDescription) && $0.contains("; wanted ") },
      "'\(refusal.text)' gives \(reports)")
  }

  @Test("each refusal is another one")
  func count() {
    print("\(Refusal.all.count) refusals of a plan tested")
    #expect(Set(Refusal.all.map { "\($0.file) \($0.text)" }).count == Refusal.all.count)
  }

  @Test("all faults are told at once, in the order of files and lines")
  func allAtOnce() throws {
    var files = sound
    files["targets.csv"]?[1] = "1.1.1,1,0,2020-01-20,"
    files["targets.csv"]?[2] = "1.1.2,1,x,2020-01-20,"
    files["allocations.csv"]?[1] = "1.1.1,c,60"
    do {
      _ = try read(files)
      Issue.record("the plan was read")
    } catch CatalogueError.faults(let faults) {
      #expect(faults.map { "\($0.file):\($0.line)" } == ["allocations.csv:2", "targets.csv:2", "targets.csv:3"])
    }
  }

  @Test("a file that must be there is missed, one that may be left out is not")
  func missingFiles() throws {
    for name in ["plan.csv", "units.csv", "sections.csv", "indicators.csv", "targets.csv"] {
      #expect(throws: CatalogueError.self) { try read(sound.filter { $0.key != name }) }
    }
    let optional = ["allocations.csv", "profiles.csv", "responsibilities.csv", "post_holders.csv"]
    #expect(try read(sound.filter { !optional.contains($0.key) }).indicators.count == 7)
  }

  @Test("bytes that are not UTF-8, and an empty file")
  func unreadable() throws {
    let table = PlanTable(file: "units.csv", bytes: Array("unit\n".utf8) + [0xff, 0x0a], columns: ["unit"])
    #expect(table.faults.map(\.description) == ["units.csv:2: found bytes that are not UTF-8; wanted UTF-8 text"])
    let empty = PlanTable(file: "units.csv", bytes: [], columns: ["unit", "kind"])
    #expect(empty.faults.map(\.description) == ["units.csv:1: found an empty file; wanted the header unit,kind"])
  }
}
