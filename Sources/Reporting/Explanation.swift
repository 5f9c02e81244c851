import Attainment
import Wording

/// One row of a published month, down to its submissions, formula and rule.
///
/// Every figure is a text, so that no reader of its JSON takes an exact decimal for a binary number.
public struct Explanation: Sendable, Encodable {
  /// The publication that is explained.
  public struct Publication: Sendable, Encodable {
    /// Number of the run.
    public let runID: String
    /// As-of instant, in UTC.
    public let asOf: String
    /// As-of instant in the plan's time zone, for people.
    public let asOfLocal: String
    /// Time zone of the plan.
    public let timeZone: String
    /// Version of the plan.
    public let planVersion: String
    /// Version of the program that made the run.
    public let programVersion: String
  }

  /// What the plan says of the indicator.
  public struct Definition: Sendable, Encodable {
    /// Measure.
    public let measure: Measure
    /// Direction; none for a milestone or progress.
    public let direction: Direction?
    /// Unit of target and actual.
    public let unitOfMeasure: String?
    /// Accumulation.
    public let accumulation: Accumulation
    /// Frequency.
    public let frequency: Frequency
    /// Due month.
    public let dueMonth: Int
    /// Stage that a milestone must reach.
    public let requiredStage: Stage?
    /// Pace in percent below which it is off track.
    public let floorPct: String
    /// Whether a seasonal profile says what is expected by when.
    public let hasProfile: Bool
    /// Leading unit.
    public let leadUnit: String
  }

  /// The target or the unit's allocation.
  public struct Target: Sendable, Encodable {
    /// Value.
    public let value: String
    /// Revision; none for an allocation.
    public let revision: String?
    /// Date of the decision.
    public let decidedOn: String?
    /// Document of the decision.
    public let source: String?
  }

  /// Where a base comes from that counts.
  public enum BaseOrigin: String, Sendable, Encodable {
    /// The reporter stated it.
    case stated
    /// The reporter left it empty: it is last year's accepted figure.
    case lastYear = "last_year"
  }

  /// A submission that the row is made of.
  public struct Submission: Sendable, Encodable {
    /// Reporter.
    public let reporter: String
    /// Names of the reporter.
    public let name: Phrase
    /// Period.
    public let period: Month
    /// Revision that counts.
    public let revision: String
    /// Value or numerator.
    public let value: String?
    /// Denominator.
    public let denominator: String?
    /// Base that counts.
    public let baseValue: String?
    /// Where the base comes from.
    public let baseValueFrom: BaseOrigin?
    /// Base denominator that counts.
    public let baseDenominator: String?
    /// Where the base denominator comes from.
    public let baseDenominatorFrom: BaseOrigin?
    /// Stage of a milestone.
    public let stage: Stage?
    /// Progress as submitted.
    public let progress: String?
    /// Date on which the stage was reached.
    public let occurredOn: String?
    /// The reporter's note.
    public let note: String?
    /// When it was submitted, in UTC.
    public let submittedAt: String
    /// When it was submitted, in the plan's time zone.
    public let submittedAtLocal: String
    /// Login that submitted it.
    public let submittedBy: String
    /// File it came in.
    public let file: String
    /// Line of the file.
    public let line: String
    /// When it was accepted, in UTC.
    public let acceptedAt: String?
    /// When it was accepted, in the plan's time zone.
    public let acceptedAtLocal: String?
    /// Login that accepted it; none where the plan accepts by itself.
    public let acceptedBy: String?
  }

  /// What the submissions add up to.
  public struct Accumulated: Sendable, Encodable {
    /// A or N.
    public let value: String?
    /// D.
    public let denominator: String?
    /// B or N₀.
    public let baseValue: String?
    /// D₀.
    public let baseDenominator: String?
    /// Days of a daily average.
    public let days: Int?
    /// Sum of the reporters' progress.
    public let progressSum: String?
    /// Reporters with an accepted figure.
    public let reporters: Int
    /// Reporters expected.
    public let expectedReporters: Int
  }

  /// How many of the figures that coverage counts are in.
  public struct Coverage: Sendable, Encodable {
    /// Accepted.
    public let accepted: Int
    /// Due.
    public let due: Int
    /// In percent, as printed.
    public let pct: String
  }

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
    public let actual: Step
    /// How far the actual has to move.
    public let distance: Step

    init(_ boundary: VerdictBoundary) {
      verdict = boundary.verdict
      side = boundary.side
      actual = Step(nil, boundary.actual)
      distance = Step(nil, boundary.distance)
    }
  }

  /// A finding of the publication about the row.
  public struct Finding: Sendable, Encodable {
    /// Code.
    public let code: FindingCode
    /// Severity.
    public let severity: Severity
    /// Unit concerned.
    public let unit: String?
    /// Period concerned.
    public let figurePeriod: Month?
    /// The sentence.
    public let message: Phrase
  }

  /// Whether what was recomputed from the submissions equals what was published.
  public struct Check: Sendable, Encodable {
    /// A cell that differs.
    public struct Difference: Sendable, Encodable {
      /// Column of attainment.csv.
      public let column: String
      /// As published.
      public let published: String?
      /// As recomputed.
      public let recomputed: String?
    }

    /// Whether all cells are equal.
    public let isEqual: Bool
    /// Cells compared.
    public let compared: Int
    /// Cells that differ.
    public let differences: [Difference]
  }

  /// District.
  public let district: String
  /// Names of the district.
  public let districtName: Phrase
  /// Reported month.
  public let period: Month
  /// Indicator.
  public let indicator: String
  /// Names of the indicator.
  public let name: Phrase
  /// Unit; none for the district's own row.
  public let unit: String?
  /// Names of the unit.
  public let unitName: Phrase?
  /// The publication.
  public let publication: Publication
  /// What the plan says.
  public let definition: Definition
  /// Target or allocation.
  public let target: Target?
  /// Submissions, in the order of units and periods.
  public let submissions: [Submission]
  /// What they add up to.
  public let accumulated: Accumulated
  /// Figure period.
  public let figurePeriod: Month?
  /// Latest due period.
  public let latestDuePeriod: Month?
  /// Coverage; none while nothing is due.
  public let coverage: Coverage?
  /// Whether figures are still missing.
  public let provisional: Bool
  /// Actual.
  public let actual: Step?
  /// Actual minus target, as printed.
  public let gap: String?
  /// Attainment in percent.
  public let attainment: Step?
  /// Expected progress in percent.
  public let expected: Step?
  /// Pace in percent.
  public let pace: Step?
  /// Projection, as printed.
  public let projected: String?
  /// Amount needed in each month left, as printed.
  public let requiredPerMonth: String?
  /// Verdict.
  public let verdict: Verdict
  /// Its name in Chinese.
  public let verdictZH: String
  /// Light.
  public let light: Light
  /// Number of the rule that decided.
  public let rule: Int
  /// Why that rule.
  public let reason: Phrase
  /// Where the next better verdict begins.
  public let nextBetter: Boundary?
  /// Where the next worse verdict begins.
  public let nextWorse: Boundary?
  /// Findings of the publication about the indicator, or about the unit's part in it.
  public let findings: [Finding]
  /// Comparison with what was published.
  public let check: Check
}
