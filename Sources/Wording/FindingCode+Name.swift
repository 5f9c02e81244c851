import Attainment

extension FindingCode: Named {
  /// What people call the kind of finding.
  public var name: Phrase {
    switch self {
    case .missing: Phrase(zh: "缺报", en: "missing")
    case .late: Phrase(zh: "迟报", en: "late")
    case .awaitingReview: Phrase(zh: "待审核", en: "awaiting review")
    case .returned: Phrase(zh: "已退回", en: "returned")
    case .revisedAfterPublication: Phrase(zh: "发布后修订", en: "revised after publication")
    case .cumulativeDecrease: Phrase(zh: "累计值下降", en: "cumulative decrease")
    case .partExceedsWhole: Phrase(zh: "分项大于总项", en: "part exceeds whole")
    case .numeratorExceedsDenominator: Phrase(zh: "分子大于分母", en: "numerator exceeds denominator")
    case .baseDiffers: Phrase(zh: "同期基数不一致", en: "base differs")
    case .baseFilled: Phrase(zh: "同期基数代填", en: "base filled")
    case .noBase: Phrase(zh: "缺同期基数", en: "no base")
    case .allocationMismatch: Phrase(zh: "分解与目标不符", en: "allocation mismatch")
    case .negativeValue: Phrase(zh: "负值", en: "negative value")
    case .targetRevised: Phrase(zh: "目标调整", en: "target revised")
    case .implausible: Phrase(zh: "数值存疑", en: "implausible")
    case .jump: Phrase(zh: "数值突变", en: "jump")
    case .farAboveTarget: Phrase(zh: "远超目标", en: "far above target")
    case .atRisk: Phrase(zh: "走势有风险", en: "at risk")
    case .dueSoon: Phrase(zh: "即将到期", en: "due soon")
    case .nearTarget: Phrase(zh: "接近目标", en: "near target")
    }
  }
}
