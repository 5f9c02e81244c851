import Attainment

// How the values of an explanation stand in its JSON: codes as `data/` has them, months as 2020-06.

extension Accumulation: Encodable {}
extension Direction: Encodable {}
extension Expectation: Encodable {}
extension FindingCode: Encodable {}
extension FloorOrigin: Encodable {}
extension Frequency: Encodable {}
extension Light: Encodable {}
extension Measure: Encodable {}
extension Severity: Encodable {}
extension Stage: Encodable {}
extension Verdict: Encodable {}
extension VerdictBoundary.Side: Encodable {}

extension Month: Encodable {
  /// Encodes the month as 2020-06.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension Explanation.Step: Encodable {
  private enum Key: String, CodingKey {
    case formula, numerator, denominator, printed, isRounded
  }

  /// Encodes the exact value in lowest terms, its sign with the numerator, beside the value as printed.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encodeIfPresent(formula, forKey: .formula)
    try container.encode(exact.numeratorText, forKey: .numerator)
    try container.encode(exact.denominatorText, forKey: .denominator)
    try container.encode(amount.description, forKey: .printed)
    try container.encode(amount.isRounded, forKey: .isRounded)
  }
}
