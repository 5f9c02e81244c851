import Attainment

/// What is wrong with a line by the plan, the windows and what is on record.
extension FaultText {
  /// A year without a plan.
  public static func noPlan(_ period: Month) -> FaultText {
    FaultText(
      cell: period.description,
      wanted: Phrase(zh: "\(period.year) 年度尚未载入工作计划", en: "a month of a year whose work plan is loaded"))
  }

  /// An indicator that the plan does not have.
  ///
  /// `nearest` is the code that was probably meant.
  /// `isDay` is whether a spreadsheet has made a date of the code.
  public static func unknownIndicator(_ text: String, nearest: String?, isDay: Bool) -> FaultText {
    FaultText(
      cell: text,
      wanted: Phrase(
        zh: "该年度计划中没有此指标" + (nearest.map { "，最接近的编号是 \($0)" } ?? "")
          + (isDay ? "；表格软件把编号变成了日期，请把该列设为“文本”格式后重填" : ""),
        en: "an indicator of the year's plan" + (nearest.map { "; the nearest code is \($0)" } ?? "")
          + (isDay ? "; the spreadsheet has made a date of the code: format the column as text" : "")))
  }

  /// A unit that the plan does not have.
  ///
  /// `nearest` is the code that was probably meant.
  public static func unknownUnit(_ text: String, nearest: String?) -> FaultText {
    FaultText(
      cell: text,
      wanted: Phrase(
        zh: "该年度计划中没有此单位" + (nearest.map { "，最接近的代码是 \($0)" } ?? ""),
        en: "a unit of the year's plan" + (nearest.map { "; the nearest code is \($0)" } ?? "")))
  }

  /// A unit of measure in the column of reporting units.
  public static func measureUnitForUnit(_ text: String) -> FaultText {
    FaultText(
      cell: text,
      wanted: Phrase(zh: "这是计量单位：此列要填报送单位，如“区统计局”", en: "a reporting unit, not a unit of measure"))
  }

  /// A name that several bear.
  public static func ambiguousName(_ text: String, codes: [String]) -> FaultText {
    FaultText(
      cell: text,
      wanted: Phrase(
        zh: "同名的有 \(codes.joined(separator: "、"))：请填编号",
        en: "a code: the name is that of \(codes.joined(separator: ", "))"))
  }

  /// A name beside a code that is another's.
  public static func otherName(_ text: String, code: String, name: String) -> FaultText {
    FaultText(
      cell: text,
      wanted: Phrase(
        zh: "\(code) 的名称是“\(PlainText.of(name))”：请核对是否串行", en: "the name of \(code): look whether rows have shifted"))
  }

  /// A unit that does not report the indicator.
  public static func notReporter(_ unit: String, indicator: String, reporters: [String]) -> FaultText {
    let beginning = reporters.prefix(8).joined(separator: ", ") + (reporters.count > 8 ? ", …" : "")
    return FaultText(
      cell: unit,
      wanted: Phrase(
        zh: "该单位不是 \(indicator) 的报送单位；报送单位是 \(beginning)", en: "an expected reporter of \(indicator): \(beginning)"))
  }

  /// A month without a figure of the indicator.
  public static func notDue(_ period: Month, frequency: Phrase) -> FaultText {
    FaultText(
      cell: period.description,
      wanted: Phrase(
        zh: "该指标此期无需填报，频率为\(frequency.zh)",
        en: "a month in which the indicator is due; its frequency is \(frequency.en)"))
  }

  /// A month whose figures are not taken yet.
  public static func notOver(_ period: Month, opening: Day, today: Day) -> FaultText {
    FaultText(
      cell: period.description,
      wanted: Phrase(
        zh: "该期间尚未结束，\(opening) 起接收，今天是 \(today)",
        en: "a month that is over; its figures are taken from \(opening) on, and today is \(today)"))
  }

  /// A period that the office has closed.
  public static func closed(_ period: Month, since: String) -> FaultText {
    FaultText(
      cell: period.description,
      wanted: Phrase(
        zh: "该期间已于 \(since) 关闭；确需补报请向主管部门申请例外",
        en: "a period that is open; this one was closed at \(since): ask the office for an exception"))
  }

  /// A day that has not come.
  public static func occurredInFuture(_ day: Day, today: Day) -> FaultText {
    FaultText(
      cell: day.description,
      wanted: Phrase(zh: "发生日期不能晚于今天（\(today)）", en: "a date that is not in the future; today is \(today)"))
  }

  /// A day after the period that it is reported for.
  public static func occurredAfterPeriod(_ day: Day, period: Month) -> FaultText {
    FaultText(
      cell: day.description,
      wanted: Phrase(zh: "发生日期不能晚于 \(period) 月末", en: "a date not after the end of \(period)"))
  }

  /// Something in a column that the measure does not take.
  public static func notTaken(_ column: SubmissionColumn, _ text: String, measure: Phrase) -> FaultText {
    FaultText(
      cell: text,
      wanted: Phrase(
        zh: "\(measure.zh)类指标不填“\(column.name.zh)”，请留空",
        en: "nothing: the measure \(measure.en) takes no \(column.name.en)"))
  }

  /// A stage behind that of an earlier period.
  public static func stageBack(_ stage: Phrase, earlier: Phrase, period: Month) -> FaultText {
    FaultText(
      found: Phrase(zh: "“\(stage.zh)”", en: "\"\(stage.en)\""),
      wanted: Phrase(
        zh: "阶段不能倒退，\(period) 已报为\(earlier.zh)", en: "\(earlier.en) or later, as reported for \(period)"))
  }

  /// A stage beyond that of a later period.
  public static func stageAhead(_ stage: Phrase, later: Phrase, period: Month) -> FaultText {
    FaultText(
      found: Phrase(zh: "“\(stage.zh)”", en: "\"\(stage.en)\""),
      wanted: Phrase(
        zh: "阶段不能倒退，\(period) 已报为\(later.zh)；如需更正请在同一文件中一并更正",
        en: "\(later.en) or earlier, as reported for \(period); or a correction of that period in the same file"))
  }

  /// A figure that stands in the file twice.
  public static func duplicate(_ key: String, firstLine: Int) -> FaultText {
    FaultText(
      found: Phrase(zh: "“\(key)”与第 \(firstLine) 行重复", en: "\"\(key)\" again, first on line \(firstLine)"),
      wanted: Phrase(
        zh: "同一文件内指标、单位、期间不能重复", en: "each indicator, unit and period once in a file"))
  }
}
