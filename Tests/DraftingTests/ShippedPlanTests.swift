import Attainment
import Foundation
import Testing

@testable import Drafting

@Suite("A draft of the published document, against the plan that people made of it")
struct ShippedPlanTests {
  private let draft: Draft
  private let indicators: [[String: String]]
  private let values: [String: String]

  init() throws {
    draft = Draft(try ShippedPlan.document())
    indicators = try ShippedPlan.rows("indicators")
    values = Dictionary(
      try ShippedPlan.rows("targets").filter { $0["revision"] == "1" }.map {
        ($0["indicator"] ?? "", $0["value"] ?? "")
      },
      uniquingKeysWith: { first, _ in first })
  }

  private static func item(_ code: String) -> String {
    code.split(separator: ".").dropLast().joined(separator: ".")
  }

  /// Pairs each indicator with a proposal of its own, of the same item, that says the same.
  private func pairs(
    _ wanted: [[String: String]], _ isSame: ([String: String], Proposal) -> Bool
  ) -> (found: [(indicator: [String: String], proposal: Proposal)], missed: [String]) {
    var free = draft.proposals
    var found: [([String: String], Proposal)] = []
    var missed: [String] = []
    for indicator in wanted {
      let code = indicator["indicator"] ?? ""
      let place = free.firstIndex { proposal in
        Self.item(proposal.code.description) == Self.item(code) && isSame(indicator, proposal)
      }
      if let place {
        found.append((indicator, free.remove(at: place)))
      } else {
        missed.append("\(code) \(indicator["name_zh"] ?? "")")
      }
    }
    return (found, missed)
  }

  private func isSameTarget(_ indicator: [String: String], _ proposal: Proposal) -> Bool {
    proposal.measure.rawValue == indicator["measure"] && proposal.direction?.rawValue == indicator["direction"]
      && proposal.value?.description == values[indicator["indicator"] ?? ""]
      && proposal.unit == indicator["unit_of_measure"]
  }

  private func isSameStage(_ indicator: [String: String], _ proposal: Proposal) -> Bool {
    proposal.measure == .milestone && proposal.stage?.rawValue == indicator["required_stage"]
      && shares(indicator, proposal)
  }

  /// Whether both stand on the same words.
  private func shares(_ indicator: [String: String], _ proposal: Proposal) -> Bool {
    let wording = indicator["wording"] ?? ""
    return wording.contains(proposal.wording) || proposal.wording.contains(wording)
  }

  private var quantitative: [[String: String]] {
    indicators.filter { values[$0["indicator"] ?? ""] != nil || $0["direction"] == "maintain" }
  }

  @Test("at least 95 % of the quantitative targets have value, unit, measure and direction right")
  func quantities() {
    let (found, missed) = pairs(quantitative, isSameTarget)
    print("\(found.count) of \(quantitative.count) quantitative targets drafted right; not: \(missed)")
    #expect(found.count * 100 >= quantitative.count * 95, "\(missed)")
  }

  @Test("at least 90 % of what is to be started or completed is found, with its stage")
  func stages() {
    let works = ["开工", "启动", "竣工", "完工", "收尾", "完成", "建设", "工程"]
    let milestones = indicators.filter { $0["measure"] == "milestone" }
    let strict = milestones.filter { row in works.contains { row["wording"]?.contains($0) == true } }
    let (all, missedOfAll) = pairs(milestones, isSameStage)
    let (found, missed) = pairs(strict, isSameStage)
    print("\(all.count) of \(milestones.count) milestones drafted right; not: \(missedOfAll)")
    print("\(found.count) of \(strict.count) starts and completions of works among them; not: \(missed)")
    #expect(all.count * 100 >= milestones.count * 90, "\(missedOfAll)")
  }

  @Test("every section and item is found, each with something proposed")
  func items() {
    let wanted = Set(indicators.map { Self.item($0["indicator"] ?? "") })
    let proposed = Set(draft.proposals.map { Self.item($0.code.description) })
    print("\(wanted.intersection(proposed).count) of \(wanted.count) items drafted")
    #expect(Set(draft.items) == wanted)
    #expect(proposed == wanted)
    #expect(draft.sections.map(\.number) == Array(1...9))
    #expect(draft.year == 2020)
  }

  @Test("every ★ is right")
  func stars() {
    var wrong: [String] = []
    var compared = 0
    for (indicators, isSame) in [
      (quantitative, isSameTarget), (indicators.filter { $0["measure"] == "milestone" }, isSameStage),
      (indicators.filter { $0["measure"] == "progress" }, shares),
    ] {
      for (indicator, proposal) in pairs(indicators, isSame).found {
        compared += 1
        if String(proposal.isLivelihood) != indicator["livelihood"] { wrong.append(proposal.code.description) }
      }
    }
    print("\(compared) ★ or none compared, \(wrong.count) wrong")
    #expect(wrong.isEmpty)
    let starred = Set(indicators.filter { $0["livelihood"] == "true" }.map { Self.item($0["indicator"] ?? "") })
    #expect(Set(draft.proposals.filter(\.isLivelihood).map { Self.item($0.code.description) }) == starred)
  }

  @Test("at most 5 % of the targets proposed are none")
  func inventions() {
    let proposed = draft.proposals.filter { $0.measure != .progress }
    let rights = pairs(quantitative, isSameTarget).found + pairs(indicators, isSameStage).found
    let right = Set(rights.map(\.proposal.code))
    let none = proposed.filter { proposal in
      !right.contains(proposal.code)
        && !quantitative.contains { row in
          // A target whose measure is doubtful is one all the same.
          Self.item(row["indicator"] ?? "") == Self.item(proposal.code.description) && shares(row, proposal)
            && values[row["indicator"] ?? ""] == proposal.value?.description
        }
    }
    print("\(none.count) of \(proposed.count) proposed are none: \(none.map { "\($0.code) \($0.name)" })")
    #expect(none.count * 100 <= proposed.count * 5)
  }

  @Test("what is part of another says so")
  func parts() {
    let part = draft.proposals.first { $0.value == Figure(480) }
    let whole = draft.proposals.first { $0.value == Figure(800) && $0.code.section == 5 }
    #expect(part?.partOf != nil && part?.partOf == whole?.code)
    #expect(draft.proposals.count { $0.partOf != nil } == 1)
  }

  @Test("nothing is dropped: each number of the document is a target or left out with a reason")
  func nothingDropped() throws {
    try AccountedNumbers.check(ShippedPlan.document())
    print(
      "\(draft.proposals.flatMap(\.numbers).count) numbers are targets, \(draft.leftOut.count) left out with a reason")
  }
}
