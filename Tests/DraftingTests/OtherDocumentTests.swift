import CSV
import Catalogue
import Foundation
import Testing

@testable import Drafting

/// A document of our own making, in the layout of other places and years, with the targets that a person finds in it.
struct OtherDocument: Sendable, CustomTestStringConvertible {
  let name: String
  var testDescription: String { name }

  private var folder: URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Documents")
  }

  /// Its text.
  func text() throws -> String { try String(contentsOf: folder.appending(path: name + ".txt"), encoding: .utf8) }

  /// Its targets, a row each.
  func targets() throws -> [[String]] {
    let bytes = [UInt8](try Data(contentsOf: folder.appending(path: name + ".csv")))
    return CSVReader.rows(of: bytes).compactMap { row -> [String]? in
      if case .record(let record) = row { record.texts() } else { nil }
    }.dropFirst().map(\.self)
  }

  static let all = ["county", "city", "table", "islands"].map(OtherDocument.init)
}

@Suite("Drafts of other documents")
struct OtherDocumentTests {
  private func row(_ proposal: Proposal) -> [String] {
    [
      "\(proposal.code.section).\(proposal.code.item)", String(proposal.isLivelihood), proposal.measure.rawValue,
      proposal.direction?.rawValue ?? "", proposal.value?.description ?? "", proposal.unit ?? "",
      proposal.tolerance?.description ?? "", proposal.stage?.rawValue ?? "", proposal.dueMonth.map(String.init) ?? "",
      proposal.partOf?.description ?? "", proposal.relativeTo?.description ?? "",
    ]
  }

  @Test("the targets are those that a person finds, and no others", arguments: OtherDocument.all)
  func targets(_ document: OtherDocument) throws {
    let draft = Draft(try document.text())
    let proposed = draft.proposals.filter { $0.measure != .progress }.map(row)
    let wanted = try document.targets()
    let missing = wanted.filter { !proposed.contains($0) }
    let more = proposed.filter { !wanted.contains($0) }
    print("\(document.name): \(wanted.count - missing.count) of \(wanted.count) targets, \(more.count) beside them")
    #expect(missing == [])
    #expect(more == [])
    #expect(proposed.count == wanted.count)
  }

  @Test("each number is a target or left out with a reason", arguments: OtherDocument.all)
  func numbers(_ document: OtherDocument) throws {
    try AccountedNumbers.check(document.text())
  }

  @Test("a draft is a plan that is checked without a fault, as CSV and as a workbook")
  func plans() throws {
    for document in try OtherDocument.all.map({ try $0.text() }) + [ShippedPlan.document()] {
      let draft = Draft(document)
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent("dabiao-draft-\(UUID())")
      defer { try? FileManager.default.removeItem(at: folder) }
      try draft.sheets.write(to: folder.path)
      let plan = try WorkPlan.read(folder.path)
      #expect(plan.indicators.map(\.code) == draft.proposals.map(\.code).sorted())
      #expect(plan.year == draft.year)
      try draft.sheets.write(to: folder.path + "/draft.xlsx")
      #expect(try WorkPlan.read(folder.path + "/draft.xlsx").targets == plan.targets)
    }
  }

  @Test("a document without anything is drafted, too")
  func nothing() throws {
    for text in ["", "\n\n", "标题", "一、\n(一)\n。。;;★★", "(((((", "1.1.1.1.1", "一、一、一、(一)(一)(二)"] {
      let draft = Draft(text)
      #expect(draft.proposals.count < 5)
      AccountedNumbers.check(text)
    }
  }

  @Test("who leads is taken from the document")
  func leads() throws {
    let city = Draft(try OtherDocument(name: "city").text())
    #expect(city.proposals.first?.leads.first?.isEmpty == false)
    #expect(city.proposals.allSatisfy { !$0.leads.isEmpty })
    let table = Draft(try OtherDocument(name: "table").text())
    #expect(table.proposals.filter { $0.code.section < 3 }.allSatisfy { $0.leads.count == 1 })
  }
}

/// Whether each number of a document is accounted for.
enum AccountedNumbers {
  static func check(_ text: String) {
    let draft = Draft(text)
    var printed = Numeral.runs(in: text)
    for number in draft.proposals.flatMap(\.numbers) + draft.leftOut.flatMap({ Numeral.runs(in: $0.number) }) {
      guard let place = printed.firstIndex(of: number) else {
        Issue.record("\(number) is not printed, or not so often")
        continue
      }
      printed.remove(at: place)
    }
    // What is left are the markers of sections, items and rows.
    let lines = text.split { $0.isNewline }.map { DocumentText(String($0)) }
    var markers = lines.compactMap { line -> String? in
      let start = line.plain.firstIndex { !$0.isWhitespace && $0 != "(" } ?? 0
      let digits = String(line.plain[start...].prefix { Marker.isDigit($0) })
      return digits.isEmpty ? nil : digits
    }
    for number in printed {
      if let place = markers.firstIndex(of: number) {
        markers.remove(at: place)
      } else {
        Issue.record("\(number) is neither a target nor left out")
      }
    }
  }
}
