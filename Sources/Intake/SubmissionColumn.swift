/// The columns of a submission file, in the order of the format.
public enum SubmissionColumn: String, CaseIterable, Codable, Sendable {
  /// Code of the indicator.
  case indicator
  /// Code of the reporting unit.
  case unit
  /// Month, `YYYY-MM`.
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
  /// Free text.
  case note

  /// The column's Chinese name.
  public var chineseName: String {
    switch self {
    case .indicator: "指标"
    case .unit: "单位"
    case .period: "期间"
    case .value: "数值"
    case .denominator: "分母"
    case .baseValue: "同期数值"
    case .baseDenominator: "同期分母"
    case .stage: "阶段"
    case .progress: "进度"
    case .occurredOn: "发生日期"
    case .note: "备注"
    }
  }

  /// Whether a file without the column is refused.
  var isRequired: Bool { self == .indicator || self == .unit || self == .period }

  /// Place in the format's order, from 0.
  var ordinal: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// The column of a header's name, English or Chinese; nil for an unknown name.
  init?(header: String) {
    let header = header.lowercased()
    guard let column = Self(rawValue: header) ?? Self.allCases.first(where: { $0.chineseName == header }) else {
      return nil
    }
    self = column
  }
}
