import Attainment
import Testing
import Wording

@testable import Intake

/// A file of text and what it comes to: a figure of retail sales in June, or a word that the Chinese refusal must hold.
struct TextKind: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String
  let outcome: Outcome

  enum Outcome: Sendable {
    case accepted(String)
    case refused(String)
  }

  var testDescription: String { name }

  /// A file with the usual header and a line of retail sales in which some cells are others.
  static func line(
    _ name: String, header: String = "指标,单位,期间,数值,备注", _ line: String, _ outcome: Outcome
  ) -> TextKind { TextKind(name: name, text: "\(header)\n\(line)\n", outcome: outcome) }

  static func value(_ value: String, _ outcome: Outcome) -> TextKind {
    line("value \(value)", "2.2.1,statistics,2020-06,\(value),", outcome)
  }

  static func period(_ period: String, _ outcome: Outcome) -> TextKind {
    line("period \(period)", "2.2.1,statistics,\(period),801.5,", outcome)
  }

  static func unit(_ unit: String, _ outcome: Outcome) -> TextKind {
    line("unit \(unit)", "2.2.1,\(unit),2020-06,801.5,", outcome)
  }

  static func indicator(_ indicator: String, _ outcome: Outcome) -> TextKind {
    line("indicator \(indicator)", "\(indicator),statistics,2020-06,801.5,", outcome)
  }

  static func header(_ header: String, _ outcome: Outcome, line: String = "2.2.1,statistics,2020-06,801.5") -> TextKind
  {
    TextKind(name: "header \(header)", text: "\(header)\n\(line)\n", outcome: outcome)
  }
}

private let good = "2.2.1,statistics,2020-06,801.5,"
private let taken = TextKind.Outcome.accepted("801.5")

@Suite("Kinds of files of text")
struct TextKindTests {
  static let figures: [TextKind] = [
    .value("801.5", taken), .value("801.500000", taken), .value("0801.5000000", taken), .value("８０１．５", taken),
    .value("\u{200B}801.5\u{FEFF}", taken), .value("801.5亿元", taken), .value("801.5 亿元", taken),
    .value("801.5(亿元)", taken),
    .value("\"801.5\t\"", taken), .value("−801.5", .accepted("-801.5")), .value("－801.5", .accepted("-801.5")),
    .value("801。5", taken),
    .value("\"1,200\"", .refused("写成 1200")), .value("\"801,5\"", .refused("小数点")), .value("\"1,20\"", .refused("小数点")),
    .value("\"1,2000\"", .refused("小数点")), .value("\"12,34,567\"", .refused("小数点")),
    .value("1 200", .refused("写成 1200")),
    .value("1'200.50", .refused("写成 1200.50")), .value("1，200", .refused("写成 1200")),
    .value("1、200", .refused("写成 1200")),
    .value("\"0,200\"", .refused("小数点")), .value("\"1,200 300\"", .refused("小数点")),
    .value("1200元", .refused("“亿元”")), .value("1200万元", .refused("“亿元”")), .value("8015000万", .refused("“亿元”")),
    .value("3亿", .refused("“亿元”")), .value("￥801.5", .refused("亿元")), .value("$801.5", .refused("亿元")),
    .value("￥801.5亿元", taken), .value("80%", .refused("亿元")), .value("8‰", .refused("亿元")),
    .value("约801.5", .refused("约")),
    .value("801.5左右", .refused("左右")), .value("800以上", .refused("以上")), .value(">800", .refused("数字")),
    .value("800-900", .refused("数字")),
    .value("(801.5)", .refused("数字")), .value("801.5*", .refused("“*”")), .value("8.015E2", .refused("科学计数")),
    .value("+801.5", .refused("写成 801.5")), .value("=1+1", .refused("公式")), .value("#DIV/0!", .refused("公式")),
    .value("#REF!", .refused("公式")), .value("801.1234567", .refused("6 位")),
    .value("123456789012345", .refused("14 位")),
    .value("八百", .refused("数字")), .value("TRUE", .refused("数字")), .value("2020年6月", .refused("数字")),
    .value("-", .refused("删去")), .value("/", .refused("删去")), .value("无", .refused("删去")),
    .value("N/A", .refused("删去")),
    .value("n/a", .refused("删去")), .value("——", .refused("删去")), .value("…", .refused("删去")),
    .value("暂无", .refused("删去")),
    .value("×", .refused("删去")), .value("0", .accepted("0")), .value("-0", .accepted("0")),
    .value("1.", .refused("数字")),
    .value(".5", .refused("数字")), .value("NaN", .refused("数字")), .value("Infinity", .refused("数字")),
    .value("٣", .refused("数字")),
    .value("1,200", .refused("1,200")), .value("12,345,678", .refused("12,345,678")),
    .value("-1,200.50", .refused("1,200.50")),
  ]

  static let periods: [TextKind] = [
    .period("2020-06", taken), .period("2020-6", taken), .period("2020/06", taken), .period("2020/6", taken),
    .period("2020.06", taken), .period("2020.6", taken), .period("202006", taken), .period("2020年6月", taken),
    .period("2020年06月", taken), .period("2020年6月份", taken), .period("2020 年 6 月", taken), .period("２０２０年６月", taken),
    .period("二〇二〇年六月", taken), .period("2020年六月", taken), .period("2020-06-01", taken), .period("2020-06-30", taken),
    .period("2020/6/1", taken), .period("2020/6/30", taken), .period("2020年6月30日", taken), .period("20200630", taken),
    .period("2020.6.30", taken), .period("2020-06-30 00:00:00", taken), .period("2020/6/1 0:00", taken),
    .period("2020-6-15", taken), .period("6/2020", taken), .period("Jun 2020", taken), .period("June-2020", taken),
    .period("2020年6月末", taken), .period("2020-06\u{A0}", taken),
    .period("Jun-20", .refused("2020-06")), .period("20-Jun", .refused("期间")), .period("20年6月", .refused("2020-06")),
    .period("20-06", .refused("2020-06")), .period("6月", .refused("年-月")), .period("6", .refused("年-月")),
    .period("2020.1", .refused("年-月")), .period("43983", .refused("日期序号（2020-06-01）")),
    .period("43983.5", .refused("日期序号")),
    .period("2020", .refused("2020-12")), .period("2020年", .refused("2020-12")),
    .period("2020年1-6月", .refused("2020-06")),
    .period("2020年1—6月", .refused("2020-06")), .period("2020年1～6月", .refused("2020-06")),
    .period("2020年1月-6月", .refused("2020-06")),
    .period("2020年1月至6月", .refused("2020-06")), .period("2020.1-6月", .refused("2020-06")),
    .period("1-6月", .refused("最后一个月")),
    .period("2020-01至2020-06", .refused("2020-06")), .period("2020-01~2020-06", .refused("2020-06")),
    .period("2020年1-6月累计", .refused("2020-06")), .period("2020年一季度", .refused("2020-03")),
    .period("2020年第二季度", .refused("2020-06")), .period("2020Q2", .refused("2020-06")),
    .period("2020年上半年", .refused("2020-06")),
    .period("上半年", .refused("最后一个月")), .period("2020年前三季度", .refused("2020-09")), .period("2020-13", .refused("年-月")),
    .period("2020年6月31日", .refused("年-月")), .period("", .refused("不能为空")), .period("-", .refused("年-月")),
    .period("本月", .refused("年-月")),
    .period("2021-06", .refused("尚未载入")), .period("2020-01", .refused("无需填报")),
  ]

  static let keys: [TextKind] = [
    .indicator("2.2.1", taken), .indicator("指标2.2.1", taken), .indicator("2.2.1 ", taken), .indicator("２.２.１", taken),
    .indicator("２．２．１", taken), .indicator("2.2.1\u{200B}", taken), .indicator("\u{FEFF}2.2.1", taken),
    .indicator("2.2.1\u{3000}", taken),
    .indicator("社会消费品零售总额", taken), .indicator("2.2.1 社会消费品零售总额", taken), .indicator("2.2.1、社会消费品零售总额", taken),
    .indicator("★社会消费品零售总额", taken), .indicator("社会消费品 零售总额", taken), .indicator("\"2.2.1\n\"", taken),
    .indicator("2.2.1 一般公共预算收入增长", .refused("串行")), .indicator("2.2.11", .refused("最接近的编号是 2.2.1")),
    .indicator("2.2.l", .refused("2.2.1")), .indicator("社会消费品零售额", .refused("2.2.1")),
    .indicator("2002/2/1", .refused("文本")),
    .indicator("2002-02-01", .refused("文本")), .indicator("", .refused("不能为空")), .indicator("2.2", .refused("没有此指标")),
    .unit("statistics", taken), .unit("静安区统计局", taken), .unit("区统计局", taken), .unit("统计局", taken),
    .unit("Statistics", taken),
    .unit("静安统计局", taken), .unit("静安区统计局 ", taken), .unit("statistics\u{A0}", taken), .unit("ｓｔａｔｉｓｔｉｃｓ", taken),
    .unit("亿元", .refused("计量单位")), .unit("investmnt", .refused("investment")), .unit("区统计", .refused("没有此单位")),
    .unit("commerce", .refused("报送单位")), .unit("", .refused("不能为空")), .unit("某局", .refused("没有此单位")),
  ]

  static let headers: [TextKind] = [
    .header("indicator,unit,period,value", taken), .header("指标编号,填报单位,报告期,完成值", taken),
    .header("指标 , 单位, 期间,数 值", taken),
    .header("指标：,单位：,期间：,数值：", taken), .header("\"指\n标\",单位,期间,\"数\n值\"", taken), .header("*指标,*单位,*期间,数值*", taken),
    .header("指标,单位,期间（年月）,数值（亿元）", taken), .header("指标,单位,期间,数值/亿元", taken), .header("指标,单位,期间,数值【亿元】", taken),
    .header("指标,单位,期间,\"数值（单位：亿元）\"", taken), .header("指标,单位,期间,数值（必填）", taken), .header("指标,单位,期间,数值（累计）", taken),
    .header("INDICATOR,Unit,Period,VALUE", taken), .header("指标,单位,期间,数值\u{200B}", taken),
    .header("指标,单位,期间,数值（万元）", .refused("亿元")), .header("指标,单位,期间,数值(%)", .refused("亿元")),
    .header("指标,单位,期间,数值（元）", .refused("亿元")), .header("指标,单位,期间,数值（当月）", .refused("累计")),
    .header("指标,单位,期间,数值（其他）", .refused("不认识")), .header("指标,单位,期间,金额", .refused("金额")),
    .header("指标,单位,数值", .refused("期间"), line: "2.2.1,statistics,801.5"),
    .header("指标,单位,期间,数值,数值", .refused("重复"), line: "2.2.1,statistics,2020-06,801.5,801.5"),
    .header("序号,指标,指标名称,单位,计量单位,牵头单位,目标,期间,数值", taken, line: "1,2.2.1,社会消费品零售总额,statistics,亿元,商务委,800,2020-06,801.5"),
    .header("指标,指标名称,单位,期间,数值", .refused("串行"), line: "2.2.1,一般公共预算收入增长,statistics,2020-06,801.5"),
    .header("指标名称,填报单位,单位,期间,数值", taken, line: "社会消费品零售总额,区统计局,亿元,2020-06,801.5"),
    .header("指标名称,填报单位,单位,期间,数值", .refused("万元"), line: "社会消费品零售总额,区统计局,万元,2020-06,801.5"),
    .header("指标,单位,期间,数值,计量单位", .refused("万元"), line: "2.2.1,statistics,2020-06,801.5,万元"),
    .header("指标,单位,期间,数值,,", taken, line: "2.2.1,statistics,2020-06,801.5,,"),
    .header("指标,单位,期间,数值,", .refused("没有列名"), line: "2.2.1,statistics,2020-06,801.5,草稿"),
    .header("指标,单位,期间,数值,小计", taken, line: "2.2.1,statistics,2020-06,801.5,"),
    .header("指标;单位;期间;数值", .refused("分号"), line: "2.2.1;statistics;2020-06;801.5"),
    .header("指标\t单位\t期间\t数值", .refused("制表符"), line: "2.2.1\tstatistics\t2020-06\t801.5"),
    .header("指标，单位，期间，数值", .refused("全角逗号"), line: "2.2.1，statistics，2020-06，801.5"),
    .header("指标,单位,期间,数值,分母", taken, line: "2.2.1,statistics,2020-06,801.5,/"),
    .header("指标,单位,期间,数值,分母", .refused("不填“分母”"), line: "2.2.1,statistics,2020-06,801.5,3"),
    .header("指标,单位,期间,数值,分母", .refused("1,200"), line: "2.2.1,statistics,2020-06,1,200,"),
  ]

  static let shapes: [TextKind] = [
    TextKind(
      name: "two titles and blank rows", text: "某局报表,,,,\n,,,,\n2020年6月,,,,\n指标,单位,期间,数值,备注\n\(good)\n", outcome: taken),
    TextKind(name: "a title with the right unit", text: "某局报表,,,单位：亿元,\n指标,单位,期间,数值,备注\n\(good)\n", outcome: taken),
    TextKind(
      name: "a title with another unit", text: "某局报表,,,（单位：万元）,\n指标,单位,期间,数值,备注\n\(good)\n", outcome: .refused("万元")),
    TextKind(name: "a title with an office", text: "单位：区统计局,,,,\n指标,单位,期间,数值,备注\n\(good)\n", outcome: taken),
    TextKind(name: "sep=", text: "sep=,\n指标,单位,期间,数值,备注\n\(good)\n", outcome: taken),
    TextKind(name: "sep= with a mark", text: "\u{FEFF}\"sep=,\"\r\n指标,单位,期间,数值,备注\r\n\(good)\r\n", outcome: taken),
    TextKind(name: "sep=;", text: "sep=;\n指标;单位;期间;数值\n2.2.1;statistics;2020-06;1\n", outcome: .refused("分号")),
    TextKind(name: "lone CR", text: "指标,单位,期间,数值,备注\r\(good)\r", outcome: taken),
    TextKind(
      name: "CR in a quoted note", text: "指标,单位,期间,数值,备注\r\n2.2.1,statistics,2020-06,801.5,\"a\rb\"\r\n", outcome: taken
    ),
    TextKind(name: "short lines", text: "指标,单位,期间,数值,备注,佐证材料\n2.2.1,statistics,2020-06,801.5\n", outcome: taken),
    TextKind(name: "long lines of nothing", text: "指标,单位,期间,数值\n2.2.1,statistics,2020-06,801.5,,,\n", outcome: taken),
    TextKind(name: "long lines", text: "指标,单位,期间,数值\n2.2.1,statistics,2020-06,801.5,9\n", outcome: .refused("4 列")),
    TextKind(
      name: "figures above the header", text: "2.2.1,statistics,2020-05,700,\n指标,单位,期间,数值,备注\n\(good)\n",
      outcome: .refused("表头上方")),
    TextKind(
      name: "a header twice", text: "指标,单位,期间,数值,备注\n\(good)\n指标,单位,期间,数值,备注\n2.2.1,statistics,2020-05,1,\n",
      outcome: taken),
    TextKind(name: "a heading between", text: "指标,单位,期间,数值,备注\n一、经济发展,,,,\n\(good)\n（二）民生,,,,\n", outcome: taken),
    TextKind(name: "a footer with a date", text: "指标,单位,期间,数值,备注\n\(good)\n填表人：甲,审核人：乙,,2020年7月3日,\n", outcome: taken),
    TextKind(
      name: "a footer with a figure", text: "指标,单位,期间,数值,备注\n\(good)\n填表人：甲,,,801.5,\n", outcome: .refused("表尾")),
    TextKind(
      name: "notes below", text: "指标,单位,期间,数值,备注\n\(good)\n注：本表数据为快报数,,,,\n说明：口径不变,,,,\n联系电话：62345678,,,,\n",
      outcome: taken),
    TextKind(name: "a total", text: "指标,单位,期间,数值,备注\n\(good)\n,,合 计,801.5,\n", outcome: .refused("删去")),
    TextKind(name: "a subtotal", text: "指标,单位,期间,数值,备注\n\(good)\n小计：,,,801.5,\n", outcome: .refused("删去")),
    TextKind(
      name: "a total with the indicator's code", text: "指标,单位,期间,数值,备注\n\(good)\n2.2.1,全区合计,2020-06,801.5,\n",
      outcome: .refused("删去")),
    TextKind(name: "a unit row below", text: "指标,单位,期间,数值,备注\n,,,单位：亿元,\n\(good)\n", outcome: taken),
    TextKind(name: "a prepared row", text: "指标,单位,期间,数值,备注\n\(good)\n2.4.2,investment,2020-06,,\n", outcome: taken),
    TextKind(
      name: "a prepared row with a reason", text: "指标,单位,期间,数值,滞后原因\n\(good)\n2.4.2,investment,2020-06,,疫情\n",
      outcome: .refused("没有填数")),
    TextKind(
      name: "a prepared row with a note", text: "指标,单位,期间,数值,备注\n\(good)\n2.4.2,investment,2020-06,,待补\n",
      outcome: .refused("必须填“数值”")),
    TextKind(
      name: "nothing but prepared rows", text: "指标,单位,期间,数值,备注\n2.2.1,statistics,2020-06,,\n", outcome: .refused("没有填数")
    ),
    TextKind(name: "empty", text: "", outcome: .refused("空")),
    TextKind(name: "blank", text: "\n ,,\n\u{3000}\n", outcome: .refused("空")),
    TextKind(name: "a header only", text: "指标,单位,期间,数值,备注\n", outcome: .refused("只有表头")),
    TextKind(
      name: "HTML", text: "\u{FEFF}\n <!DOCTYPE HTML><html><table><tr><td>指标</td></tr></table>",
      outcome: .refused("另存为")),
    TextKind(name: "a table of HTML", text: "<table border=1><tr><td>指标</td></tr></table>", outcome: .refused("另存为")),
    TextKind(
      name: "XML of 2003",
      text: "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>",
      outcome: .refused("另存为")),
    TextKind(name: "MIME", text: "MIME-Version: 1.0\nContent-Type: multipart/related\n", outcome: .refused("另存为")),
    TextKind(name: "RTF", text: "{\\rtf1 x}", outcome: .refused("另存为")),
    TextKind(name: "PDF", text: "%PDF-1.4", outcome: .refused("另存为")),
    TextKind(name: "a sentence", text: "请查收附件\n", outcome: .refused("列名")),
    TextKind(name: "twice", text: "指标,单位,期间,数值,备注\n\(good)\n2.2.1,区统计局,2020年6月,9,\n", outcome: .refused("重复")),
    TextKind(name: "every fault at once", text: "指标,单位,期间,数值,分母\n9.9.9,某局,2019-13,x,y\n", outcome: .refused("年-月")),
    TextKind(
      name: "a quote left open", text: "指标,单位,期间,数值,备注\n2.2.1,statistics,2020-06,\"801.5,\n", outcome: .refused("引号")),
    TextKind(name: "a NUL", text: "指标,单位,期间,数值,备注\n2.2.1,statistics,2020-06,801.5\0,\n", outcome: .refused("NUL")),
  ]

  static let measures: [TextKind] = [
    .line("growth as a rate", "2.1.1,finance,2020-06,1.5%,", .refused("水平值")),
    .line("growth under a rate's header", header: "指标,单位,期间,数值（%）,同期数值", "2.1.1,finance,2020-06,1.5,", .refused("水平值")),
    .line(
      "progress in words", header: "指标,单位,期间,进度", "1.1.1,dev_reform,2020-06,85%\n2.2.1,statistics,2020-06,",
      .accepted("none")),
    .line("progress beyond", header: "指标,单位,期间,进度", "1.1.1,dev_reform,2020-06,101", .refused("0 至 100")),
    .line("a stage", header: "指标,单位,期间,阶段,进度,发生日期", "1.6.1,dev_reform,2020-06,已启动,33.5,2020年6月8日", .accepted("none")),
    .line("another stage", header: "指标,单位,期间,阶段", "1.6.1,dev_reform,2020-06,动工", .refused("未")),
    .line(
      "a day after the period", header: "指标,单位,期间,阶段,发生日期", "1.6.1,dev_reform,2020-06,已完成,2020/7/1", .refused("月末")),
    .line(
      "a day of no calendar", header: "指标,单位,期间,阶段,发生日期", "1.6.1,dev_reform,2020-06,已完成,2020-06-31", .refused("真实存在")),
    .line("a serial day", header: "指标,单位,期间,阶段,发生日期", "1.6.1,dev_reform,2020-06,已完成,43990", .refused("日期序号")),
    .line("a dash for a day", header: "指标,单位,期间,阶段,发生日期", "1.6.1,dev_reform,2020-06,已完成,-", .refused("留空")),
    .line("a share without a denominator", header: "指标,单位,期间,数值,分母", "5.9.3,disabled,2020-06,1,", .refused("分母")),
    .line("a dash for a base", header: "指标,单位,期间,数值,同期数值", "2.1.1,finance,2020-06,150,—", .refused("留空")),
    .line("growth in its level's unit", header: "指标,单位,期间,数值（亿元）", "2.1.1,finance,2020-06,150亿元", .accepted("none")),
    .line("growth in another unit's column", header: "指标,单位,期间,数值（万元）", "2.1.1,finance,2020-06,150", .refused("亿元")),
    .line("growth in another unit", "2.1.1,finance,2020-06,150万元,", .refused("亿元")),
    .line("growth beside another unit", header: "指标,单位,期间,数值,计量单位", "2.1.1,finance,2020-06,150,万元", .refused("亿元")),
    .line(
      "growth beside its level's unit", header: "指标,单位,期间,数值,计量单位", "2.1.1,finance,2020-06,150,亿元", .accepted("none")),
    .line("growth beside %", header: "指标,单位,期间,数值,计量单位", "2.1.1,finance,2020-06,1.5,%", .refused("水平值（亿元）")),
    .line(
      "growth beside %, with its base", header: "指标,单位,期间,数值,同期数值,计量单位", "2.1.1,finance,2020-06,151,150,%",
      .accepted("none")),
    .line(
      "a share beside %", header: "指标,单位,期间,数值,分母,计量单位", "4.18.2,city_operations,2020-06,80,100,%", .accepted("none")),
    .line(
      "a denominator in another unit", header: "指标,单位,期间,数值（万吨标准煤）,分母（万元）", "2.3.1,statistics,2020-06,98,1000",
      .refused("亿元")),
    .line(
      "a denominator in its unit", header: "指标,单位,期间,数值（万吨标准煤）,分母（亿元）", "2.3.1,statistics,2020-06,98,1000亿元",
      .accepted("none")),
    .line(
      "an average beside its unit", header: "指标,单位,期间,数值,计量单位", "4.6.6,jiangning_road,2020-06,30,吨/日",
      .refused("总量（吨）")),
    .line("an average typed with its unit", "4.6.6,jiangning_road,2020-06,30吨/日,", .refused("“吨”")),
    .line(
      "a quantity beside its unit", header: "指标,单位,期间,数值,计量单位", "4.6.6,jiangning_road,2020-06,900,吨",
      .accepted("none")),
    .line("another frequency", header: "指标,单位,期间,进度", "1.1.1,dev_reform,2020-05,50", .refused("每季度")),
  ]

  @Test("Figures", arguments: figures) func readsFigures(_ kind: TextKind) throws { try check(kind) }
  @Test("Periods", arguments: periods) func readsPeriods(_ kind: TextKind) throws { try check(kind) }
  @Test("Indicators and units", arguments: keys) func readsKeys(_ kind: TextKind) throws { try check(kind) }
  @Test("Headers", arguments: headers) func readsHeaders(_ kind: TextKind) throws { try check(kind) }
  @Test("Shapes", arguments: shapes) func readsShapes(_ kind: TextKind) throws { try check(kind) }
  @Test("Measures", arguments: measures) func readsMeasures(_ kind: TextKind) throws { try check(kind) }

  private func check(_ kind: TextKind) throws {
    let (_, _, judgement) = try Judging.judgement(of: Array(kind.text.utf8))
    switch kind.outcome {
    case .accepted(let value):
      #expect(judgement.faults.isEmpty, "\(judgement.faults.map(\.description).joined(separator: "\n"))")
      #expect(Judging.june(judgement) ?? "none" == value)
    case .refused(let word):
      #expect(!judgement.faults.isEmpty, "accepted \(judgement.decisions)")
      #expect(Judging.chinese(judgement).contains(word), "\(Judging.chinese(judgement))")
    }
  }
}
