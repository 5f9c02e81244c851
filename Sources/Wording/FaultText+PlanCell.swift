import Attainment

/// What is wrong with a cell of a plan by itself.
extension FaultText {
  static func told(_ text: String) -> Phrase { Phrase(zh: "“\(PlainText.of(text))”", en: "'\(PlainText.of(text))'") }
  private static let nothing = Phrase(zh: "空", en: "nothing")
  private static func again(_ text: String) -> Phrase { Phrase(zh: "\(text) 重复", en: "\(text) again") }
  private static func found(_ text: String?) -> Phrase { text.map(told) ?? nothing }

  /// No text where one must stand.
  public static let noText = FaultText(found: nothing, wanted: Phrase(zh: "请填写", en: "a text"))

  /// No figure where one must stand.
  public static let noFigure = FaultText(found: nothing, wanted: Phrase(zh: "请填数字", en: "a figure"))

  /// No date where one must stand.
  public static let noDate = FaultText(
    found: nothing, wanted: Phrase(zh: "请填日期，如 2020-01-20", en: "a date such as 2020-01-20"))

  /// A code in other characters than codes have.
  public static func notCode(_ text: String) -> FaultText {
    FaultText(
      found: told(text),
      wanted: Phrase(
        zh: "代码只用小写字母、数字、_ 和 -，以字母开头，如 commerce",
        en: "a code of lower-case letters, digits, _ and -, such as commerce"))
  }

  /// A word that is none of a list.
  ///
  /// `words` are the words of the format with their names.
  public static func notWord(_ text: String?, of words: [CodeName]) -> FaultText {
    FaultText(
      found: found(text),
      wanted: Phrase(
        zh: "应为：\(words.map(\.name.zh).joined(separator: "、"))",
        en: "one of \(words.map(\.code).joined(separator: ", "))"))
  }

  /// Neither true nor false.
  public static func notTruth(_ text: String?) -> FaultText {
    FaultText(found: found(text), wanted: Phrase(zh: "请填 是 或 否", en: "true or false"))
  }

  /// No whole number of a range.
  public static func notNumber(_ text: String?, in range: ClosedRange<Int>) -> FaultText {
    FaultText(
      found: found(text),
      wanted: Phrase(
        zh: "应为 \(range.lowerBound) 到 \(range.upperBound) 的整数",
        en: "a whole number from \(range.lowerBound) to \(range.upperBound)"))
  }

  /// A text that is no figure.
  public static func notFigure(_ text: String, _ fault: Figure.Fault) -> FaultText {
    let found =
      switch fault {
      case .notANumber: told(text)
      case .integerDigits(let count):
        told(text) + Phrase(zh: "，整数部分 \(count) 位", en: " with \(count) digits before the point")
      case .fractionDigits(let count): told(text) + Phrase(zh: "，小数 \(count) 位", en: " with \(count) decimals")
      }
    return FaultText(
      found: found,
      wanted: Phrase(
        zh: "只填数字，整数至多 14 位，小数至多 6 位，如 10.43",
        en: "plain digits with at most 14 before and 6 behind the point, such as 10.43"))
  }

  /// A figure below 0.
  public static func belowZero(_ figure: Figure) -> FaultText {
    FaultText(found: .plain(figure), wanted: Phrase(zh: "应为 0 或以上", en: "0 or more"))
  }

  /// A text that is no date.
  public static func notDate(_ text: String) -> FaultText {
    FaultText(found: told(text), wanted: Phrase(zh: "应为日期，如 2020-01-20", en: "a date such as 2020-01-20"))
  }

  /// A date that a spreadsheet has made of a code.
  ///
  /// `codes` are the codes that may have stood there.
  public static func dateForCode(_ text: String, codes: [String]) -> FaultText {
    FaultText(
      found: told(text) + Phrase(zh: "，表格软件把编号变成了日期", en: ", a date that a spreadsheet made of a code"),
      wanted: Phrase(
        zh: "请把该列设为“文本”格式，重填 \(codes.joined(separator: " 或 "))",
        en: "\(codes.joined(separator: " or ")): format the column as text and type it again"))
  }

  /// A text that is no code of an indicator.
  public static func notIndicatorCode(_ text: String) -> FaultText {
    FaultText(
      found: told(text), wanted: Phrase(zh: "应为 领域.条.序号，如 2.2.1", en: "section.item.sequence, such as 2.2.1"))
  }

  /// What may stand there once only.
  public static func repeated(_ text: String, quoted: Bool = false, _ once: Once) -> FaultText {
    let said = quoted ? told(text) : .plain(text)
    return FaultText(found: said + Phrase(zh: " 重复", en: " again"), wanted: once.phrase)
  }

  /// What stands once only.
  public enum Once: Sendable {
    case unit, section, indicator, reporter, measure, rule, grade, remindDay
    /// A month of the indicator's profile.
    case month(of: String)
    /// An allocation of the indicator.
    case allocation(of: String)
    /// A name by which one unit is called.
    case shortName
    /// A total from which one grade is earned, beside another of that name.
    case grading(other: String)

    fileprivate var phrase: Phrase {
      switch self {
      case .unit: Phrase(zh: "每个单位只能有一行", en: "each unit once")
      case .section: Phrase(zh: "每个领域只能有一行", en: "each section once")
      case .indicator: Phrase(zh: "每个指标只能有一行", en: "each indicator once")
      case .reporter: Phrase(zh: "每个报送单位只填一次", en: "each reporter once")
      case .measure: Phrase(zh: "每种计量方式只能有一行", en: "each measure once")
      case .rule: Phrase(zh: "每条规则只能有一行", en: "each rule once")
      case .grade: Phrase(zh: "每个等次只能有一行", en: "each grade once")
      case .remindDay: Phrase(zh: "每个提醒日只填一次", en: "each day once")
      case .month(let code): Phrase(zh: "\(code) 每个月份只能有一行", en: "each month of \(code) once")
      case .allocation(let code): Phrase(zh: "\(code) 每个单位只能有一行", en: "one allocation of \(code) a unit")
      case .shortName: Phrase(zh: "不可与其他单位同名", en: "a name that no other unit has")
      case .grading(let other): Phrase(zh: "起始分不可与“\(other)”相同", en: "another total than that of '\(other)'")
      }
    }
  }

  /// A name that nothing has.
  public static func unknown(_ text: String, _ wanted: Known) -> FaultText {
    FaultText(found: told(text), wanted: wanted.phrase)
  }

  /// What a name must be one of.
  public enum Known: Sendable {
    case indicator, indicatorOfFile, unit, units, zone
    case reporter(of: String)
    case lastYears(year: Int)
    case lastYearsCode
    case remindDays

    fileprivate var phrase: Phrase {
      switch self {
      case .indicator: Phrase(zh: "指标表里没有此编号", en: "an indicator of indicators.csv")
      case .indicatorOfFile: Phrase(zh: "本表里没有此编号", en: "an indicator of this file")
      case .unit: Phrase(zh: "单位表里没有此单位", en: "a unit of units.csv")
      case .units: Phrase(zh: "单位表里没有此单位", en: "units of units.csv")
      case .zone: Phrase(zh: "应为时区名，如 Asia/Shanghai", en: "a zone of the tz database, such as Asia/Shanghai")
      case .reporter(let code): Phrase(zh: "应为 \(code) 的报送单位", en: "an expected reporter of \(code)")
      case .lastYears(let year): Phrase(zh: "\(year) 年计划里没有此编号", en: "an indicator of the plan for \(year)")
      case .lastYearsCode:
        Phrase(zh: "应为上年计划的指标编号，如 2.2.1", en: "the code of an indicator of last year's plan, such as 2.2.1")
      case .remindDays:
        Phrase(zh: "应为距报送日的天数，-62 到 62，如 -3 0 5", en: "days from the due date, -62 to 62, such as -3 0 5")
      }
    }
  }

  /// A section that is not among the sections.
  public static func unknownSection(_ section: Int) -> FaultText {
    FaultText(
      found: Phrase(zh: "领域 \(section)", en: "section \(section)"),
      wanted: Phrase(zh: "领域表里没有此领域", en: "a section of sections.csv"))
  }
}

extension Phrase {
  /// A text that both languages write alike.
  static func plain(_ text: some CustomStringConvertible) -> Phrase {
    Phrase(zh: text.description, en: text.description)
  }
}
