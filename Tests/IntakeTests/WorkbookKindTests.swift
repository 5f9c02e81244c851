import Attainment
import TestSupport
import Testing
import Wording

@testable import Intake

/// A workbook and what it comes to.
struct WorkbookKind: Sendable, CustomTestStringConvertible {
  let name: String
  let book: MadeWorkbook
  let outcome: TextKind.Outcome

  var testDescription: String { name }

  typealias Cell = MadeWorkbook.Cell
  typealias Row = MadeWorkbook.Row
  typealias Sheet = MadeWorkbook.Sheet

  static let header = Row(["指标", "单位", "期间", "数值", "备注"].map { .text($0) })

  static func row(
    _ value: Cell, indicator: Cell = .text("2.2.1"), unit: Cell = .text("statistics"), period: Cell = .text("2020-06"),
    note: Cell = .none, attributes: String = ""
  ) -> Row { Row([indicator, unit, period, value, note], attributes: attributes) }

  static let good = row(.number("801.5"))

  /// A workbook of one sheet.
  static func sheet(
    _ name: String, _ rows: [Row?], before: String = "", after: String = "", book: String = "",
    _ outcome: TextKind.Outcome
  ) -> WorkbookKind {
    WorkbookKind(
      name: name, book: MadeWorkbook([Sheet("报送", rows, before: before, after: after)], after: book), outcome: outcome)
  }

  static func value(_ name: String, _ value: Cell, _ outcome: TextKind.Outcome) -> WorkbookKind {
    sheet(name, [header, row(value)], outcome)
  }

  static func format(_ format: String, _ outcome: TextKind.Outcome) -> WorkbookKind {
    self.format(format, "801.5", outcome)
  }

  static func format(_ format: String, _ number: String, _ outcome: TextKind.Outcome) -> WorkbookKind {
    value("\(number) as \(format)", .number(number, format), outcome)
  }

  static func period(_ name: String, _ period: Cell, _ outcome: TextKind.Outcome) -> WorkbookKind {
    sheet(name, [header, row(.number("801.5"), period: period)], outcome)
  }

  static func sheets(_ name: String, _ sheets: [Sheet], _ outcome: TextKind.Outcome) -> WorkbookKind {
    WorkbookKind(name: name, book: MadeWorkbook(sheets), outcome: outcome)
  }
}

private let taken = TextKind.Outcome.accepted("801.5")

@Suite("Kinds of workbooks")
struct WorkbookKindTests {
  static let formats: [WorkbookKind] = [
    .format("General", taken), .format("0.00", taken), .format("#,##0.00", "1234567.89", .accepted("1234567.89")),
    .format("@", taken), .format("0.0\"亿元\"", taken), .format("#,##0.00\" 亿元\"", taken),
    .format("General\"亿元\"", taken),
    .format("_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", taken),
    .format("0.00_);[Red](0.00)", "-7.05", .accepted("-7.05")),
    .format("0.00;[Red]-0.00", "-7.05", .accepted("-7.05")), .format("0", taken), .format("0.00E+00", taken),
    .format("[DBNum1]General", taken), .format("[>=1000]#,##0;0.0", taken),
    .format("#,##0.0_ ", "2.2999999999999998", .accepted("2.3")),
    .format("0%", "0.85", .refused("85%")), .format("0.00%", "8.015", .refused("801.50%")),
    .format("[=0]\"-\";0%", "0.85", .refused("85%")),
    .format("0.0‰", .refused("‰")), .format("#,##0\"元\"", "80150000000", .refused("“元”")),
    .format("0.0\"万元\"", .refused("万元")),
    .format("0.0\"千元\"", .refused("千元")), .format("0\"万\"", .refused("万")), .format("0\"K\"", .refused("K")),
    .format("0,", "8015000", .refused("8015")), .format("#,##0,", "8015000", .refused("8,015")),
    .format("0.0,,", "8015000", .refused("8.0")),
    .format("0!.0,\"万\"", "8015000", .refused("801.5万")), .format("0\\.0", "8015", .refused("801.5")),
    .format("-0.00", "7.05", .refused("-7.05")),
    .format(";;;", .refused("不显示")), .format("0;;", "0", .refused("不显示")), .format("0;0", "-5", .refused("显示为“5”")),
    .format("(0.0)", .refused("(801.5)")), .format("0;-0;\"-\"", "0", .refused("-")),
    .format("\"约\"0.0", .refused("约801.5")),
    .format("[$¥-804]#,##0.0", .refused("亿元")), .format("\"$\"0.0", .refused("$")),
    .format("[White]0.0", .refused("不显示")),
    .format("yyyy-mm-dd", .refused("日期")), .format("h:mm", "0.5", .refused("0.5")),
    .format("# ?/?", "0.5", .refused("显示")),
    .format("[<100]0.0", .refused("####")), .format("\"合计\"", .refused("合计")),
    .sheet(
      "a percent format in a section that does not apply",
      [WorkbookKind.header, WorkbookKind.row(.number("801.5", "[<0]0%;0.0"))], taken),
    .sheet(
      "zeros not shown", [WorkbookKind.header, WorkbookKind.row(.number("0"))],
      before: "<sheetViews><sheetView showZeros=\"0\"/></sheetViews>", .refused("不显示")),
  ]

  static let values: [WorkbookKind] = [
    .value("a text of digits", .text("801.5"), taken),
    .value("a text with an apostrophe's blank", .text(" 801.5\u{A0}"), taken),
    .value("a text with separators", .text("1,200"), .refused("写成 1200")),
    .value("a long number", .number("801.12345678"), .refused("6 位")),
    .value("noise of a sum", .number("801.49999999999989"), taken), .value("an exponent", .number("8.015E2"), taken),
    .value("a truth", .raw("<c@ t=\"b\"><v>1</v></c>"), .refused("数字")),
    .value("an error", .raw("<c@ t=\"e\"><v>#DIV/0!</v></c>"), .refused("公式")),
    .value("a formula with its value", .formula("SUM(A1:A2)", "801.5"), taken),
    .value("a formula never calculated", .formula("1+1", nil), .refused("公式")),
    .value("a formula with an empty value", .formula("1+1", ""), .refused("公式")),
    .value("a formula that gave an empty text", .formula("IF(A1=1,\"\",2)", "", isText: true), .refused("没有填数")),
    .value("a formula that may give an empty text, never calculated", .formula("IF(A1=1,\"\",2)", ""), .refused("公式")),
    .value("a formula's error", .raw("<c@ t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>"), .refused("公式")),
    .value("struck out", .struck("801.5"), .refused("删除线")),
    .value(
      "struck out in part",
      .raw("<c@ t=\"inlineStr\"><is><r><rPr><strike/></rPr><t>9</t></r><r><t>801.5</t></r></is></c>"), .refused("删除线")),
    .value(
      "not struck out",
      .raw("<c@ t=\"inlineStr\"><is><r><rPr><strike val=\"0\"/></rPr><t>801</t></r><r><t>.5</t></r></is></c>"), taken),
    .value(
      "with a reading", .raw("<c@ t=\"inlineStr\"><is><t>801.5</t><rPh sb=\"0\" eb=\"1\"><t>9</t></rPh></is></c>"),
      taken),
    .value("markup in a text", .raw("<c@ t=\"inlineStr\"><is><t>80<b/>1.5</t></is></c>"), .refused("损坏")),
    .value("markup in a number", .raw("<c@><v>80<b/>1.5</v></c>"), .refused("损坏")),
    .value("_x000D_", .text("801.5_x000D_"), taken), .value("an empty cell", .none, .refused("没有填数")),
    .value("a dash", .text("-"), .refused("删去")), .value("a unit that agrees", .text("801.5亿元"), taken),
    .sheet(
      "a formula under fullCalcOnLoad", [WorkbookKind.header, WorkbookKind.row(.formula("A1", "801.5"))],
      book: "<calcPr fullCalcOnLoad=\"1\"/>", .refused("公式")),
    .sheet(
      "a calculation that was not completed", [WorkbookKind.header, WorkbookKind.row(.formula("A1", "801.5"))],
      book: "<calcPr calcCompleted=\"0\"/>", .refused("公式")),
    .sheet(
      "fullCalcOnLoad without a formula", [WorkbookKind.header, WorkbookKind.good],
      book: "<calcPr fullCalcOnLoad=\"1\"/>", taken),
    .sheet(
      "a struck-out row",
      [
        WorkbookKind.header, WorkbookKind.good,
        WorkbookKind.row(
          .struck("1"), indicator: .struck("2.2.1"), unit: .struck("statistics"), period: .struck("2020-05")),
      ], .refused("删除线")),
    .sheet("a struck-out note", [WorkbookKind.header, WorkbookKind.row(.number("801.5"), note: .struck("旧"))], taken),
    .sheet(
      "formulas that give nothing below",
      [
        WorkbookKind.header, WorkbookKind.good,
        WorkbookKind.row(
          .formula("IF(1=1,\"\",1)", ""), indicator: .formula("IF(1=1,\"\",1)", ""), unit: .none, period: .none),
      ], taken),
    .sheet(
      "formulas never calculated below",
      [
        WorkbookKind.header, WorkbookKind.good,
        WorkbookKind.row(.formula("明细!D3", ""), indicator: .formula("明细!A3", ""), unit: .none, period: .none),
      ], .refused("公式")),
  ]

  static let periods: [WorkbookKind] = [
    .period("the first of the month", .number("43983", "yyyy-mm"), taken),
    .period("the last of the month", .number("44012", "yyyy\"年\"m\"月\""), taken),
    .period("mmm-yy", .number("43983", "mmm-yy"), taken),
    .period("with a time", .number("44012.75", "yyyy/m/d h:mm"), taken),
    .period("a serial", .number("43983"), .refused("日期")),
    .period("a serial in a text format", .number("43983", "@"), .refused("日期")),
    .period("202006", .number("202006"), taken), .period("2020.1", .number("2020.1"), .refused("年-月")),
    .period("2020.06 as a number", .number("2020.06"), taken),
    .period("a text", .text("2020年6月"), taken),
    .period("an ISO date", .raw("<c@ t=\"d\"><v>2020-06-30T00:00:00</v></c>"), taken),
    .period("a year", .number("2020"), .refused("2020-12")),
    .period("a day that never was", .number("60", "yyyy-mm"), .refused("期间")),
    WorkbookKind(
      name: "days from 1904",
      book: MadeWorkbook(
        [
          MadeWorkbook.Sheet(
            "报送", [WorkbookKind.header, WorkbookKind.row(.number("801.5"), period: .number("42550", "yyyy-mm-dd"))])
        ],
        before: "<workbookPr date1904=\"1\"/>"), outcome: taken),
    .sheet(
      "a code that has become a day",
      [WorkbookKind.header, WorkbookKind.row(.number("801.5"), indicator: .number("37288", "yyyy/m/d"))], .refused("文本")
    ),
    .sheet(
      "a code that has become a number",
      [WorkbookKind.header, WorkbookKind.row(.number("801.5"), indicator: .number("2.2"))], .refused("没有此指标")),
  ]

  static let title = WorkbookKind.Row([.text("某局报表")])
  static let more = [WorkbookKind.header, WorkbookKind.row(.number("290.1"), period: .text("2020-05"))]

  static let shapes: [WorkbookKind] = [
    .sheet(
      "a merged title", [title, WorkbookKind.header, WorkbookKind.good],
      after: "<mergeCells><mergeCell ref=\"A1:E1\"/></mergeCells>", taken),
    .sheet(
      "a merged footer", [WorkbookKind.header, WorkbookKind.good, WorkbookKind.Row([.text("填表人：甲")])],
      after: "<mergeCells><mergeCell ref=\"A3:E3\"/></mergeCells>", taken),
    .sheet(
      "merged rows",
      [WorkbookKind.header, WorkbookKind.good, WorkbookKind.row(.number("1"), period: .text("2020-05"))],
      after: "<mergeCells><mergeCell ref=\"D2:D3\"/></mergeCells>", .refused("合并")),
    .sheet(
      "a merged header", [WorkbookKind.header, WorkbookKind.good],
      after: "<mergeCells><mergeCell ref=\"D1:E1\"/></mergeCells>", .refused("合并")),
    .sheet(
      "merged over the sheet", [WorkbookKind.header, WorkbookKind.good],
      after: "<mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>", .refused("合并")),
    .sheet(
      "merged far away", [WorkbookKind.header, WorkbookKind.good],
      after: "<mergeCells><mergeCell ref=\"J1:K9\"/></mergeCells>", taken),
    .sheet(
      "a hidden row",
      [
        WorkbookKind.header, WorkbookKind.good,
        WorkbookKind.row(.number("1"), period: .text("2020-05"), attributes: "hidden=\"1\""),
      ], .refused("隐藏")),
    .sheet(
      "a row without height",
      [
        WorkbookKind.header, WorkbookKind.good,
        WorkbookKind.row(.number("1"), period: .text("2020-05"), attributes: "ht=\"0\" customHeight=\"1\""),
      ], .refused("隐藏")),
    .sheet(
      "a hidden blank row",
      [WorkbookKind.header, WorkbookKind.good, WorkbookKind.Row([.none], attributes: "hidden=\"1\"")], taken),
    .sheet(
      "a hidden column of figures", [WorkbookKind.header, WorkbookKind.good],
      before: "<cols><col min=\"4\" max=\"4\" hidden=\"1\"/></cols>", .refused("隐藏的列 D")),
    .sheet(
      "hidden columns without content", [WorkbookKind.header, WorkbookKind.good],
      before: "<cols><col min=\"6\" max=\"16384\" hidden=\"1\"/></cols>", taken),
    .sheet(
      "a draft at the side",
      [
        WorkbookKind.header,
        WorkbookKind.Row([.text("2.2.1"), .text("statistics"), .text("2020-06"), .number("801.5"), .none, .text("草稿")]),
      ], .refused("F2")),
    .sheet(
      "a total",
      [
        WorkbookKind.header, WorkbookKind.good,
        WorkbookKind.row(.number("801.5"), indicator: .text("合计"), unit: .none, period: .none),
      ], .refused("合计")),
    .sheet("a blank row first", [nil, title, nil, WorkbookKind.header, nil, WorkbookKind.good], taken),
    .sheets(
      "an empty second sheet", [.init("报送", [WorkbookKind.header, WorkbookKind.good]), .init("Sheet2", [])], taken),
    .sheets(
      "explanations beside it",
      [
        .init("报送", [WorkbookKind.header, WorkbookKind.good]),
        .init("说明", [.init([.text("填报说明")]), .init([.text("1. 每月 10 日前报送")])]),
      ], taken),
    .sheets(
      "a blank form beside it",
      [.init("报送", [WorkbookKind.header, WorkbookKind.good]), .init("空表", [WorkbookKind.header])], taken),
    .sheets(
      "figures behind it", [.init("报送", [WorkbookKind.header, WorkbookKind.good]), .init("补报5月", [title] + more)],
      .refused("补报5月")),
    .sheets(
      "figures before it, without a header",
      [.init("草稿", [WorkbookKind.row(.number("1"))]), .init("报送", [WorkbookKind.header, WorkbookKind.good])],
      .refused("草稿")),
    .sheets(
      "hidden figures",
      [.init("报送", [WorkbookKind.header, WorkbookKind.good]), .init("藏", more, attributes: "state=\"hidden\"")],
      .refused("藏")),
    .sheets(
      "very hidden figures",
      [
        .init("报送", [WorkbookKind.header, WorkbookKind.good]),
        .init("藏", [nil, nil, title] + more, attributes: "state=\"veryHidden\""),
      ], .refused("藏")),
    .sheets(
      "figures in a hidden sheet alone", [.init("说明", []), .init("藏", more, attributes: "state=\"hidden\"")],
      .refused("藏")),
    .sheets(
      "a name that steers", [.init("报送", [WorkbookKind.header, WorkbookKind.good]), .init("补&lt;报", more)],
      .refused("补&lt;报")),
    .sheets("nothing at all", [.init("报送", [])], .refused("空")),
  ]

  @Test("Formats", arguments: formats) func readsFormats(_ kind: WorkbookKind) throws { try check(kind) }
  @Test("Values", arguments: values) func readsValues(_ kind: WorkbookKind) throws { try check(kind) }
  @Test("Periods", arguments: periods) func readsPeriods(_ kind: WorkbookKind) throws { try check(kind) }
  @Test("Shapes", arguments: shapes) func readsShapes(_ kind: WorkbookKind) throws { try check(kind) }

  private func check(_ kind: WorkbookKind) throws {
    let (_, _, judgement) = try Judging.judgement(of: kind.book.bytes)
    switch kind.outcome {
    case .accepted(let value):
      #expect(judgement.faults.isEmpty, "\(judgement.faults.map(\.description).joined(separator: "\n"))")
      #expect(Judging.june(judgement) == value)
    case .refused(let word):
      #expect(!judgement.faults.isEmpty, "accepted \(judgement.decisions)")
      #expect(Judging.chinese(judgement).contains(word), "\(Judging.chinese(judgement))")
    }
  }
}
