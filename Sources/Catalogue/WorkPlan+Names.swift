import Wording

extension WorkPlan.Review: Named {
  /// What people call it.
  public var name: Phrase {
    switch self {
    case .automatic: PlanWord.automatic
    case .required: PlanWord.required
    }
  }
}

extension WorkPlan.Republication: Named {
  /// What people call it.
  public var name: Phrase {
    switch self {
    case .never: PlanWord.never
    case .changed: PlanWord.changed
    }
  }
}
