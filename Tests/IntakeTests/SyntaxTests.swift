import Testing

@testable import Intake

private func isFigure(_ text: String) -> Bool { FigureSyntax.isFigure(Array(text.utf8)[...]) }

@Suite("What a cell may hold")
struct SyntaxTests {
  @Test(
    "Figures", arguments: ["0", "-0", "12", "-12.5", "00.100000", "99999999999999.999999", "-99999999999999.999999"])
  func figures(_ text: String) { #expect(isFigure(text)) }

  @Test(
    "What is no figure, why, and what was meant",
    arguments: [
      ("100000000000000", FigureSyntax.Flaw.tooManyDigits, nil), ("1.1234567", .tooManyDigits, nil),
      ("1,200", .thousandsSeparator, "1200"), ("1'200.50", .thousandsSeparator, "1200.50"),
      ("1 200", .thousandsSeparator, "1200"), ("-12,345,678.9", .thousandsSeparator, "-12345678.9"),
      ("12%", .percentSign, "12"), ("12.5％", .percentSign, "12.5"), ("3‰", .percentSign, nil),
      ("１２．５", .fullWidth, "12.5"), ("－１２", .fullWidth, "-12"), ("1，200", .fullWidth, "1200"),
      ("−12", .fullWidth, "-12"), ("12　", .fullWidth, "12"), ("3万", .magnitude, nil), ("1.2亿元", .magnitude, nil),
      ("12元", .unitOfMeasure, "12"), ("¥12", .unitOfMeasure, "12"), ("35km", .unitOfMeasure, "35"),
      ("1e3", .exponent, nil), ("1.2E+05", .exponent, nil), ("+5", .plusSign, "5"), ("=B2+B3", .formula, nil),
      ("#DIV/0!", .formula, nil), ("1.", .notANumber, nil), (".5", .notANumber, nil), ("--1", .notANumber, nil),
      ("-", .notANumber, nil), ("无", .notANumber, nil), ("NaN", .notANumber, nil), ("Infinity", .notANumber, nil),
      ("0x10", .notANumber, nil), ("٣", .notANumber, nil), ("(12)", .notANumber, nil),
    ] as [(String, FigureSyntax.Flaw, String?)])
  func flaws(_ text: String, _ flaw: FigureSyntax.Flaw, _ meant: String?) {
    #expect(!isFigure(text))
    #expect(FigureSyntax.flaw(of: text) == flaw)
    #expect(FigureSyntax.meant(by: text, flaw) == meant)
  }

  @Test("Percentages")
  func percentages() {
    func isPercentage(_ text: String) -> Bool { FigureSyntax.isPercentage(Array(text.utf8)[...]) }
    #expect(["0", "0.000001", "99.999999", "100", "0100.00"].allSatisfy(isPercentage))
    #expect(!["-1", "-0", "100.000001", "101", "1000"].contains(where: isPercentage))
  }

  @Test("Periods and dates, and what was meant by others")
  func calendar() {
    func isPeriod(_ text: String) -> Bool { CalendarSyntax.isPeriod(text.utf8) }
    func isDate(_ text: String) -> Bool { CalendarSyntax.isDate(text.utf8) }
    #expect(["2020-01", "2020-12"].allSatisfy(isPeriod))
    #expect(!["2020-00", "2020-13", "2020-1", "202001", "2020/01", "0000-01", "２０２０-01"].contains(where: isPeriod))
    #expect(["2020-02-29", "2000-02-29", "2019-12-31"].allSatisfy(isDate))
    #expect(!["2019-02-29", "1900-02-29", "2020-04-31", "2020-00-01", "2020-1-1"].contains(where: isDate))
    for text in ["2020年3月", "2020/3", "2020.03", "202003", "2020-3", "２０２０－０３", "2020-03-01", "2020年 3 月"] {
      #expect(CalendarSyntax.periodMeant(by: text) == "2020-03")
    }
    for text in ["2020年3月31日", "2020/3/31", "20200331", "2020.03.31", "2020-3-31"] {
      #expect(CalendarSyntax.dateMeant(by: text) == "2020-03-31")
    }
    for text in ["3月", "2020年13月", "March", ""] { #expect(CalendarSyntax.periodMeant(by: text) == nil) }
    for text in ["2020年2月30日", "31/3/2020", "today"] { #expect(CalendarSyntax.dateMeant(by: text) == nil) }
  }

  @Test("The nearest code, by code or by name")
  func nearestCode() {
    let known = [
      NearestCode.Candidate(code: "2.2.1", name: "社会消费品零售总额"), .init(code: "2.2.2", name: "网上零售额"),
      .init(code: "statistics", name: "静安区统计局"),
    ]
    func nearest(_ text: String) -> String? { NearestCode.of(text, among: known) }
    #expect(nearest("2.2.11") == "2.2.1")
    #expect(nearest("２．２．２") == "2.2.2")
    #expect(nearest("statistcs") == "statistics")
    #expect(nearest("社会消费品零售额") == "2.2.1")
    #expect(nearest("区统计局") == "statistics")
    #expect(nearest("something else altogether") == nil)
    #expect(nearest(String(repeating: "2", count: 100_000)) == nil)
  }

  @Test("What a report quotes stays in its line and is no longer than it must be")
  func quoting() {
    #expect(Fault.shown("1,200") == #""1,200""#)
    #expect(Fault.shown("a\nb\u{1B}[2J\u{202E}\0") == "\"a\u{FFFD}b\u{FFFD}[2J\u{FFFD}\u{FFFD}\"")
    #expect(Fault.shown(String(repeating: "字", count: 100)) == "\"\(String(repeating: "字", count: 60))…\"")
  }

  @Test("Deadlines are days or instants")
  func deadlines() {
    #expect(Deadline("2020-07-25") == .day("2020-07-25"))
    #expect(Deadline("2020-07-25T18:00:00+08:00") != nil)
    for text in ["2020-07-32", "tomorrow", "2020-07-25 18:00", ""] { #expect(Deadline(text) == nil) }
  }
}
