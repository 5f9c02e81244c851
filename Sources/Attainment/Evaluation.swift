/// The judgement of one indicator, every cell filled as far as it can be (method, sections 4 to 9).
public struct Evaluation: Sendable {
  /// The figure period q, a month of the plan year.
  public var figurePeriod: Int?

  /// The accumulated value or numerator; nil for a milestone or progress.
  public var value: Figure?

  /// The accumulated denominator; the days of a daily average.
  public var denominator: Figure?

  /// The accumulated base.
  public var baseValue: Figure?

  /// The accumulated base denominator.
  public var baseDenominator: Figure?

  /// The actual, in the indicator's unit.
  public var actual: Amount?

  /// Actual minus target.
  public var gap: Amount?

  /// Attainment in percent.
  public var attainment: Fraction?

  /// Expected progress in percent.
  public var expected: Fraction?

  /// Expected progress in percent before whole things are counted.
  public var paced: Fraction?

  /// Pace in percent.
  public var pace: Fraction?

  /// Coverage in percent; nil while nothing is due.
  public var coverage: Fraction?

  /// Whether figures are still missing.
  public var isProvisional = false

  /// Projection to the year's end.
  public var projected: Fraction?

  /// Amount needed in each month left.
  public var requiredPerMonth: Fraction?

  /// Whether the ratio is infinite: a level of zero or less meets a target that is not to be exceeded.
  public var isMetByNothing = false

  /// What it counts in its lead unit's score, 0 to 100; nil where it counts nothing (method, section 10).
  public var credit: Fraction?

  /// The verdict.
  public var verdict: Verdict

  /// Why it is the verdict.
  public var reason: Reason

  /// The number of the rule that decided, 1 to 8.
  public var rule: Int { reason.rule }

  /// The verdict's light.
  public var light: Light { verdict.light }
}
