import Attainment

extension Expectation: Named {
  /// What people call what expected progress goes by.
  public var name: Phrase {
    switch self {
    case .always: Phrase(zh: "任一时点均适用", en: "as at any date")
    case .linear: Phrase(zh: "按月均衡", en: "in equal parts by month")
    case .atDue: Phrase(zh: "到完成月份一次计", en: "nothing before the due month")
    case .percentages: Phrase(zh: "按月度计划百分比", en: "by the plan's percentages a month")
    case .amounts: Phrase(zh: "按月度计划数量占全区目标的比重", en: "by the plan's amounts a month, as parts of the district's target")
    }
  }
}
