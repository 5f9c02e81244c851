import Attainment
import Wording

extension Measure {
  /// Whether a submission carries a column (method, section 4).
  enum Requirement: Sendable {
    case required
    case optional
    case refused
  }

  /// Whether a submission of the measure carries a column beside its keys.
  func requirement(of column: SubmissionColumn) -> Requirement {
    switch column {
    case .indicator, .unit, .period: .required
    case .reason, .nextStep, .evidence, .note: .optional
    case .value: self == .milestone || self == .progress ? .refused : .required
    case .denominator: takesDenominator ? .required : .refused
    case .baseValue: takesBase ? .optional : .refused
    case .baseDenominator: self == .intensityChange ? .optional : .refused
    case .stage: self == .milestone ? .required : .refused
    case .progress: self == .progress ? .required : self == .milestone ? .optional : .refused
    case .occurredOn: self == .milestone ? .optional : .refused
    }
  }
}
