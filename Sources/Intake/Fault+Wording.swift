import CSV

/// Faults of the file as a whole.
extension Fault {
  static func encoding(_ line: EncodingDoubt.Line, _ doubt: EncodingDoubt) -> Fault {
    let bytes = Hexadecimal.spelled(line.bytes)
    let found: (String, String) =
      switch doubt.kind {
      case .utf16: ("a file in UTF-16", "文件是 UTF-16（“Unicode 文本”）编码")
      case .utf32: ("a file in UTF-32", "文件是 UTF-32 编码")
      case .invalid(let encoding):
        ("bytes \(bytes), which are not \(encoding.rawValue)", "字节 \(bytes) 不是 \(encoding.rawValue) 文字")
      case .unlikely:
        (
          "bytes \(bytes), which in GB18030 would be rare characters; the file is probably in another encoding",
          "字节 \(bytes) 按 GB18030 解读是生僻字，文件可能是别的编码（如西文 Latin-1、Big5）"
        )
      case .ambiguous:
        (
          "bytes \(bytes), which can be read as UTF-8 and as GB18030", "字节 \(bytes) 既可读作 UTF-8 也可读作 GB18030，无法判定编码"
        )
      }
    return Fault(
      .encoding, line: line.line, found: found.0, foundChinese: found.1,
      wanted: "a file saved as \"CSV UTF-8\" (UTF-8 with a byte-order mark) or in GB18030",
      wantedChinese: "请在表格软件中另存为“CSV UTF-8（逗号分隔）”")
  }

  static func csv(_ fault: CSVFault, column: SubmissionColumn?) -> Fault {
    let (found, wanted) =
      switch fault.kind {
      case .strayQuote: ("没有加引号的单元格里出现了引号", "请给整个单元格加引号，里面的引号写两遍")
      case .textAfterQuote: ("后引号之后还有文字", "后引号之后应是逗号或行尾；单元格里的引号写两遍")
      case .unterminatedQuote: ("引号没有配对", "请补上后引号")
      case .nul: ("出现 NUL 字节", "请删去不可见字符")
      case .strayCarriageReturn: ("回车符后面没有换行符", "行尾应为 LF 或 CRLF")
      case .recordTooLong(let limit): ("一行超过 \(limit) 字节", "通常是引号没有配对，请检查")
      }
    return Fault(
      .csv, line: fault.line, column: column?.rawValue ?? "", found: "\(fault.found) at byte \(fault.column)",
      foundChinese: "第 \(fault.column) 字节处\(found)", wanted: fault.wanted, wantedChinese: wanted)
  }

  static func separator(_ name: String, _ chineseName: String, line: Int) -> Fault {
    Fault(
      .csv, line: line, found: "columns separated by \(name)", foundChinese: "各列用\(chineseName)分隔",
      wanted: "columns separated by commas", wantedChinese: "请用半角逗号分隔（另存为“CSV UTF-8（逗号分隔）”）")
  }

  static func noHeader() -> Fault {
    Fault(
      .noHeader, line: 1, found: "an empty file", foundChinese: "文件是空的", wanted: "a header line and data lines",
      wantedChinese: "应有表头和数据行")
  }

  static func noData(line: Int) -> Fault {
    Fault(
      .noData, line: line, found: "a header and no data", foundChinese: "只有表头，没有数据",
      wanted: "at least one data line", wantedChinese: "至少应有一行数据")
  }

  static func unknownColumn(_ name: String, line: Int) -> Fault {
    Fault(
      .unknownColumn, line: line, found: "column \(shown(name))", foundChinese: "列名 \(shown(name))",
      wanted: "columns among \(SubmissionColumn.allCases.map(\.rawValue).joined(separator: ", "))",
      wantedChinese: "列名应为：\(SubmissionColumn.allCases.map(\.chineseName).joined(separator: "、"))")
  }

  static func duplicateColumn(_ column: SubmissionColumn, line: Int) -> Fault {
    Fault(
      .duplicateColumn, line: line, column: column.rawValue, found: "the column a second time", foundChinese: "该列重复出现",
      wanted: "each column once", wantedChinese: "每列只能出现一次")
  }

  static func missingColumn(_ column: SubmissionColumn, line: Int) -> Fault {
    Fault(
      .missingColumn, line: line, column: column.rawValue, found: "no such column", foundChinese: "没有这一列",
      wanted: "a column \(column.rawValue)", wantedChinese: "请加上“\(column.chineseName)”列")
  }

  static func namelessColumn(_ text: String, line: Int) -> Fault {
    Fault(
      .namelessColumn, line: line, found: "\(shown(text)) in a column without a name",
      foundChinese: "\(shown(text))，所在列没有列名", wanted: "nothing, or a name of the column in the header",
      wantedChinese: "请补上列名或删去该内容")
  }

  static func fieldCount(_ count: Int, wanted: Int, line: Int) -> Fault {
    Fault(
      .fieldCount, line: line, found: "\(count) fields", foundChinese: "有 \(count) 列",
      wanted: "\(wanted) fields, as in the header", wantedChinese: "应与表头一致，共 \(wanted) 列（单元格里有逗号时要加引号）")
  }
}

/// Faults that a cell's own text shows.
extension Fault {
  static func missing(_ column: SubmissionColumn, line: Int, measure: String? = nil) -> Fault {
    Fault(
      .missing, line: line, column: column, cell: "",
      wanted: measure.map { "a \(column.rawValue), which the measure \($0) needs" } ?? "a \(column.rawValue)",
      wantedChinese: measure.map { "\(ChineseTerm.measure($0))类指标必须填“\(column.chineseName)”" }
        ?? "“\(column.chineseName)”不能为空")
  }

  static func figure(_ text: String, column: SubmissionColumn, line: Int) -> Fault {
    let flaw = FigureSyntax.flaw(of: text)
    let meant = FigureSyntax.meant(by: text, flaw)
    let (wanted, chinese) =
      switch flaw {
      case .thousandsSeparator: ("a figure without thousands separators", "请去掉千位分隔符")
      case .percentSign: ("a figure without a percent sign: 12.5 for 12.5 %", "请去掉百分号，12.5% 填 12.5")
      case .fullWidth: ("a figure in half-width characters", "请用半角数字")
      case .magnitude: ("a figure in the indicator's own unit of measure, without 万 or 亿", "请换算成指标的计量单位，不带“万”“亿”")
      case .unitOfMeasure: ("a figure without its unit of measure", "只填数字，不带单位")
      case .exponent: ("a figure without an exponent", "请写出全部数字，不用科学计数法")
      case .plusSign: ("a figure without a plus sign", "请去掉加号")
      case .tooManyDigits: ("at most 14 integer and 6 fraction digits", "整数部分至多 14 位，小数部分至多 6 位")
      case .formula: ("a figure, not a formula or its error", "请填数值，不能是公式或公式错误")
      case .notANumber: ("a figure such as 1234.5, or nothing", "请填数字（如 1234.5）；没有就留空")
      }
    let shows = flaw != .percentSign ? meant : nil
    return Fault(
      .figure, line: line, column: column, cell: text, wanted: wanted + (shows.map { ": \($0)" } ?? ""),
      wantedChinese: chinese + (shows.map { "，写成 \($0)" } ?? ""))
  }

  static func progress(_ text: String, line: Int) -> Fault {
    Fault(
      .progress, line: line, column: .progress, cell: text, wanted: "a percentage from 0 to 100",
      wantedChinese: "进度应在 0 至 100 之间")
  }

  static func period(_ text: String, line: Int) -> Fault {
    let meant = CalendarSyntax.periodMeant(by: text)
    return Fault(
      .period, line: line, column: .period, cell: text, wanted: "a month YYYY-MM, as \(meant ?? "2020-03")",
      wantedChinese: meant.map { "期间应写成 \($0)" } ?? "期间应为 YYYY-MM，如 2020-03")
  }

  static func date(_ text: String, line: Int) -> Fault {
    let meant = CalendarSyntax.dateMeant(by: text)
    return Fault(
      .date, line: line, column: .occurredOn, cell: text,
      wanted: "a date of the calendar YYYY-MM-DD, as \(meant ?? "2020-03-31")",
      wantedChinese: meant.map { "日期应写成 \($0)" } ?? "应为真实存在的日期 YYYY-MM-DD，如 2020-03-31")
  }

  static func stage(_ text: String, line: Int) -> Fault {
    Fault(
      .stage, line: line, column: .stage, cell: text, wanted: "not_started, started or completed",
      wantedChinese: "阶段应为未开工、已开工或已完成")
  }
}

/// Faults that only the plan, the windows and earlier submissions show.
extension Fault {
  static func noPlan(period: String, line: Int) -> Fault {
    Fault(
      .noPlan, line: line, column: .period, cell: period, wanted: "a month of a year whose work plan is loaded",
      wantedChinese: "该年度尚未载入工作计划")
  }

  static func unknownIndicator(_ code: String, nearest: String?, line: Int) -> Fault {
    let isDate = CalendarSyntax.dateMeant(by: code) != nil
    return Fault(
      .unknownIndicator, line: line, column: .indicator, cell: code,
      wanted: "an indicator of the year's plan" + (nearest.map { "; the nearest code is \($0)" } ?? "")
        + (isDate ? "; the spreadsheet has made a date of the code: format the column as text" : ""),
      wantedChinese: "该年度计划中没有此指标" + (nearest.map { "，最接近的编号是 \($0)" } ?? "")
        + (isDate ? "；表格软件把编号变成了日期，请把该列设为“文本”格式后重填" : ""))
  }

  static func unknownUnit(_ code: String, nearest: String?, line: Int) -> Fault {
    Fault(
      .unknownUnit, line: line, column: .unit, cell: code,
      wanted: "a unit of the year's plan" + (nearest.map { "; the nearest code is \($0)" } ?? ""),
      wantedChinese: "该年度计划中没有此单位" + (nearest.map { "，最接近的代码是 \($0)" } ?? ""))
  }

  static func notReporter(_ unit: String, indicator: String, reporters: [String], line: Int) -> Fault {
    let beginning = reporters.prefix(8).joined(separator: ", ") + (reporters.count > 8 ? ", …" : "")
    return Fault(
      .notReporter, line: line, column: .unit, cell: unit,
      wanted: "an expected reporter of \(indicator): \(beginning)",
      wantedChinese: "该单位不是 \(indicator) 的填报单位；填报单位是 \(beginning)")
  }

  static func notDue(_ period: String, frequency: String, line: Int) -> Fault {
    Fault(
      .notDue, line: line, column: .period, cell: period,
      wanted: "a month in which the indicator is due; its frequency is \(frequency)",
      wantedChinese: "该指标此期无需填报，频率为\(ChineseTerm.frequency(frequency))")
  }

  static func notOver(_ period: String, today: String, line: Int) -> Fault {
    Fault(
      .notOver, line: line, column: .period, cell: period, wanted: "a month that is over; today is \(today)",
      wantedChinese: "该期间尚未结束，今天是 \(today)")
  }

  static func closed(_ period: String, since: String, line: Int) -> Fault {
    Fault(
      .closed, line: line, column: .period, cell: period,
      wanted: "a period that is open; this one was closed at \(since): ask the office for an exception",
      wantedChinese: "该期间已于 \(since) 关闭；确需补报请向主管部门申请例外")
  }

  static func occurredInFuture(_ date: String, today: String, line: Int) -> Fault {
    Fault(
      .occurredInFuture, line: line, column: .occurredOn, cell: date,
      wanted: "a date that is not in the future; today is \(today)", wantedChinese: "发生日期不能晚于今天（\(today)）")
  }

  static func occurredAfterPeriod(_ date: String, period: String, line: Int) -> Fault {
    Fault(
      .occurredAfterPeriod, line: line, column: .occurredOn, cell: date,
      wanted: "a date not after the end of \(period)", wantedChinese: "发生日期不能晚于 \(period) 月末")
  }

  static func notTaken(_ column: SubmissionColumn, _ text: String, measure: String, line: Int) -> Fault {
    Fault(
      .notTaken, line: line, column: column, cell: text,
      wanted: "nothing: the measure \(measure) takes no \(column.rawValue)",
      wantedChinese: "\(ChineseTerm.measure(measure))类指标不填“\(column.chineseName)”，请留空")
  }

  static func stageBack(_ stage: String, earlier: String, period: String, line: Int) -> Fault {
    Fault(
      .stageBack, line: line, column: .stage, cell: stage, wanted: "\(earlier) or later, as reported for \(period)",
      wantedChinese: "阶段不能倒退，\(period) 已报为\(ChineseTerm.stage(earlier))")
  }

  static func stageAhead(_ stage: String, later: String, period: String, line: Int) -> Fault {
    Fault(
      .stageBack, line: line, column: .stage, cell: stage,
      wanted: "\(later) or earlier, as reported for \(period); or a correction of that period in the same file",
      wantedChinese: "阶段不能倒退，\(period) 已报为\(ChineseTerm.stage(later))；如需更正请在同一文件中一并更正")
  }

  static func duplicate(_ key: String, first: Int, line: Int) -> Fault {
    Fault(
      .duplicate, line: line, found: "\(shown(key)) again, first on line \(first)",
      foundChinese: "\(shown(key)) 与第 \(first) 行重复", wanted: "each indicator, unit and period once in a file",
      wantedChinese: "同一文件内指标、单位、期间不能重复")
  }
}
