import Attainment
import Testing
import Wording

@testable import Exporting

extension MonthReport {
  /// A month of two sections and five targets, its every text given by one function of the text's own name.
  static func sample(_ text: (String) -> String = { $0 }, isSynthetic: Bool = true) throws -> MonthReport {
    func phrase(_ name: String) -> Phrase { Phrase(zh: text("\(name)中"), en: text("\(name) en")) }
    func target(_ code: String, _ verdict: Verdict, pace: String?, expected: String? = "50") -> Target {
      Target(
        indicator: code, section: String(code.prefix(1)), name: phrase("target \(code)"), leadUnit: "office",
        isLivelihood: code.hasPrefix("2"), isHeadline: code == "1.1.1", unitOfMeasure: text("亿元"), target: "800",
        actual: "350.43", attainment: "43.8038", expected: expected, pace: pace, verdict: verdict,
        figurePeriod: "2020-02", coverage: "75", isProvisional: true, projected: "700.86", requiredPerMonth: "74.9283")
    }
    let january = try #require(Month(year: 2020, month: 1))
    let february = try #require(Month(year: 2020, month: 2))
    var report = MonthReport(
      publication: Publication(
        district: phrase("district"), planTitle: phrase("plan"), planSource: text("source"), month: february,
        asOf: "2020-03-10T16:00:00.000000Z", asOfLocal: "2020-03-11 00:00", timeZone: "Asia/Shanghai",
        submissions: "42",
        submissionsSHA256: "0123abcd", programVersion: "1.2.3", isSynthetic: isSynthetic))
    report.targets = [
      target("1.1.1", .behind, pace: "95.5"), target("1.1.2", .offTrack, pace: "87.6075"),
      target("1.2.1", .offTrack, pace: "9.25"), target("2.1.1", .attained, pace: "110"),
      target("2.1.2", .noData, pace: nil),
    ]
    report.laggingUnits = [LaggingUnit(indicator: "1.2.1", unit: "town", pace: "12.5", verdict: .offTrack)]
    report.sections = [
      Section(section: "1", title: phrase("section"), lights: .init(yellow: 1, red: 2), worstIndicator: "1.2.1"),
      Section(section: "2", title: phrase("section"), lights: .init(green: 1, grey: 1), worstIndicator: nil),
    ]
    report.scorecards = [
      Scorecard(
        unit: "office", name: phrase("office"), score: "88.8194", lights: .init(green: 1, yellow: 1, red: 2, grey: 1),
        completeness: "97.1429", timeliness: "68.5714", acceptance: "97.1429", worstIndicator: "1.2.1")
    ]
    report.trend = report.targets.flatMap { target in
      [(january, Verdict.offTrack), (february, target.verdict)].map { month, verdict in
        TrendPoint(
          indicator: target.indicator, month: month, target: "800", actual: "175.215", pace: target.pace,
          verdict: verdict)
      }
    }
    report.findings = [Finding(code: .missing, severity: .warning, count: 2, messages: [phrase("message")])]
    report.findingCounts = ["1.2.1": [.missing: 2]]
    report.revisions = [
      Revision(
        indicator: "1.2.1", name: phrase("target"), unit: "town", previousActual: "349", actual: "350.43",
        previousVerdict: .behind, verdict: .offTrack)
    ]
    report.revisionCount = 1
    report.notes = [Note(indicator: "1.2.1", unit: "town", period: february, text: text("note"))]
    report.unitNames = ["office": phrase("office"), "town": phrase("town")]
    return report
  }
}
