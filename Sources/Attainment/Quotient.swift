/// A quotient as printed: rounded to 4 decimals, half away from zero (method, section 1).
public struct Quotient: Sendable, Equatable, CustomStringConvertible {
  let isNegative: Bool
  let tenThousandths: Magnitude

  /// Plain decimal without trailing zeros: `103.5`, `-0.0667`, `0`.
  public var description: String {
    DecimalText.of(digits: tenThousandths.description, places: 4, isNegative: isNegative)
  }
}
