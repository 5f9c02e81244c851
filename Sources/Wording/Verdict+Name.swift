import Attainment

extension Verdict: Named {
  /// What people call the verdict.
  public var name: Phrase {
    switch self {
    case .forReference: Phrase(zh: "参考", en: "for reference")
    case .awaitingReview: Phrase(zh: "待审核", en: "awaiting review")
    case .notDue: Phrase(zh: "未到报期", en: "not due")
    case .noData: Phrase(zh: "无数据", en: "no data")
    case .notAssessable: Phrase(zh: "无法评定", en: "not assessable")
    case .attained: Phrase(zh: "已达标", en: "attained")
    case .missed: Phrase(zh: "未达标", en: "missed")
    case .overdue: Phrase(zh: "逾期未报", en: "overdue")
    case .onTrack: Phrase(zh: "符合进度", en: "on track")
    case .behind: Phrase(zh: "略有滞后", en: "behind")
    case .offTrack: Phrase(zh: "严重滞后", en: "off track")
    }
  }
}
