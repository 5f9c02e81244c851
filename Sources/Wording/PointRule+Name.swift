import Attainment

extension PointRule: Named {
  /// What people call the rule.
  public var name: Phrase {
    switch self {
    case .missing: FindingCode.missing.name
    case .late: FindingCode.late.name
    case .returned: FindingCode.returned.name
    case .attained: Verdict.attained.name
    case .missed: Verdict.missed.name
    case .attainedEarly: Phrase(zh: "提前达标", en: "attained early")
    }
  }
}
