import Attainment
import Foundation
import Testing
import Wording

@testable import Catalogue

@Suite("A plan looked over, carried into the next year, and compared")
struct PlanLifeTests {
  private static let county = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "sql/plans/yunxi-2021").path

  private func warnings(_ change: (inout PlanFiles) -> Void, lastYear: WorkPlan? = nil) throws -> [PlanWarning] {
    var files = PlanFiles.plain
    // Nothing is said of the plain plan but that two of its units have no post.
    files.set("responsibilities", 2, "1.1.1,lead,a,director")
    change(&files)
    return try files.read().warnings(lastYear: lastYear)
  }

  @Test("a plan in which nothing is odd has no warning")
  func sound() throws {
    #expect(try warnings { _ in } == [])
    #expect(try WorkPlan.read(Self.county).warnings() == [])
  }

  @Test("targets that are missing or cannot be paced")
  func pacing() throws {
    #expect(try warnings { $0.set("targets", 6, "1.1.5,2,7,2020-01-20,") } == [.noTarget("1.1.6")])
    #expect(try warnings { $0.set("indicators", 8, ["frequency": "annual"]) } == [.rarelyReported("1.1.7")])
    #expect(
      try warnings { $0.set("indicators", 6, ["due_month": "8"]) } == [.noFigureWhenDue("1.1.5", month: 8)])
  }

  @Test("allocations that come to more or less than the target")
  func allocations() throws {
    #expect(
      try warnings { $0.set("allocations", 2, "1.1.1,a,61") } == [
        .allocationsBeyond("1.1.1", sum: "101", target: "100")
      ])
    #expect(
      try warnings { $0.set("allocations", 2, "1.1.1,a,59.5") } == [
        .allocationsShort("1.1.1", sum: "99.5", target: "100")
      ])
  }

  @Test("the headline without bounds, and a lead unit without a post")
  func headAndPost() throws {
    #expect(try warnings { $0.set("indicators", 2, ["headline": "true"]) } == [.noBounds("1.1.1")])
    #expect(try warnings { $0.set("indicators", 8, ["lead_unit": "b"]) } == [.noPost(unit: "乙", indicators: 1)])
  }

  @Test("a code that meant something else last year")
  func meaning() throws {
    var lastYear = PlanFiles.plain
    lastYear.set("plan", 2, "trial,试验区,Trial,2019,计划,Plan,made up,Asia/Shanghai,10,automatic,true")
    lastYear.set("indicators", 5, ["name_zh": "别的"])
    let plan = try lastYear.read()
    #expect(try warnings({ _ in }, lastYear: plan) == [.otherMeaning("1.1.4", before: "别的", now: "成")])
  }

  @Test("a plan is carried over: what goes on continues its own, what ended is left out, targets are to be given")
  func carried() throws {
    let plan = try WorkPlan.read(Self.county)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("dabiao-carry-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    try plan.carried(to: 2022).write(to: folder.path)
    let next = try WorkPlan.read(folder.path)
    #expect(next.year == 2022)
    #expect(next.titleZH == "云溪县2022年主要目标任务")
    #expect(next.faults(continuing: plan) == [])
    #expect(next.indicators.count == plan.indicators.count - 1)
    #expect(next.indicators.allSatisfy { $0.measure != .milestone && $0.wording == nil })
    #expect(next.indicators.allSatisfy { $0.isReference ? $0.continues == nil : $0.continues == $0.code.description })
    #expect(next.targets.isEmpty && next.allocations.isEmpty && next.profiles.isEmpty)
    #expect(next.units == plan.units && next.floors == plan.floors && next.grades == plan.grades)
    #expect(next.responsibilities.count == plan.responsibilities.count - 2)
    #expect(next.postHolders == plan.postHolders)
  }

  @Test("two versions are compared in words")
  func differences() throws {
    let before = try PlanFiles.plain.read()
    #expect(before.differences(to: before) == [])
    var files = PlanFiles.plain
    files.set("targets", 2, ["value": "110"])
    files.set("targets", 7, "1.1.5,2,12,2020-06-01,")
    files.set("allocations", 3, "1.1.1,b,50")
    files.set("indicators", 3, ["lead_unit": "b", "reporters": "b c"])
    files.set("indicators", 8, "1.1.8,,,新,New,progress,,,point,monthly,a,,,,,,,")
    files.set("indicators", 4, ["unit_of_measure": "‰"])
    let differences = before.differences(to: try files.read())
    #expect(
      differences.map(\.phrase.en) == [
        "1.1.1: target revision 1 was 100亿元, is 110亿元", "1.1.1: allocation of b was 40, is 50",
        "1.1.2: lead unit was a, is b", "1.1.2: reporters were a, are b, c", "1.1.3: unit_of_measure was '%', is '‰'",
        "1.1.3: target revision 1 was -5%, is -5‰",
        "1.1.5: target revision 2 was added, 12件, decided on 2020-06-01", "1.1.7 进 was removed", "1.1.8 新 was added",
      ])
    #expect(differences.first?.phrase.zh == "1.1.1 第 1 次目标由 100亿元 改为 110亿元")
  }
}
