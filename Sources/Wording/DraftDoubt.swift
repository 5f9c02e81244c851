/// What the maker of a plan should look at in a target that was drafted from a document.
public enum DraftDoubt: Sendable, Hashable {
  /// 左右 or 约 says how near is near enough, but not in figures.
  case about(tolerance: String?)
  /// A range, of which the lower end was taken.
  case range(upper: String)
  /// Points of a percentage against what is not in the document.
  case points(String)
  /// A target that follows another indicator, which is not among the targets.
  case followsUnknown
  /// A target in step with another indicator.
  case follows(String)
  /// Whether its figures are amounts with their base, or rates that the statistics office publishes.
  case publishedRate
  /// No unit stands behind the number.
  case noUnit
  /// The unit was taken from what the sentence speaks of.
  case unitSupplied
  /// A number without a verb, of which it is not clear whether it adds up or is a level.
  case totalOrStock
  /// A part of the target before it.
  case part
  /// As many for each of so many, multiplied.
  case eachOf(String)
  /// All of a group, which the document does not count exactly.
  case wholeGroup
  /// A standard that is to be kept by each of them.
  case standard
  /// Work without a number, of which progress is reported in percent.
  case noNumber
  /// Several works in one clause.
  case several
  /// The base of what is to be kept is not in the document.
  case noBaseline
  /// A fall in numbers against last year.
  case fallInNumbers
  /// Only what is left after those that went counts.
  case net
  /// The goal is set as one that is striven for.
  case striven
  /// A date that the document sets.
  case dated
  /// A star stands before it in the sentence, but the subject has changed since.
  case starEnded
  /// A name too short to tell it from others.
  case shortName
  /// The denominator's count is part of the unit.
  case scale

  /// The doubt in words.
  public var phrase: Phrase {
    switch self {
    case .about(let tolerance?):
      Phrase(
        zh: "“左右”的幅度原文没有规定，暂按 \(tolerance) 作为容差，请确定",
        en: "the document does not say how near is near enough; a tolerance of \(tolerance) was put in: decide")
    case .about(nil):
      Phrase(zh: "“左右”的幅度原文没有规定，请填容差", en: "the document does not say how near is near enough: give a tolerance")
    case .range(let upper):
      Phrase(zh: "原文是区间，取下限；上限为 \(upper)", en: "a range, of which the lower end was taken; the upper is \(upper)")
    case .points(let points):
      Phrase(
        zh: "与其他数相比 \(points) 个百分点：请填比较对象，或换算成目标值",
        en: "\(points) points against another figure: name what it is compared with, or work out the target")
    case .followsUnknown:
      Phrase(
        zh: "与另一指标比较，计划里还没有该指标：请补一个参考指标并填“参照指标”",
        en: "it follows an indicator that the plan does not have: add it for reference and name it as relative_to")
    case .follows(let code):
      Phrase(zh: "与指标 \(code) 同步，请核对参照指标", en: "in step with \(code): check that it is the one meant")
    case .publishedRate:
      Phrase(
        zh: "按统计部门公布的可比价增速处理；如果报送水平值和同期基数，请改为“增速”",
        en: "taken as a rate that is published; where amounts and bases are submitted it is a growth")
    case .noUnit: Phrase(zh: "数字后面没有单位", en: "no unit stands behind the number")
    case .unitSupplied: Phrase(zh: "单位是按上下文补的", en: "the unit was supplied from the context")
    case .totalOrStock:
      Phrase(zh: "看不出是全年累加还是期末水平，请核对计量方式", en: "it does not say whether it adds up or is a level: check the measure")
    case .part: Phrase(zh: "按“其中”作为上一项的分项", en: "taken as part of the target before it")
    case .eachOf(let product):
      Phrase(zh: "原文为“各”若干，相乘得 \(product)", en: "so many for each, multiplied: \(product)")
    case .wholeGroup:
      Phrase(zh: "按对象全部覆盖（100%）处理，分母请核对", en: "taken as all of a group, 100 %: check the denominator")
    case .standard:
      Phrase(
        zh: "是每个对象都要达到的标准，按达标占比 100% 处理", en: "a standard for each of them: taken as the share that keeps it, 100 %")
    case .noNumber: Phrase(zh: "没有数字，按进度百分比报送", en: "no number: progress is reported in percent")
    case .several: Phrase(zh: "一句中有几项，请核对怎样拆分", en: "several works in one clause: check how they are split")
    case .noBaseline: Phrase(zh: "要求保持，原文没有基数，请补目标值", en: "to be kept, without a baseline: give the target")
    case .fallInNumbers:
      Phrase(zh: "减少的是件数，请按去年数换算成目标值", en: "a fall in numbers: work out the target from last year's figure")
    case .net: Phrase(zh: "净增数，报送口径请说明", en: "a net increase: say how it is counted")
    case .striven: Phrase(zh: "原文为“力争”，请确定是否作为考核目标", en: "it is striven for: decide whether it is a target")
    case .dated: Phrase(zh: "原文规定了时间，请核对完成月份", en: "the document sets a date: check the due month")
    case .starEnded:
      Phrase(
        zh: "同一句前面有★，此处主题已变，未作为实事项目", en: "a ★ stands before it in the sentence, but the subject has changed since")
    case .shortName: Phrase(zh: "名称过短，请改", en: "a name too short: give another")
    case .scale: Phrase(zh: "比值的换算系数是按单位推定的", en: "the scale of the ratio was taken from its unit")
    }
  }
}
