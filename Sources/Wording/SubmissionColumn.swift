/// The columns of a submission file, in the order of the format.
public enum SubmissionColumn: String, CaseIterable, Codable, Sendable {
  /// Code of the indicator.
  case indicator
  /// Code of the reporting unit.
  case unit
  /// Month that the figure is for.
  case period
  /// Value, or the numerator of a share or intensity.
  case value
  /// Denominator of a share or intensity.
  case denominator
  /// Value of the same period of the year before.
  case baseValue = "base_value"
  /// Denominator of the same period of the year before.
  case baseDenominator = "base_denominator"
  /// Stage of a milestone.
  case stage
  /// Progress in percent, 0 to 100.
  case progress
  /// Date on which the stage was reached.
  case occurredOn = "occurred_on"
  /// Why the figure lags.
  case reason
  /// What will be done about it.
  case nextStep = "next_step"
  /// Where what proves the figure can be found.
  case evidence
  /// Free text.
  case note

  /// What people call the column; the English name is the one of the format.
  public var name: Phrase {
    switch self {
    case .indicator: Phrase(zh: "指标", en: rawValue)
    case .unit: Phrase(zh: "单位", en: rawValue)
    case .period: Phrase(zh: "期间", en: rawValue)
    case .value: Phrase(zh: "数值", en: rawValue)
    case .denominator: Phrase(zh: "分母", en: rawValue)
    case .baseValue: Phrase(zh: "同期基数", en: rawValue)
    case .baseDenominator: Phrase(zh: "同期分母", en: rawValue)
    case .stage: Phrase(zh: "阶段", en: rawValue)
    case .progress: Phrase(zh: "进度", en: rawValue)
    case .occurredOn: Phrase(zh: "发生日期", en: rawValue)
    case .reason: Phrase(zh: Term.reasonForLag.zh, en: rawValue)
    case .nextStep: Phrase(zh: Term.nextStep.zh, en: rawValue)
    case .evidence: Phrase(zh: Term.evidence.zh, en: rawValue)
    case .note: Phrase(zh: "备注", en: rawValue)
    }
  }
}
