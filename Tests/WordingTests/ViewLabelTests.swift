import Foundation
import Testing
import Wording

/// The labels that the views show beside codes, as `report.label` holds them.
private let labelFile = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appending(path: "sql/deploy/report/label.sql")

@Suite("Labels of the views")
struct ViewLabelTests {
  @Test("the views' labels are the names of the codes")
  func sameNames() throws {
    let text = try String(contentsOf: labelFile, encoding: .utf8)
    let start = try #require(text.range(of: "return '"))
    let end = try #require(text.range(of: "'::jsonb"))
    let labels = try JSONDecoder().decode(
      [String: [String: String]].self, from: Data(text[start.upperBound..<end.lowerBound].utf8))
    let names = Dictionary(
      uniqueKeysWithValues: namedCodes.filter { !["accumulation", "frequency"].contains($0.kind) }.map { kind in
        (kind.kind, Dictionary(uniqueKeysWithValues: kind.names.map { ($0.code, $0.name.zh) }))
      })
    #expect(labels == names)
  }
}
