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

  /// What the office says of the indicator in the month.
  public struct Comment: Sendable, Encodable {
    /// The text.
    public let text: String
    /// When it was said, in UTC.
    public let saidAt: String
    /// When it was said, in the plan's time zone.
    public let saidAtLocal: String
    /// Login that said it.
    public let saidBy: String
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
  /// Periods up to the reported month of which figures are not accepted, as far as they matter.
  public let outstanding: [Outstanding]
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
  /// Expected progress in percent, before whole things are counted.
  public let paced: Step?
  /// Expected progress in percent.
  public let expected: Step?
  /// Whether that is in whole things.
  public let expectedInWhole: Bool
  /// Pace in percent.
  public let pace: Step?
  /// Projection to the due month.
  public let projected: Step?
  /// Amount needed in each month left.
  public let requiredPerMonth: Step?
  /// How last year went.
  public let lastYear: LastYear?
  /// What it counts in the lead unit's score, 0 to 100; none where it is left out, and for a unit's row.
  public let credit: Step?
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
  /// What the office says of the indicator in the month; none where nothing stands.
  public let comment: Comment?
  /// Findings of the publication about the indicator, or about the unit's part in it.
  public let findings: [Finding]
  /// Comparison with what was published.
  public let check: Check
}
