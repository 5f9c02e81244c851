import CSV
import Catalogue
import Foundation
import Testing

@testable import Drafting

@Suite("One document of 40 targets in three layouts, made a plan")
struct LayoutTests {
  private static let layouts = ["layout-text", "layout-numbers", "layout-table"].map(OtherDocument.init)

  private func row(_ proposal: Proposal) -> [String] {
    [
      proposal.measure.rawValue, proposal.direction?.rawValue ?? "", proposal.value?.description ?? "",
      proposal.unit ?? "", proposal.tolerance?.description ?? "", proposal.stage?.rawValue ?? "",
      proposal.dueMonth.map(String.init) ?? "",
    ]
  }

  @Test("each layout is drafted the same, and what is left to type is little", arguments: layouts)
  func cells(_ document: OtherDocument) throws {
    let draft = Draft(try document.text())
    let wanted = try OtherDocument(name: "layout").targets()
    try #require(draft.proposals.count == wanted.count)
    let wrong = zip(draft.proposals.map(row), wanted).map { made, right in zip(made, right).count { $0 != $1 } }
    #expect(wrong.reduce(0, +) <= 2, "\(zip(draft.proposals.map(row), wanted).filter { $0 != $1 })")
    #expect(draft.sections.count == 5)

    // What its maker types: the district, a unit's code and name, who leads what, the day of the decision, wrong cells.
    var sheets = draft.sheets
    let drafted = sheets.all.filter { !["doubts", "left_out"].contains($0.file) }
    let all = drafted.flatMap(\.rows).joined().count { !$0.isEmpty }
    let named = draft.proposals.count { !$0.leads.isEmpty }
    let units = Set(draft.proposals.compactMap(\.leads.first)).count
    let typed = wrong.reduce(0, +) + 1 + (named == wanted.count ? units : wanted.count + 2 * 5) + wanted.count
    print(
      "\(document.name): \(all) cells of the plan were drafted, \(typed) are typed, \(wrong.reduce(0, +)) of them wrong before"
    )
    #expect(typed * 4 < all)

    sheets = Self.finished(sheets)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("dabiao-layout-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    try sheets.write(to: folder.path)
    let plan = try WorkPlan.read(folder.path)
    #expect(plan.indicators.count == 40)
    // Nothing is left but that no post answers for the units yet.
    #expect(plan.warnings().allSatisfy { if case .noPost = $0 { true } else { false } })
  }

  /// The draft with what is typed: a district's code, and the day of the decision throughout.
  private static func finished(_ draft: PlanSheets) -> PlanSheets {
    var finished = PlanSheets.empty
    for sheet in draft.all where !["doubts", "left_out"].contains(sheet.file) {
      for row in sheet.rows {
        var cells = Dictionary(zip(sheet.columns, row), uniquingKeysWith: { first, _ in first })
        if sheet.file == "plan" { cells["district"] = "qingling" }
        if sheet.file == "targets" { cells["decided_on"] = "2021-01-18" }
        finished.add(sheet.file, cells)
      }
    }
    return finished
  }
}
