import Attainment

/// What is wrong with a cell, by what stands in it.
extension FaultText {
  /// Nothing where something must be.
  public static func missing(_ column: SubmissionColumn, measure: Phrase? = nil) -> FaultText {
    FaultText(
      cell: "",
      wanted: Phrase(
        zh: measure.map { "\($0.zh)类指标必须填“\(column.name.zh)”" } ?? "“\(column.name.zh)”不能为空",
        en: measure.map { "a \(column.name.en), which the measure \($0.en) needs" } ?? "a \(column.name.en)"))
  }

  /// A word for nothing, as `-` or 无, where something must be.
  public static func nothingWhereRequired(_ text: String) -> FaultText {
    FaultText(
      cell: text,
      wanted: Phrase(zh: "此格必填：本期没有数据的，请删去这一行", en: "a figure; where there is none, delete the line"))
  }

  /// A word for nothing where nothing may be.
  public static func nothingWhereOptional(_ text: String) -> FaultText {
    FaultText(cell: text, wanted: Phrase(zh: "没有就留空", en: "an empty cell where there is none"))
  }

  /// A figure with thousands separators.
  ///
  /// `meant` is the figure without them, where only one can be meant.
  public static func separators(_ text: String, meant: String?) -> FaultText {
    FaultText(
      cell: text,
      wanted: meant.map {
        Phrase(zh: "请去掉千位分隔符，写成 \($0)", en: "a figure without thousands separators: \($0)")
      }
        ?? Phrase(
          zh: "逗号不能作小数点，也不像千位分隔：小数点请用“.”，不要分隔符，并核对数值",
          en: "a figure with a point before its decimals and without separators; which one is meant cannot be told"))
  }

  /// A percent or per mille sign beside a figure.
  public static func percentSign(_ text: String, unit: String?) -> FaultText {
    FaultText(
      cell: text,
      wanted: Phrase(
        zh: unit.map { "计量单位是“\($0)”，不报百分数" } ?? "只填数字，不带 % 或 ‰：12.5% 填 12.5",
        en: unit.map { "a figure in \($0), not a percentage" } ?? "a figure without a percent sign: 12.5 for 12.5 %"))
  }

  /// Words beside the digits, as 元 or km, that are not the indicator's unit.
  public static func words(_ text: String, words: String, unit: String?) -> FaultText {
    FaultText(
      cell: text,
      wanted: Phrase(
        zh: unit.map { "只填数字，不带“\(PlainText.of(words))”；计量单位是“\($0)”，请按“\($0)”填报" }
          ?? "只填数字，不带“\(PlainText.of(words))”",
        en: unit.map { "a figure in \($0), without \"\(PlainText.of(words))\"" }
          ?? "a figure without \"\(PlainText.of(words))\""))
  }

  /// A figure with an exponent.
  public static func exponent(_ text: String) -> FaultText {
    FaultText(cell: text, wanted: Phrase(zh: "请写出全部数字，不用科学计数法", en: "a figure without an exponent"))
  }

  /// A figure with a plus sign.
  public static func plusSign(_ text: String, meant: String) -> FaultText {
    FaultText(cell: text, wanted: Phrase(zh: "请去掉加号，写成 \(meant)", en: "a figure without a plus sign: \(meant)"))
  }

  /// A figure with more digits than a figure may have.
  public static func tooManyDigits(_ text: String) -> FaultText {
    FaultText(
      cell: text,
      wanted: Phrase(
        zh: "整数部分至多 \(Figure.integerDigits) 位，小数部分至多 \(Figure.fractionDigits) 位：请四舍五入后再填",
        en: "at most \(Figure.integerDigits) integer and \(Figure.fractionDigits) fraction digits"))
  }

  /// A formula, or the error of one.
  public static func formula(_ text: String) -> FaultText {
    FaultText(
      cell: text, wanted: Phrase(zh: "请填数值，不能是公式或公式错误", en: "a figure, not a formula or its error"))
  }

  /// A formula that nobody has calculated.
  public static func uncalculated(_ formula: String) -> FaultText {
    FaultText(
      found: Phrase(
        zh: "公式\(formula.isEmpty ? "" : " " + quoted("=" + formula).zh)没有经过计算",
        en: "a formula\(formula.isEmpty ? "" : " " + quoted("=" + formula).en) that was never calculated"),
      wanted: Phrase(
        zh: "请用 WPS 或 Excel 打开，核对后保存，或改填数值",
        en: "a value, or a file saved by a program that calculates its formulas"))
  }

  /// A text that is no figure.
  public static func notANumber(_ text: String) -> FaultText {
    FaultText(
      cell: text, wanted: Phrase(zh: "请填数字（如 1234.5）；没有就留空", en: "a figure such as 1234.5, or nothing"))
  }

  /// A cell that shows something other than what it holds.
  public static func shownOtherwise(stored: String, shown: String) -> FaultText {
    FaultText(
      found: Phrase(
        zh: shown.isEmpty ? "实际数值 \(stored)，但单元格什么也不显示" : "单元格显示为“\(PlainText.of(shown))”，实际存的是 \(stored)",
        en: shown.isEmpty
          ? "\(stored) in a cell that shows nothing"
          : "a cell that shows \"\(PlainText.of(shown))\" and holds \(stored)"),
      wanted: Phrase(
        zh: "请把单元格格式改为“常规”，核对数值后再报", en: "a cell that shows its own figure: format it as General and check it"))
  }

  /// A number that its format shows as a day.
  public static func shownAsDay(stored: String) -> FaultText {
    FaultText(
      found: Phrase(zh: "单元格按日期显示，实际存的是 \(stored)", en: "a cell that shows a date and holds \(stored)"),
      wanted: Phrase(
        zh: "请把单元格格式改为“常规”，核对数值后再报", en: "a cell that shows its own figure: format it as General and check it"))
  }

  /// Progress outside 0 to 100.
  public static func progressRange(_ text: String) -> FaultText {
    FaultText(cell: text, wanted: Phrase(zh: "进度应在 0 至 100 之间", en: "a percentage from 0 to 100"))
  }

  /// A text that is no stage.
  public static func stage(_ text: String, stages: [Phrase]) -> FaultText {
    FaultText(
      cell: text,
      wanted: Phrase(
        zh: "阶段应为：\(stages.map(\.zh).joined(separator: "、"))", en: "one of \(stages.map(\.en).joined(separator: ", "))")
    )
  }

  /// A rate of growth where the level is wanted.
  public static func rateInsteadOfLevel(_ text: String, unit: String?) -> FaultText {
    let inUnit = unit.map { Phrase(zh: "（\($0)）", en: " in \($0)") } ?? Phrase(zh: "", en: "")
    return FaultText(
      cell: text,
      wanted: Phrase(
        zh: "本指标报水平值\(inUnit.zh)和同期基数，增速由系统计算，不报增速",
        en: "the level\(inUnit.en) and that of last year, from which the rate of growth is computed; not the rate"))
  }
}

/// What is wrong with a daily average.
extension FaultText {
  /// A daily average where the quantity is wanted.
  public static func averageInsteadOfQuantity(_ text: String, unit: String) -> FaultText {
    FaultText(
      cell: text,
      wanted: Phrase(
        zh: "本指标报总量（\(unit)），日均由系统计算，不报日均数",
        en: "the quantity in \(unit), from which the daily average is computed; not the average"))
  }
}

/// What is wrong with a period or a day.
extension FaultText {
  /// A text that is no month.
  ///
  /// `meant` is the month, where only one can be meant.
  public static func period(_ text: String, meant: Month?) -> FaultText {
    FaultText(
      cell: text,
      wanted: meant.map { Phrase(zh: "如指 \($0.year) 年 \($0.month) 月，请写成 \($0)", en: "a month YYYY-MM, as \($0)") }
        ?? Phrase(zh: "期间应写成年-月，如 2020-03", en: "a month YYYY-MM, as 2020-03"))
  }

  /// Several months, or a quarter or half of a year.
  public static func severalMonths(_ text: String, last: Month?) -> FaultText {
    FaultText(
      cell: text,
      wanted: Phrase(
        zh: "期间只写一个月：累计数报在最后一个月" + (last.map { "，写成 \($0)" } ?? ""),
        en: "one month; a cumulative figure goes under its last month" + (last.map { ": \($0)" } ?? "")))
  }

  /// The number by which a spreadsheet keeps a day.
  public static func serial(_ text: String, day: Day?) -> FaultText {
    FaultText(
      found: Phrase(
        zh: "\(quoted(text).zh)像是表格软件的日期序号" + (day.map { "（\($0)）" } ?? ""),
        en: "\(quoted(text).en), which looks like the serial number of a date" + (day.map { " (\($0))" } ?? "")),
      wanted: Phrase(
        zh: "请把该格设为“文本”格式后重填，如 2020-03", en: "a month YYYY-MM: format the cell as text and type it again"))
  }

  /// A text that is no day.
  ///
  /// `meant` is the day, where only one can be meant.
  public static func day(_ text: String, meant: Day?) -> FaultText {
    FaultText(
      cell: text,
      wanted: meant.map { Phrase(zh: "日期应写成 \($0)", en: "a date of the calendar YYYY-MM-DD, as \($0)") }
        ?? Phrase(
          zh: "应为真实存在的日期 YYYY-MM-DD，如 2020-03-31", en: "a date of the calendar YYYY-MM-DD, as 2020-03-31"))
  }

  /// A day that no plan and no figure can speak of.
  public static func dayOutOfYears(_ text: String) -> FaultText {
    let (first, last) = (Day.years.lowerBound, Day.years.upperBound)
    return FaultText(
      found: told(text), wanted: Phrase(zh: "应为\(first)年至\(last)年间的日期", en: "a date of the years \(first) to \(last)"))
  }
}
