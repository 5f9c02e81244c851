import Attainment

extension ResponsibleRole: Named {
  /// What people call the role.
  public var name: Phrase {
    switch self {
    case .leader: Phrase(zh: "分管领导", en: "leader in charge")
    case .lead: Term.leadUnit
    case .support: Phrase(zh: "配合单位", en: "supporting unit")
    }
  }
}
