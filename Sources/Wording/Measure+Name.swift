import Attainment

extension Measure: Named {
  /// What people call the measure.
  public var name: Phrase {
    switch self {
    case .total: Phrase(zh: "总量", en: "total")
    case .stock: Phrase(zh: "存量", en: "stock")
    case .growth: Phrase(zh: "增速", en: "growth")
    case .rate: Phrase(zh: "公布增速", en: "rate")
    case .share: Phrase(zh: "占比", en: "share")
    case .ratio: Phrase(zh: "比值", en: "ratio")
    case .intensityChange: Phrase(zh: "强度变化率", en: "intensity change")
    case .dailyAverage: Phrase(zh: "日均量", en: "daily average")
    case .milestone: Phrase(zh: "节点", en: "milestone")
    case .progress: Phrase(zh: "进度", en: "progress")
    }
  }
}
