import Attainment

/// What the blank form of figures says. Forms are for clerks, and in Chinese alone.
public enum FormText {
  /// Name of the sheet that is filled in.
  public static let sheet = "报送表"
  /// Name of the sheet of explanations.
  public static let explanations = "报送说明"

  /// Columns of the form that are not stored.
  public enum Column: String, CaseIterable, Sendable {
    /// Name of the indicator.
    case name = "指标名称"
    /// Unit in which its figures are stated.
    case unitOfMeasure = "计量单位"
    /// What it is to reach.
    case target = "目标"
    /// The figure of the period before.
    case previous = "上期已报"
    /// The figure of the same period of last year.
    case lastYear = "去年同期已报"
    /// What is on record of the period itself.
    case onRecord = "已报情况"
    /// What is to be filled in.
    case instructions = "待填内容"
  }

  /// Title of the form.
  public static func title(unit: String, period: Month, plan: String) -> String {
    "\(unit) \(period.year)年\(period.month)月指标数据报送表（\(plan)）"
  }

  /// The line below the title.
  public static func subtitle(dueOn: Day?) -> String {
    (dueOn.map { "请于 \($0) 前报送；" } ?? "") + "只填白色单元格，没有数据的行留空；填写说明见“\(explanations)”"
  }

  /// Labels below the table; what stands behind them is kept with the file.
  public static let filledBy = "填报人："
  /// Who checked it.
  public static let checkedBy = "审核人："
  /// Whom to call.
  public static let phone = "电话："

  /// A target as the form shows it.
  ///
  /// - Parameters:
  ///   - value: the target; beside another indicator the difference from that one's actual.
  ///   - tolerance: by how much it may be missed; nil for not at all.
  ///   - other: code of the indicator that it is relative to; nil for none.
  ///   - unit: its unit of measure.
  ///   - direction: which side of it is good.
  /// - Returns: as `≥800亿元`.
  public static func target(
    _ value: Figure, tolerance: Figure?, relativeTo other: String?, unit: String?, direction: Direction?
  ) -> String {
    let sign =
      switch direction {
      case .atLeast: "≥"
      case .atMost: "≤"
      case .maintain: "保持"
      case nil: ""
      }
    let amount = value.description + (unit ?? "")
    let level = other.map { "指标\($0)实绩" + (value == .zero ? "" : (value < .zero ? "" : "+") + amount) } ?? amount
    return sign + level + (tolerance.map { "（允许偏差\($0)）" } ?? "")
  }

  /// What to fill in for a measure.
  ///
  /// - Parameters:
  ///   - measure: the measure.
  ///   - accumulation: how its periods add up.
  ///   - unit: the unit of values; nil where the plan does not tell it.
  ///   - denominatorUnit: the unit of denominators likewise.
  ///   - lastYear: the figure from which bases that are left empty are taken; nil where there is none.
  /// - Returns: a sentence without a full stop.
  public static func instructions(
    _ measure: Measure, accumulation: Accumulation, unit: String?, denominatorUnit: String?,
    lastYear: (indicator: String, period: Month, numbers: Quantities)?
  ) -> String {
    let inUnit = unit.map { "（\($0)）" } ?? ""
    let inDenominatorUnit = denominatorUnit.map { "（\($0)）" } ?? ""
    let span = accumulation == .cumulative ? "1月至本月累计" : accumulation == .monthly ? "本期" : "期末"
    switch measure {
    case .total: return "数值：\(span)\(inUnit)"
    case .stock: return "数值：期末水平\(inUnit)"
    case .dailyAverage: return "数值：\(span)总量\(inUnit)，日均由系统计算"
    case .growth:
      return "数值：\(span)水平值\(inUnit)，不填增速；同期基数：去年同期同口径，"
        + filled(lastYear, [lastYear?.numbers.value])
    case .rate: return "数值：公布的增速\(inUnit)，只填数字，下降的填负数"
    case .share: return "数值填分子\(inUnit)，分母填总数\(inDenominatorUnit)，均为\(span)，占比由系统计算"
    case .ratio: return "数值填分子\(inUnit)，分母填总数\(inDenominatorUnit)，均为\(span)，比值由系统计算"
    case .intensityChange:
      return "数值填消耗量\(inUnit)，分母填产出量\(inDenominatorUnit)，均为\(span)，不填变化率；同期基数、同期分母："
        + filled(lastYear, [lastYear?.numbers.value, lastYear?.numbers.denominator])
    case .milestone: return "阶段从列表选；进度 0–100；发生日期填达到该阶段的日期"
    case .progress: return "进度：0–100，不带 %"
    }
  }

  /// What becomes of bases that are left empty.
  private static func filled(
    _ lastYear: (indicator: String, period: Month, numbers: Quantities)?, _ numbers: [Figure?]
  ) -> String {
    let known = numbers.compactMap { $0 }
    guard let lastYear, known.count == numbers.count else { return "请填写，上年没有可采用的数" }
    return "留空则采用上年指标 \(lastYear.indicator) 在 \(lastYear.period) 的 "
      + known.map(\.description).joined(separator: "、")
  }

  /// The day by which a figure is due that has a due day of its own.
  public static func due(_ day: Day) -> String { "本项请于 \(day) 前报送" }

  /// A figure of another period.
  public static func figure(of period: Month, _ content: String) -> String { "\(period)：\(content)" }

  /// A figure that was returned.
  public static func returned(reason: String) -> String { "已退回：\(PlainText.of(reason, limit: 200))" }
  /// A figure that counts.
  public static func counted(_ content: String) -> String { "已报 \(content)，已生效" }
  /// A figure that waits for review.
  public static func awaiting(_ content: String) -> String { "已报 \(content)，待审核" }
  /// An indicator that lags, of which the reasons are asked.
  public static func lagging(light: String) -> String { "上月为\(light)：请填滞后原因和下一步措施" }

  /// Several sentences in one cell.
  public static func listed(_ sentences: [String]) -> String { sentences.joined(separator: "；") }

  /// What is said of a number that is none.
  public static let number = (title: "只能填数字", message: "请填数字，不带单位、百分号和千位分隔符")
  /// What is said of progress beyond its range.
  public static let progress = (title: "进度 0 至 100", message: "进度请填 0 至 100 之间的数字，不带 %")
  /// What is said of a stage that is none.
  public static let stage = (title: "请从列表中选", message: "阶段请从下拉列表中选择")
  /// What is said of a day that is none.
  public static let day = (title: "请填日期", message: "请填日期，如 2020-06-08")

  /// The page of explanations, a line each.
  public static let explanationLines = [
    "一、只填白色单元格；灰色单元格已锁定，不用填。",
    "二、数值按“计量单位”一列的单位填，只填数字：不带单位、百分号、千位分隔符，不要用公式引用其他文件。",
    "三、累计指标填年初至本期末的累计数；增速、强度类指标填水平值，增速由系统计算。",
    "四、没有数据的行整行留空，系统按“未填”处理，不会当作 0；确实为 0 的填 0。",
    "五、阶段从下拉列表选；发生日期不晚于本期末。",
    "六、红灯、黄灯的指标请填“滞后原因”和“下一步措施”，并同时填本期数据。",
    "七、请填表下方的填报人、审核人和电话。",
    "八、填好后直接保存报送（也可另存为“CSV UTF-8（逗号分隔）”）；请不要增删列，不要改动灰色单元格。",
  ]

  /// Name of a unit's form.
  public static func fileName(unit: String, period: Month) -> String {
    "报送表-\(unit)-\(period).xlsx"
  }
}
