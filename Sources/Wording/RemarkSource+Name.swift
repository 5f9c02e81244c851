import Attainment

extension RemarkSource: Named {
  /// What people call who says it.
  public var name: Phrase {
    switch self {
    case .unit: Term.reporter
    case .office: Term.office
    }
  }
}
