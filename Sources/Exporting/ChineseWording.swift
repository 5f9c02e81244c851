import Attainment

/// The Chinese words of the office's files: column headers and the labels of codes. The method's own words are in
/// `Attainment`; the rest stands here and nowhere else.
enum ChineseWording {
  /// The header of a view's column; nil for a column that has none yet.
  static func header(of column: String, in view: String) -> String? {
    headers["\(view).\(column)"] ?? headers[column]
  }

  /// The label of each code that a column of a view can hold; empty for a column of free text.
  static func labels(of column: String, in view: String) -> [String: String] {
    labels["\(view).\(column)"] ?? labels[column] ?? [:]
  }

  /// What stands before an indicator's code where a bare one could be taken for something else.
  static let indicatorPrefix = "指标"

  /// Whether a view's column holds codes of units, to be replaced by their names: where no column beside it names them.
  static func namesUnit(_ column: String, in view: String) -> Bool {
    column == "lead_unit" || column == "unit" && headers["\(view).unit"] == nil
  }

  /// The label of a truth.
  static func label(of truth: Bool) -> String { truth ? "是" : "否" }

  /// A month as `2020年6月`; the text itself when it is no month.
  static func label(ofPeriod period: String) -> String {
    guard let month = Month(parsing: period) else { return period }
    return "\(month.year)年\(month.month)月"
  }

  private static let verdicts = Dictionary(uniqueKeysWithValues: Verdict.allCases.map { ($0.rawValue, $0.nameZH) })
  private static let lights = Dictionary(uniqueKeysWithValues: Light.allCases.map { ($0.rawValue, $0.nameZH) })

  private static let stages = ["not_started": "未开工", "started": "已开工", "completed": "已完成"]

  private static let labels: [String: [String: String]] = [
    "verdict": verdicts,
    "worst_verdict": verdicts,
    "previous_verdict": verdicts,
    "light": lights,
    "measure": Dictionary(uniqueKeysWithValues: Measure.allCases.map { ($0.rawValue, $0.nameZH) }),
    "direction": Dictionary(uniqueKeysWithValues: Direction.allCases.map { ($0.rawValue, $0.nameZH) }),
    "severity": ["info": "提示", "warning": "警告", "error": "错误"],
    "required_stage": stages,
    "stage": stages,
    "kind": ["department": "部门", "subdistrict": "街道", "town": "镇", "other": "其他"],
    "code": [
      "missing": "缺报",
      "late": "迟报",
      "awaiting_review": "待审核",
      "returned": "已退回",
      "revised_after_publication": "发布后修订",
      "cumulative_decrease": "累计值下降",
      "part_exceeds_whole": "分项大于总项",
      "numerator_exceeds_denominator": "分子大于分母",
      "base_differs": "基数不一致",
      "no_base": "缺同期基数",
      "allocation_mismatch": "分解数不等于目标",
      "negative_value": "负值",
    ],
  ]

  static let headers: [String: String] = verdicts.merging(lights) { verdict, _ in verdict }.merging([
    "district": "区",
    "period": "报告月份",
    "indicator": "指标编号",
    "section": "章",
    "section_summary.title_zh": "章标题",
    "section_summary.title_en": "章标题（英文）",
    "section_title": "章",
    "item": "项",
    "unit": "单位",
    "department_scorecard.unit": "单位代码",
    "unit_ranking.unit": "单位代码",
    "reporting_rates.unit": "单位代码",
    "lead_unit": "牵头单位",
    "kind": "单位类别",
    "name_zh": "指标名称",
    "name_en": "指标名称（英文）",
    "department_scorecard.name_zh": "单位名称",
    "department_scorecard.name_en": "单位名称（英文）",
    "unit_ranking.name_zh": "单位名称",
    "unit_ranking.name_en": "单位名称（英文）",
    "reporting_rates.name_zh": "单位名称",
    "reporting_rates.name_en": "单位名称（英文）",
    "livelihood": "实事项目",
    "headline": "主要指标",
    "measure": "计量方式",
    "direction": "目标方向",
    "unit_of_measure": "计量单位",
    "target": "目标值",
    "target_revision": "目标版次",
    "figure_period": "数据月份",
    "value": "累计值（分子）",
    "denominator": "分母",
    "base_value": "同期基数",
    "base_denominator": "同期分母",
    "actual": "实绩",
    "gap": "与目标差距",
    "attainment_pct": "达标率（%）",
    "expected_pct": "序时进度（%）",
    "pace_pct": "进度比（%）",
    "verdict": "结论",
    "light": "亮灯",
    "rule": "判定规则",
    "coverage_pct": "数据覆盖率（%）",
    "provisional": "数据不全",
    "projected": "全年预计",
    "required_per_month": "后续月均需完成",
    "indicators": "指标数",
    "scored_indicators": "计分指标数",
    "score": "得分",
    "green_pct": "绿灯占比（%）",
    "worst_indicator": "最差指标",
    "worst_verdict": "最差指标结论",
    "worst_pace_pct": "最差指标进度比（%）",
    "completeness_pct": "报送完整率（%）",
    "timeliness_pct": "报送及时率（%）",
    "acceptance_pct": "审核通过率（%）",
    "place": "名次",
    "required_stage": "要求阶段",
    "due_month": "完成月份",
    "stage": "当前阶段",
    "occurred_on": "阶段日期",
    "due": "应报",
    "submitted": "已报",
    "on_time": "按时",
    "accepted": "已通过",
    "code": "问题类型",
    "severity": "级别",
    "message_zh": "说明",
    "message_en": "说明（英文）",
    "month": "截至月份",
    "previous_as_of": "上次截止时刻",
    "previous_target": "上次目标值",
    "previous_actual": "上次实绩",
    "previous_attainment_pct": "上次达标率（%）",
    "previous_verdict": "上次结论",
    "because": "变动原因",
  ]) { _, header in header }
}
