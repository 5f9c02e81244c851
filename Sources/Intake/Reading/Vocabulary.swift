import Attainment
import Wording

/// Every word that a file of figures is understood by. What people read is in `Wording`; here stands what is recognised.
enum Vocabulary {
  /// What a header's cell can name: a column of the format, or one that is known and not stored.
  enum Column: Hashable {
    case stored(SubmissionColumn)
    /// Name of the indicator, beside its code or in its place.
    case indicatorName
    /// Name of the unit, beside its code or in its place.
    case unitName
    /// Unit of measure; it must be the indicator's.
    case unitOfMeasure
    /// A column that tables of departments have and nobody needs here, such as 序号 or 目标值.
    case extra
  }

  /// The column of a header's name, without spaces and in lower case; nil for an unknown one.
  static func column(_ name: String) -> Column? { columns[name] }

  private static let columns: [String: Column] = {
    var columns: [String: Column] = [:]
    for column in SubmissionColumn.allCases {
      columns[column.name.en] = .stored(column)
      columns[column.name.zh] = .stored(column)
    }
    for (column, names) in otherNames { for name in names { columns[name] = column } }
    // The columns of the form that are there to be looked at.
    for column in FormText.Column.allCases where columns[column.rawValue] == nil { columns[column.rawValue] = .extra }
    return columns
  }()

  private static let otherNames: [(Column, [String])] = [
    (.stored(.indicator), ["指标编号", "指标代码", "指标编码", "指标号", "编号"]),
    (.indicatorName, ["指标名称", "指标名", "目标名称", "任务名称", "indicator_name", "name_zh", "name"]),
    (.stored(.unit), ["填报单位", "报送单位", "上报单位", "单位代码", "单位编号", "填报部门", "报送部门", "reporter"]),
    (.unitName, ["单位名称", "填报单位名称", "报送单位名称", "unit_name"]),
    (.unitOfMeasure, ["计量单位", "数值单位", "unit_of_measure"]),
    (
      .stored(.period),
      ["报告期", "报送期", "填报期", "数据期间", "数据月份", "所属期", "所属期间", "所属月份", "年月", "月份", "报告月份"]
    ),
    (
      .stored(.value),
      ["数据", "指标值", "实绩", "实际值", "完成值", "实际完成值", "累计值", "累计数", "累计完成", "累计完成值", "本期数值", "累计值分子", "分子"]
    ),
    (.stored(.denominator), ["分母数值"]),
    (.stored(.baseValue), ["同期数值", "同期数", "同期值", "基数"]),
    (.stored(.baseDenominator), ["同期分母数值"]),
    (.stored(.stage), ["当前阶段", "进展阶段", "工程阶段"]),
    (.stored(.progress), ["进度%", "完成进度", "形象进度"]),
    (.stored(.occurredOn), ["阶段日期", "完成日期", "发生时间"]),
    (.stored(.reason), ["原因", "未达进度原因", "滞后原因说明"]),
    (.stored(.nextStep), ["下一步", "下步措施", "下一步工作", "整改措施"]),
    (.stored(.evidence), ["佐证", "证明材料"]),
    (.stored(.note), ["说明", "附注", "注", "情况说明"]),
    (
      .extra,
      [
        "序号", "no", "no.", "目标", "目标值", "年度目标", "年度目标值", "全年目标", "牵头单位", "责任单位", "配合单位", "责任人", "分管领导",
        "指标类别", "指标类型", "类别", "计量方式", "频率", "报送频率", "目标方向", "章", "项", "章节", "达标率", "达标率%", "亮灯", "结论",
        "退回原因", "填报说明", "主要指标", "实事项目", "单位类别", "目标版次", "实绩与目标差距",
      ]
    ),
  ]

  /// A column of units of measure goes by 单位, too, where another names the reporting unit.
  static let doubtfulUnitName = "单位"

  /// Words in brackets behind a header's name that say the figures are of single months, or of the year so far.
  static let monthlyWords: Set<String> = ["当月", "本月", "当期", "单月"]
  static let cumulativeWords: Set<String> = ["累计", "本年累计", "年初至今", "年初累计"]

  /// Words in brackets behind a header's name that change nothing.
  static let idleWords: Set<String> = [
    "必填", "选填", "可选", "可不填", "数字", "数值", "分子", "0-100", "0~100", "0至100", "填报", "请填写",
  ]

  /// A stage as people write it; nil for any other text.
  static func stage(_ text: String) -> Stage? {
    Stage(rawValue: text.lowercased()) ?? stages.first { $0.names.contains(text) }?.stage
  }

  private static let stages: [(stage: Stage, names: Set<String>)] = [
    (.notStarted, ["未开工", "未启动", "未开始", "尚未开工", "尚未启动", "尚未开始"]),
    (.started, ["已开工", "已启动", "已开始"]),
    (.completed, ["已完成", "已全部完成"]),
  ]

  /// Words for nothing, which people put into cells that they have no figure for.
  static func isNothing(_ text: String) -> Bool {
    let text = HalfWidth.text(text).lowercased()
    return nothings.contains(text) || !text.isEmpty && text.allSatisfy { "-—–─/\\*×.…~".contains($0) }
  }

  private static let nothings: Set<String> = [
    "无", "暂无", "没有", "空", "n/a", "na", "null", "none", "nil", "无数据", "暂无数据", "未报", "未统计", "待定", "待报", "待补", "不适用",
  ]

  /// Whether a text begins a row of totals.
  static func isTotal(_ text: String) -> Bool {
    let bare = text.filter { !$0.isWhitespace && !":：".contains($0) }
    return totals.contains(bare)
      || totals.contains { bare.hasPrefix($0) && bare.dropFirst($0.count).first.map { "(（".contains($0) } == true }
  }

  private static let totals: Set<String> = [
    "合计", "总计", "小计", "共计", "累计", "总和", "总数", "平均", "平均值", "全区合计", "本页合计", "本页小计", "合计数", "汇总", "total", "sum",
    "subtotal",
  ]

  /// What a footer or a line above the header says about who sends the file.
  enum Contact: Hashable {
    case filledBy
    case checkedBy
    case phone
  }

  /// The label with which a footer's cell begins, what it is about if it is kept, and what follows it; nil for any other
  /// text.
  static func footer(_ text: String) -> (contact: Contact?, rest: String)? {
    let text = text.filter { !$0.isWhitespace }
    let bare = text.drop { "（(".contains($0) }
    for (contact, label) in footers where bare.hasPrefix(label) {
      let rest = bare.dropFirst(label.count)
      if rest.isEmpty || rest == ")" || rest == "）" { return (contact, "") }
      // 备注 begins a sentence as well as a label: the colon tells.
      if let mark = rest.first, ":：".contains(mark) { return (contact, String(rest.dropFirst())) }
      if let mark = rest.first, "（(".contains(mark) { return (contact, "") }
    }
    return nil
  }

  private static let footers: [(Contact?, String)] = [
    (.filledBy, "填表人"), (.filledBy, "填报人"), (.filledBy, "制表人"), (.filledBy, "经办人"), (.filledBy, "报送人"), (nil, "制表"),
    (.checkedBy, "审核人"), (.checkedBy, "复核人"), (nil, "审核"), (nil, "复核"), (nil, "审批"), (nil, "单位负责人"), (nil, "负责人"),
    (nil, "分管领导"), (nil, "领导签字"), (nil, "签字"), (nil, "签章"), (nil, "盖章"), (nil, "单位盖章"), (nil, "联系人"),
    (.phone, "联系电话"), (.phone, "联系方式"), (.phone, "电话"), (.phone, "手机"), (nil, "填表日期"), (nil, "填报日期"), (nil, "报送日期"),
    (nil, "报出日期"), (nil, "制表日期"), (nil, "日期"), (nil, "填表时间"), (nil, "填报时间"), (nil, "填报单位"), (nil, "报送单位"), (nil, "注"),
    (nil, "备注"), (nil, "说明"), (nil, "填报说明"), (nil, "填表说明"), (nil, "数据来源"), (nil, "资料来源"), (nil, "附件"), (nil, "以下空白"),
    (nil, "以下无正文"),
  ]

  /// What a cell states as the unit of measure, `单位：万元`; nil for any other text. The unit may be one of an office.
  static func statedUnit(_ text: String) -> String? {
    let text = text.filter { !$0.isWhitespace }.drop { "（(".contains($0) }
    for label in ["计量单位", "数值单位", "金额单位", "单位"] where text.hasPrefix(label) {
      let rest = text.dropFirst(label.count)
      guard let mark = rest.first, ":：".contains(mark) else { continue }
      let unit = rest.dropFirst().filter { !"）)".contains($0) }
      return unit.isEmpty ? nil : String(unit)
    }
    return nil
  }

  /// Units of measure, by which one is told from a name. Those of the plan are known beside them.
  static let unitsOfMeasure: Set<String> = [
    "元", "百元", "千元", "万元", "十万元", "百万元", "千万元", "亿元", "十亿元", "美元", "万美元", "亿美元", "人民币元", "%", "‰", "百分点", "个百分点", "个",
    "家", "户", "人", "万人", "人次", "万人次", "件", "万件", "项", "条", "台", "辆", "套", "幢", "栋", "处", "所", "座", "张", "次", "篇", "亩",
    "公顷", "平方米", "万平方米", "平方公里", "米", "公里", "千米", "吨", "万吨", "吨标准煤", "万吨标准煤", "千克", "公斤", "千瓦时", "万千瓦时", "亿千瓦时",
    "度", "天", "小时", "分钟", "分", "万", "亿", "千", "百", "百万", "千万", "k", "m", "倍", "万户", "万家", "万套", "kg", "t", "km", "m2",
    "m²", "㎡",
  ]

  /// What a unit of measure ends in that says so much a day.
  static let dailyEndings = ["/日", "/天"]

  /// Whether a unit of measure is one of rates.
  static func isPercent(_ unit: String) -> Bool {
    ["%", "‰", "百分点", "个百分点"].contains(comparable(unit: unit))
  }

  /// A unit of measure as it is compared: without spaces and brackets, in half-width, in lower case.
  static func comparable(unit: String) -> String {
    let bare = HalfWidth.text(unit).filter { !$0.isWhitespace && !"()（）[]【】".contains($0) }.lowercased()
    return bare == "¥" || bare == "人民币" || bare == "rmb" || bare == "圆" ? "元" : bare
  }

  /// The code with which a text begins, as `2.2.1` or `指标2.2.1`, and the name that may follow it; nil for any other text.
  static func indicatorCode(_ text: String) -> (code: String, name: String)? {
    let text = TidyText.code(text)
    guard
      let match = text.wholeMatch(
        of: /(?:指标)?\s*(?<code>\d{1,4}\.\d{1,4}\.\d{1,4})[\s、:：.★*-]*(?<name>.*)/.asciiOnlyDigits())
    else { return nil }
    return (String(match.code), String(match.name))
  }

  /// Whether a text is the heading of a part of the table: 一、经济发展, （二）民生, 第三章.
  static func isHeading(_ text: String) -> Bool {
    text.wholeMatch(of: /[（(][一二三四五六七八九十]{1,3}[）)].*|[一二三四五六七八九十]{1,3}[、.．].*|第[一二三四五六七八九十]+[章节部分].*/) != nil
  }

  /// A name without spaces, brackets and the marks that documents put before and into names.
  static func comparable(name: String) -> String {
    HalfWidth.text(TidyText.of(name)).lowercased().filter {
      !$0.isWhitespace && !"★☆*\"'“”‘’《》()（）[]【】、,，.。:：-".contains($0)
    }
  }

  /// What people call an office beside its full name: that name without what it ends in.
  static func shorter(officeName name: String) -> [String] {
    officeEndings.compactMap { ending, replacement in
      name.hasSuffix(ending) && name.count > ending.count ? name.dropLast(ending.count) + replacement : nil
    }
  }

  private static let officeEndings = [("人民政府办事处", ""), ("街道办事处", "街道"), ("人民政府", "")]

  /// Brackets behind a header's name, and marks that stand in their place.
  static func isOpening(_ character: Character) -> Bool { "([（【".contains(character) }
  static func isClosing(_ character: Character) -> Bool { ")]）】".contains(character) }
  static func divides(_ character: Character) -> Bool { "/:,，、_：".contains(character) }

  /// A text of a day or a month with the signs for them in letters: `2020年6月8日` as `2020Y6M8D`, a quarter as `2Q`, a half
  /// as `H1`, a year as `FY`, the first three quarters as `T9`; numerals in Arabic digits.
  static func calendar(_ text: String) -> String {
    var text = arabic(text.lowercased())
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
    for (sign, letters) in calendarSigns { text = text.replacing(sign, with: letters) }
    return text
  }

  private static let calendarSigns = [
    ("前三季度", "T9"), ("前3季度", "T9"), ("上半年", "H1"), ("下半年", "H2"), ("全年", "FY"), ("年度", "FY"), ("月累计", "M"), ("月份", "M"),
    ("月末", "M"), ("月底", "M"), ("月", "M"), ("第", ""), ("一季", "1季"), ("二季", "2季"), ("三季", "3季"), ("四季", "4季"),
    ("季度", "Q"),
    ("季", "Q"), ("年", "Y"), ("日", "D"), ("号", "D"), ("累计", ""), ("至", "~"), ("到", "~"),
  ]

  /// A text with `二〇二〇年六月` turned into `2020年6月`; one without year and month as it is.
  private static func arabic(_ text: String) -> String {
    guard text.contains("年") || text.contains("月"), text.contains(where: { digits[$0] != nil || $0 == "十" }) else {
      return text
    }
    var result = ""
    var run: [Character] = []
    for character in text {
      if digits[character] != nil || character == "十" {
        run.append(character)
      } else {
        result += number(run)
        run = []
        result.append(character)
      }
    }
    return result + number(run)
  }

  private static func number(_ run: [Character]) -> String {
    guard let ten = run.firstIndex(of: "十") else { return run.compactMap { digits[$0] }.map(String.init).joined() }
    let tens = ten == 0 ? 1 : digits[run[0]] ?? 0
    let ones = run.count > ten + 1 ? digits[run[ten + 1]] ?? 0 : 0
    return String(tens * 10 + ones)
  }

  private static let digits: [Character: Int] = [
    "〇": 0, "○": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]

  /// How files begin that are no tables, and what they are.
  static let marks: [(mark: [UInt8], form: FileForm)] = [
    (Array("%PDF".utf8), .otherDocument), (Array("{\\rtf".utf8), .otherDocument), (Array("Rar!".utf8), .otherDocument),
    ([0x37, 0x7A, 0xBC, 0xAF], .otherDocument), ([0x1F, 0x8B], .otherDocument),
    ([0x89, 0x50, 0x4E, 0x47], .otherDocument),
    ([0xFF, 0xD8, 0xFF], .otherDocument), (Array("GIF8".utf8), .otherDocument), (Array("BM6".utf8), .otherDocument),
    (Array("SQLite".utf8), .otherDocument), ([0x09, 0x08, 0x10, 0x00], .oldWorkbook),
    ([0x09, 0x08, 0x08, 0x00], .oldWorkbook),
    ([0x09, 0x04, 0x06, 0x00], .oldWorkbook), ([0x09, 0x02, 0x06, 0x00], .oldWorkbook),
    ([0x09, 0x00, 0x04, 0x00], .oldWorkbook),
    (Array("ID;P".utf8), .oldWorkbook),
  ]
}
