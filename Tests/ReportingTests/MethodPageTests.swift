import Attainment
import Testing

@Suite("docs/method.md, section 17")
struct MethodPageTests {
  /// What the page shows that only the views of `report` reckon; the acceptance test and the independent calculation hold these.
  private static let elsewhere: [String: Set<String>] = [
    "reporting_rates": ["completeness_pct", "timeliness_pct", "acceptance_pct"],
    "department_scorecard": [
      "indicators", "scored_indicators", "unreported_indicators", "off_track", "awaiting_review", "no_data",
      "not_assessable",
    ],
    "section_summary": ["indicators", "red", "green_pct"],
  ]

  @Test("each example comes to what the page says", arguments: try MethodPage.examples())
  func recomputed(_ example: MethodPage.Example) throws {
    let publication = try PagePublication(example)
    #expect(!example.results.isEmpty)
    for (name, wanted) in example.results {
      guard let found = publication.rows(of: name, like: wanted) else {
        #expect(name == "target_changes", "no such file: \(name)")
        continue
      }
      let elsewhere = Self.elsewhere[name] ?? []
      let columns = Set(wanted.flatMap(\.keys)).subtracting(elsewhere)
      func lines(_ rows: [MethodPage.Row]) -> [String] {
        rows.map { row in columns.sorted().map { "\($0)=\(row[$0] ?? "?")" }.joined(separator: " ") }
      }
      #expect(lines(found) == lines(wanted), "\(name).csv")
    }
  }

  @Test("every measure, verdict and finding has an example")
  func complete() throws {
    let examples = try MethodPage.examples()
    func shown(_ file: String, _ column: String, in part: KeyPath<MethodPage.Example, [String: [MethodPage.Row]]>)
      -> Set<String>
    {
      Set(examples.flatMap { $0[keyPath: part][file] ?? [] }.compactMap { $0[column] })
    }
    #expect(shown("indicators.csv", "measure", in: \.files) == Set(Measure.allCases.map(\.rawValue)))
    #expect(shown("findings", "code", in: \.results) == Set(FindingCode.allCases.map(\.rawValue)))
    #expect(shown("attainment", "verdict", in: \.results) == Set(Verdict.allCases.map(\.rawValue)))
  }
}
