import Attainment
import Wording

/// Something that an analyst must know before trusting a figure (method, section 11).
struct Finding: Sendable {
  /// What it is.
  let code: FindingCode
  /// How grave it is.
  let severity: Severity
  /// Place of the indicator in the plan.
  let indicator: Int
  /// Place of the unit in the plan; nil for the district.
  let unit: Int?
  /// The period concerned, 1 to 12; nil for none.
  let period: Int?
  /// What there is to say, which quotes the figures.
  let message: Phrase

  init(
    _ code: FindingCode, _ indicator: Int, unit: Int? = nil, period: Int? = nil, severity: Severity? = nil,
    _ message: Phrase
  ) {
    self.code = code
    self.severity = severity ?? code.severity
    self.indicator = indicator
    self.unit = unit
    self.period = period
    self.message = message
  }
}
