import Attainment
import Wording

extension Explanation {
  /// Where a base comes from that counts.
  public enum BaseOrigin: String, Sendable, Encodable {
    /// The reporter stated it.
    case stated
    /// The reporter left it empty: it is last year's accepted figure.
    case lastYear = "last_year"
    /// The reporter left it empty, and there is no figure of last year.
    case missing
  }

  /// Last year's figure that a base was taken from: the same reporter's.
  public struct LastYearsFigure: Sendable, Encodable {
    /// Code of the continued indicator in last year's plan.
    public let indicator: String
    /// Period.
    public let period: Month
    /// Revision.
    public let revision: String
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
    /// Where last year's figures were taken from; none where none was.
    public let taken: LastYearsFigure?
    /// Stage of a milestone.
    public let stage: Stage?
    /// Progress as submitted.
    public let progress: String?
    /// Date on which the stage was reached.
    public let occurredOn: String?
    /// Why the figure lags.
    public let lagReason: String?
    /// What will be done about it.
    public let nextStep: String?
    /// Where what proves the figure can be found.
    public let evidence: String?
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

  /// A period of which figures are not accepted.
  public struct Outstanding: Sendable, Encodable {
    /// A reporter whose figure is not accepted.
    public struct Reporter: Sendable, Encodable {
      /// Code.
      public let reporter: String
      /// Names.
      public let name: Phrase
      /// What became of the figure: missing, awaiting review or returned.
      public let standing: FindingCode
    }

    /// The period.
    public let period: Month
    /// Date by which its figures are due.
    public let dueOn: String
    /// Whether that date has passed.
    public let isDue: Bool
    /// How many reporters have an accepted figure.
    public let accepted: Int
    /// Who has none.
    public let reporters: [Reporter]
  }

  /// Last year's course (method, section 9).
  public struct LastYear: Sendable, Encodable {
    /// Code of the continued indicator in last year's plan.
    public let indicator: String
    /// The month of last year.
    public let period: Month
    /// Its actual then.
    public let actual: Step
    /// Where this year leads if the rest of it goes as last year's went.
    public let projected: Step?
  }
}
