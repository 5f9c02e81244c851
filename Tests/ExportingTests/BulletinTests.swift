import Attainment
import Testing
import Wording

@testable import Exporting

@Suite struct BulletinTests {
  @Test func holdsEveryFigureAsItIsInBothLanguages() throws {
    let report = try MonthReport.sample()
    let page = try Bulletin(report: report).page()
    let figures = [
      "350.43", "43.8038", "95.5", "87.6075", "9.25", "110", "700.86", "74.9283", "88.8194", "97.1429", "68.5714",
      "175.215",
    ]
    for figure in figures {
      #expect(page.count(of: ">\(figure)<") >= 2, "\(figure)")
    }
  }

  @Test func isTheSameForTheSameMonth() throws {
    let report = try MonthReport.sample()
    #expect(try Bulletin(report: report).page() == Bulletin(report: report).page())
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "</style><style>", "]]>", "\"><img src=x onerror=alert(1)>", "' onmouseover='x",
    "\"\u{301} onmouseover=alert(1) x=\"", "<\u{338}b>", "&lt;&", "{{title}}{{{title}}}", "\u{0}\u{1B}\u{202E}evil",
    "-->", "<!--",
  ])
  func lightsNoMarkupFromTexts(evil: String) throws {
    let plain = try Bulletin(report: .sample()).page()
    let page = try Bulletin(report: .sample { $0 + evil }).page()
    let alive = zip(page.tags, plain.tags).first { $0 != $1 }
    #expect(alive == nil && page.tags.count == plain.tags.count)
    #expect(!page.unicodeScalars.contains { $0 == "\u{0}" || $0 == "\u{1B}" || $0 == "\u{202E}" })
    let text = evil.unicodeScalars.filter { !["\u{0}", "\u{1B}", "\u{202E}"].contains($0) }.count
    #expect(page.unicodeScalars.count > plain.unicodeScalars.count + text * 40, "the texts are on the page")
  }

  @Test func asksForNothingAndRunsNothing() throws {
    let page = try Bulletin(report: .sample()).page()
    for word in ["<script", "http://", "https://", "src=", "url(", "@import", "<link"] {
      #expect(!page.contains(word), "\(word)")
    }
    #expect(page.contains("default-src 'none'"))
  }

  @Test func callsSampleDataSo() throws {
    #expect(try Bulletin(report: .sample()).page().contains("SYNTHETIC"))
    #expect(try !Bulletin(report: .sample(isSynthetic: false)).page().contains("SYNTHETIC"))
  }

  @Test func saysTheLightsInWords() throws {
    let page = try Bulletin(report: .sample()).page()
    #expect(page.contains("5项指标：绿灯1项，黄灯1项，红灯2项，灰灯1项。"))
    #expect(page.contains("5 indicators: 1 green, 1 yellow, 2 red, 1 grey."))
  }

  @Test func printsWithoutAnythingInIt() throws {
    let publication = try MonthReport.sample().publication
    let page = try Bulletin(report: MonthReport(publication: publication)).page()
    #expect(page.contains("没有红灯或黄灯指标。"))
    #expect(page.contains("未发现问题。"))
    #expect(page.contains("本年首月，无上月可比。"))
  }
}

@Suite struct MonthReportTests {
  @Test func ranksShortfallsRedFirstThenByPaceThenByExpectation() throws {
    var report = try MonthReport.sample()
    #expect(report.behind.map(\.indicator) == ["1.2.1", "1.1.2", "1.1.1"])
    report.targets[0].pace = "0"
    #expect(report.behind.map(\.indicator) == ["1.2.1", "1.1.2", "1.1.1"], "a yellow one stays behind the red")
    (report.targets[1].pace, report.targets[2].pace) = ("0", "0")
    (report.targets[1].expected, report.targets[2].expected) = ("9", "50")
    #expect(report.behind.map(\.indicator) == ["1.2.1", "1.1.2", "1.1.1"])
    report.targets[1].expected = "100"
    #expect(report.behind.map(\.indicator) == ["1.1.2", "1.2.1", "1.1.1"])
  }

  @Test func sortsFiguresByValueAndKeepsTheOrderOfEquals() {
    let figures: [(String, String?)] = [("a", nil), ("b", "9.5"), ("c", "10"), ("d", "-1"), ("e", "9.5"), ("f", nil)]
    #expect(figures.sorted(byFigure: \.1).map(\.0) == ["d", "b", "e", "c", "a", "f"])
    #expect(figures.sorted(byFigure: \.1, highestFirst: true).map(\.0) == ["c", "b", "e", "d", "a", "f"])
  }

  @Test func countsLights() {
    let verdicts = Verdict.allCases
    let lights = MonthReport.LightCount(verdicts)
    #expect(lights == .init(green: 2, yellow: 1, red: 2, grey: 6))
    #expect(lights.total == verdicts.count)
  }

  @Test(arguments: [
    (Verdict.offTrack, Verdict.behind, [Edition.Move.better]), (.behind, .offTrack, [.worse]),
    (.onTrack, .missed, [.worse]), (.behind, .attained, [.better, .attained]), (.onTrack, .attained, [.attained]),
    (.attained, .attained, []), (.noData, .attained, [.attained]), (.noData, .offTrack, []), (.onTrack, .overdue, []),
  ])
  func tellsMovesApart(before: Verdict, now: Verdict, moves: [Edition.Move]) {
    #expect(Edition.Move.allCases.filter { $0.isMade(from: before, to: now) } == moves)
  }
}

@Suite struct BulletinTemplateTests {
  @Test func noTemplateLeavesAValueUnescaped() {
    for (name, text) in BulletinTemplates.texts {
      #expect(!text.contains("{{{") && !text.contains("{{&"), "\(name)")
    }
  }

  @Test func everyWordIsThereAndUsed() {
    let templates = BulletinTemplates.texts.values.joined()
    let used = Set(templates.split(separator: "{{t.").dropFirst().map { String($0.prefix { $0 != "}" }) })
    // What code names.
    let named = [BulletinTerm.behindMore] + Edition.Move.allCases.map(\.term)
    #expect(used.union(named.map(\.rawValue)) == Set(BulletinTerm.allCases.map(\.rawValue)))
  }

  @Test(arguments: [(0.0, "0.0"), (12.34, "12.3"), (-0.04, "0.0"), (-7.26, "-7.3"), (99.96, "100.0")])
  func printsCoordinatesToATenth(value: Double, text: String) {
    #expect(Coordinate(value).description == text)
  }

  @Test func cutsABarAtItsReach() throws {
    var target = try #require(try MonthReport.sample().targets.first)
    target.attainment = "99999999999999"
    #expect(ProgressBar(target).values["done"] as? String == "250.0")
    target.attainment = "-3"
    #expect(ProgressBar(target).values["done"] as? String == "1.0")
    target.attainment = nil
    #expect(ProgressBar(target).values["done"] == nil)
  }
}

extension String {
  fileprivate func count(of part: String) -> Int { ranges(of: part).count }

  /// The page's tags with the names of their attributes, in order: its structure without any text.
  fileprivate var tags: [String] {
    unicodeScalars.split(separator: "<", omittingEmptySubsequences: false).dropFirst().map { piece in
      let tag = piece.prefix { $0 != ">" }
      // Between the quotes stands what was given.
      return tag.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset.isMultiple(of: 2) }.map { String(Substring($0.element)) }.joined(separator: "\"")
    }
  }
}
