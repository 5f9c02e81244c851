/// The glossary: the words for what the method speaks of, one word for one thing. Codes have their names beside them, as
/// `Verdict.name`; columns, pages and sentences are made of these words.
public enum Term {
  // MARK: What is promised

  /// A year's work plan.
  public static let plan = Phrase(zh: "计划", en: "plan")
  /// A district.
  public static let district = Phrase(zh: "区", en: "district")
  /// A part of the plan's document.
  public static let section = Phrase(zh: "领域", en: "section")
  /// One thing that is promised.
  public static let indicator = Phrase(zh: "指标", en: "indicator")
  /// An indicator of the headline.
  public static let headline = Phrase(zh: "主要指标", en: "headline indicator")
  /// A livelihood project, ★.
  public static let livelihood = Phrase(zh: "实事项目", en: "livelihood project")
  /// What an indicator is to reach.
  public static let target = Phrase(zh: "目标", en: "target")
  /// A unit's part of a target.
  public static let allocation = Phrase(zh: "分解目标", en: "allocation")
  /// The month by which a target is to be met.
  public static let dueMonth = Phrase(zh: "完成月份", en: "due month")
  /// How an actual is made of figures.
  public static let measure = Phrase(zh: "计量方式", en: "measure")
  /// The unit of target and actual.
  public static let unitOfMeasure = Phrase(zh: "计量单位", en: "unit of measure")

  // MARK: Who

  /// A department, subdistrict or town.
  public static let unit = Phrase(zh: "单位", en: "unit")
  /// The unit that leads an indicator.
  public static let leadUnit = Phrase(zh: "牵头单位", en: "lead unit")
  /// A unit that submits figures of an indicator.
  public static let reporter = Phrase(zh: "报送单位", en: "reporter")
  /// The office that watches over the plan.
  public static let office = Phrase(zh: "主管部门", en: "office")

  // MARK: What is said

  /// Handing in figures.
  public static let submit = Phrase(zh: "报送", en: "submit")
  /// Sending figures back to their reporter.
  public static let sendBack = Phrase(zh: "退回", en: "return")
  /// The month that a figure is of.
  public static let figurePeriod = Phrase(zh: "数据月份", en: "figure period")
  /// Value or numerator.
  public static let value = Phrase(zh: "数值", en: "value")
  /// Denominator.
  public static let denominator = Phrase(zh: "分母", en: "denominator")
  /// The same value a year before.
  public static let baseValue = Phrase(zh: "同期基数", en: "base")
  /// The same denominator a year before.
  public static let baseDenominator = Phrase(zh: "同期分母", en: "base denominator")
  /// Stage of a milestone.
  public static let stage = Phrase(zh: "阶段", en: "stage")
  /// Progress in percent.
  public static let progress = Phrase(zh: "进度", en: "progress")
  /// When a stage was reached.
  public static let occurredOn = Phrase(zh: "发生日期", en: "reached on")
  /// Why a figure lags, as its reporter says.
  public static let reasonForLag = Phrase(zh: "滞后原因", en: "reason")
  /// What will be done about it.
  public static let nextStep = Phrase(zh: "下一步措施", en: "next step")
  /// Where what proves a figure can be found.
  public static let evidence = Phrase(zh: "佐证材料", en: "evidence")
  /// What a reporter wrote beside a figure.
  public static let note = Phrase(zh: "备注", en: "note")

  // MARK: What came of it

  /// The instant that the figures are taken at.
  public static let asOf = Phrase(zh: "数据截至", en: "as of")
  /// Where an indicator stands, in its unit.
  public static let actual = Phrase(zh: "实绩", en: "actual")
  /// Actual minus target.
  public static let gap = Phrase(zh: "与目标差距", en: "gap to the target")
  /// Meeting a target, after which the program is named.
  public static let meet = Phrase(zh: "达标", en: "meet the target")
  /// How far a target is met.
  public static let attainment = Phrase(zh: "达标率", en: "attainment")
  /// What should be reached by the time.
  public static let expected = Phrase(zh: "序时进度", en: "expected")
  /// Attainment against what is expected.
  public static let pace = Phrase(zh: "进度比", en: "pace")
  /// The share of the expected figures that are in.
  public static let coverage = Phrase(zh: "数据覆盖率", en: "coverage")
  /// Of a result that figures are still missing for.
  public static let provisional = Phrase(zh: "暂定", en: "provisional")
  /// Where the due month ends at this pace.
  public static let projected = Phrase(zh: "全年预计", en: "projected")
  /// What each month left has to bring.
  public static let requiredPerMonth = Phrase(zh: "后续月均需完成", en: "needed in each month left")
  /// The judgement.
  public static let verdict = Phrase(zh: "结论", en: "verdict")
  /// The light of a verdict.
  public static let light = Phrase(zh: "亮灯", en: "light")
  /// The worst indicator of a group.
  public static let worstIndicator = Phrase(zh: "最差指标", en: "worst indicator")
  /// What stands at odds with the figures.
  public static let finding = Phrase(zh: "核查问题", en: "finding")
  /// The kind of a finding.
  public static let findingCode = Phrase(zh: "问题类型", en: "kind of finding")
  /// How grave a finding is.
  public static let severity = Phrase(zh: "级别", en: "severity")
  /// The score of a lead unit.
  public static let score = Phrase(zh: "得分", en: "score")
  /// The lead units with their scores.
  public static let scorecards = Phrase(zh: "部门评分", en: "department scorecards")
  /// Figures submitted out of those due.
  public static let completeness = Phrase(zh: "报送完整率", en: "reported")
  /// Figures submitted in time out of those due.
  public static let timeliness = Phrase(zh: "报送及时率", en: "on time")
  /// Figures accepted out of those due.
  public static let acceptance = Phrase(zh: "审核通过率", en: "accepted")
  /// A unit's year in points.
  public static let appraisal = Phrase(zh: "年度评估", en: "appraisal")
  /// What rules add to a score, or take from it.
  public static let points = Phrase(zh: "加减分", en: "points")
  /// Figures that are invented, as notes and sources mark them.
  public static let sample = Phrase(zh: "样本数据", en: "synthetic")

  // MARK: Views

  /// Every indicator.
  public static let allIndicators = Phrase(zh: "全部指标", en: "all indicators")
  /// The units' parts of the targets.
  public static let byUnit = Phrase(zh: "分解到单位", en: "by unit")
  /// The indicators counted by section.
  public static let bySection = Phrase(zh: "分领域情况", en: "by section")
  /// The workbook of a month.
  public static let monthlyReport = Phrase(zh: "月报", en: "monthly report")

  // MARK: Yes and no

  /// How a truth is written.
  public static func truth(_ value: Bool) -> Phrase {
    value ? Phrase(zh: "是", en: "yes") : Phrase(zh: "否", en: "no")
  }
}
