import Attainment
import Wording

extension Explanation {
  /// A computed figure: formula, exact value, and the value as printed.
  public struct Step: Sendable {
    /// The formula; none where the number is a setting of the plan.
    public let formula: Formula?
    /// The value.
    public let amount: Amount
    /// The exact value in lowest terms.
    public let exact: Fraction

    init(_ formula: Formula?, _ amount: Amount) {
      self.formula = formula
      self.amount = amount
      exact = amount.exact.lowestTerms
    }

    init(_ formula: Formula?, _ exact: Fraction) { self.init(formula, .fraction(exact)) }
  }

  /// Where a neighbouring verdict begins.
  public struct Boundary: Sendable, Encodable {
    /// The verdict.
    public let verdict: Verdict
    /// Side of the boundary on which it holds.
    public let side: VerdictBoundary.Side
    /// The boundary, in the unit of the actual.
    public let actual: String
    /// How far the actual has to move.
    public let distance: String

    init(_ boundary: VerdictBoundary) {
      verdict = boundary.verdict
      side = boundary.side
      actual = boundary.actual.description
      distance = boundary.distance.description
    }
  }
}
