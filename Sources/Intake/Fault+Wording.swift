import CSV

/// Faults that the file's own text shows.
extension Fault {
  static func encoding(_ line: TextEncoding.BadLine, under encoding: TextEncoding) -> Fault {
    Fault(
      .encoding, line: line.line, found: "bytes \(Hexadecimal.spelled(line.bytes)), which are not \(encoding.rawValue)",
      wanted: "a file in UTF-8 or GB18030", wantedChinese: "文件编码应为 UTF-8 或 GB18030")
  }

  static func csv(_ fault: CSVFault, column: SubmissionColumn?) -> Fault {
    Fault(
      .csv, line: fault.line, column: column?.rawValue ?? "", found: "\(fault.found) at byte \(fault.column)",
      wanted: fault.wanted, wantedChinese: "应为符合 RFC 4180 的 CSV")
  }

  static func noHeader() -> Fault {
    Fault(
      .noHeader, line: 1, found: "an empty file", wanted: "a header line and data lines",
      wantedChinese: "应有表头和数据行")
  }

  static func noData(line: Int) -> Fault {
    Fault(
      .noData, line: line, found: "a header and no data", wanted: "at least one data line", wantedChinese: "至少应有一行数据")
  }

  static func unknownColumn(_ name: String, line: Int) -> Fault {
    Fault(
      .unknownColumn, line: line, found: "column \(shown(name))",
      wanted: "columns among \(SubmissionColumn.allCases.map(\.rawValue).joined(separator: ", "))",
      wantedChinese: "列名应为：\(SubmissionColumn.allCases.map(\.chineseName).joined(separator: "、"))")
  }

  static func duplicateColumn(_ column: SubmissionColumn, line: Int) -> Fault {
    Fault(
      .duplicateColumn, line: line, column: column.rawValue, found: "the column a second time",
      wanted: "each column once", wantedChinese: "每列只能出现一次")
  }

  static func missingColumn(_ column: SubmissionColumn, line: Int) -> Fault {
    Fault(
      .missingColumn, line: line, column: column.rawValue, found: "no such column",
      wanted: "a column \(column.rawValue)", wantedChinese: "缺少“\(column.chineseName)”列")
  }

  static func fieldCount(_ count: Int, wanted: Int, line: Int) -> Fault {
    Fault(
      .fieldCount, line: line, found: "\(count) fields", wanted: "\(wanted) fields, as in the header",
      wantedChinese: "应与表头一致，共 \(wanted) 列")
  }

  static func missing(_ column: SubmissionColumn, line: Int, measure: String? = nil) -> Fault {
    Fault(
      .missing, line: line, column: column.rawValue, found: "nothing",
      wanted: measure.map { "a \(column.rawValue), which the measure \($0) needs" } ?? "a \(column.rawValue)",
      wantedChinese: "“\(column.chineseName)”不能为空")
  }

  static func figure(_ text: String, column: SubmissionColumn, line: Int) -> Fault {
    let (wanted, chinese) =
      switch FigureSyntax.flaw(of: text) {
      case .thousandsSeparator: ("a figure without thousands separators", "数字中不要用千位分隔符")
      case .percentSign: ("a figure without a percent sign: 12.5 for 12.5 %", "不要带百分号，12.5% 请填 12.5")
      case .fullWidth: ("a figure in half-width digits", "请用半角数字")
      case .magnitude: ("a figure in the indicator's own unit of measure, without 万 or 亿", "请按指标的计量单位填数，不要带“万”“亿”")
      case .exponent: ("a figure without an exponent", "不要用科学计数法")
      case .plusSign: ("a figure without a plus sign", "不要带加号")
      case .tooManyDigits: ("at most 14 integer and 6 fraction digits", "整数部分至多 14 位，小数部分至多 6 位")
      case .notANumber: ("a figure such as 1234.5, or nothing", "应为数字（如 1234.5）或留空")
      }
    return Fault(
      .figure, line: line, column: column.rawValue, found: shown(text), wanted: wanted, wantedChinese: chinese)
  }

  static func progress(_ text: String, line: Int) -> Fault {
    Fault(
      .progress, line: line, column: "progress", found: shown(text), wanted: "a percentage from 0 to 100",
      wantedChinese: "进度应在 0 至 100 之间")
  }

  static func period(_ text: String, line: Int) -> Fault {
    Fault(
      .period, line: line, column: "period", found: shown(text), wanted: "a month YYYY-MM, as 2020-03",
      wantedChinese: "期间应为 YYYY-MM，如 2020-03")
  }

  static func date(_ text: String, line: Int) -> Fault {
    Fault(
      .date, line: line, column: "occurred_on", found: shown(text), wanted: "a date YYYY-MM-DD, as 2020-03-31",
      wantedChinese: "日期应为 YYYY-MM-DD，如 2020-03-31")
  }

  static func stage(_ text: String, line: Int) -> Fault {
    Fault(
      .stage, line: line, column: "stage", found: shown(text), wanted: "not_started, started or completed",
      wantedChinese: "阶段应为未开工、已开工或已完成")
  }
}

/// Faults that only the plan and earlier submissions show.
extension Fault {
  static func noPlan(period: String, line: Int) -> Fault {
    Fault(
      .noPlan, line: line, column: "period", found: shown(period),
      wanted: "a month of a year whose work plan is loaded",
      wantedChinese: "该年度尚未载入工作计划")
  }

  static func unknownIndicator(_ code: String, nearest: String?, line: Int) -> Fault {
    Fault(
      .unknownIndicator, line: line, column: "indicator", found: shown(code),
      wanted: "an indicator of the year's plan" + (nearest.map { "; the nearest code is \($0)" } ?? ""),
      wantedChinese: "该年度计划中没有此指标" + (nearest.map { "，最接近的编号是 \($0)" } ?? ""))
  }

  static func unknownUnit(_ code: String, nearest: String?, line: Int) -> Fault {
    Fault(
      .unknownUnit, line: line, column: "unit", found: shown(code),
      wanted: "a unit of the year's plan" + (nearest.map { "; the nearest code is \($0)" } ?? ""),
      wantedChinese: "该年度计划中没有此单位" + (nearest.map { "，最接近的代码是 \($0)" } ?? ""))
  }

  static func foreignUnit(_ code: String, own: String, line: Int) -> Fault {
    Fault(
      .foreignUnit, line: line, column: "unit", found: shown(code),
      wanted: "\(own), the unit that this login speaks for",
      wantedChinese: "本账号只能报送 \(own) 的数据")
  }

  static func notReporter(_ unit: String, indicator: String, reporters: [String], line: Int) -> Fault {
    let beginning = reporters.prefix(8).joined(separator: ", ") + (reporters.count > 8 ? ", …" : "")
    return Fault(
      .notReporter, line: line, column: "unit", found: shown(unit),
      wanted: "an expected reporter of \(indicator): \(beginning)", wantedChinese: "该单位不是 \(indicator) 的填报单位")
  }

  static func notDue(_ period: String, frequency: String, line: Int) -> Fault {
    Fault(
      .notDue, line: line, column: "period", found: shown(period),
      wanted: "a month in which the indicator is due; its frequency is \(frequency)",
      wantedChinese: "该指标在此期间无需填报")
  }

  static func notOver(_ period: String, today: String, line: Int) -> Fault {
    Fault(
      .notOver, line: line, column: "period", found: shown(period), wanted: "a month that is over; today is \(today)",
      wantedChinese: "该期间尚未结束")
  }

  static func occurredInFuture(_ date: String, today: String, line: Int) -> Fault {
    Fault(
      .occurredInFuture, line: line, column: "occurred_on", found: shown(date),
      wanted: "a date that is not in the future; today is \(today)", wantedChinese: "发生日期不能晚于今天")
  }

  static func occurredAfterPeriod(_ date: String, period: String, line: Int) -> Fault {
    Fault(
      .occurredAfterPeriod, line: line, column: "occurred_on", found: shown(date),
      wanted: "a date not after the end of \(period)", wantedChinese: "发生日期不能晚于期间末")
  }

  static func notTaken(_ column: SubmissionColumn, _ text: String, measure: String, line: Int) -> Fault {
    Fault(
      .notTaken, line: line, column: column.rawValue, found: shown(text),
      wanted: "nothing: the measure \(measure) takes no \(column.rawValue)",
      wantedChinese: "此类指标不填“\(column.chineseName)”")
  }

  static func stageBack(_ stage: String, earlier: String, period: String, line: Int) -> Fault {
    Fault(
      .stageBack, line: line, column: "stage", found: shown(stage),
      wanted: "\(earlier) or later, as reported for \(period)", wantedChinese: "阶段不能倒退，\(period) 已报为 \(earlier)")
  }

  static func duplicate(_ key: String, first: Int, line: Int) -> Fault {
    Fault(
      .duplicate, line: line, found: "\(key) again, first on line \(first)",
      wanted: "each indicator, unit and period once in a file", wantedChinese: "同一文件内指标、单位、期间不能重复")
  }
}
