import Attainment
import Wording

extension Explanation {
  /// The target or the unit's allocation.
  public struct Target: Sendable, Encodable {
    /// v; none where the indicator that it is relative to has no actual that serves.
    public let value: Step?
    /// How far it may be missed; none where it may not.
    public let tolerance: String?
    /// What the ratio takes in the place of v, where there is a tolerance.
    public let compared: Step?
    /// Revision; none for an allocation.
    public let revision: String?
    /// Date of the decision.
    public let decidedOn: String?
    /// Whether it was decided by the as-of instant; otherwise nothing was, and the first revision applies.
    public let wasDecided: Bool
    /// Document of the decision.
    public let source: String?
    /// The indicator that it is relative to.
    public let relativeTo: Relative?
    /// How it came to be what it is, from the first revision to the one in force.
    public let changes: [Change]
    /// The same in a sentence; none where it is the first revision.
    public let changed: Phrase?
  }

  /// The indicator whose actual a target adds to.
  public struct Relative: Sendable, Encodable {
    /// Its code.
    public let indicator: String
    /// Its names.
    public let name: Phrase
    /// Its unit of measure.
    public let unitOfMeasure: String?
    /// Its actual; none where it has none that serves.
    public let actual: Step?
    /// Its own figure period.
    public let figurePeriod: Month?
    /// Whether its own figures are still missing, so that the row is provisional, too.
    public let provisional: Bool
    /// Whether its figures are of an earlier period than the row's, so that the row is provisional.
    public let isEarlier: Bool
    /// What is added to its actual.
    public let difference: String
  }

  /// A change of a target from one revision to the next.
  public struct Change: Sendable, Encodable {
    /// The earlier value, or difference from an indicator.
    public let from: String
    /// The indicator that the earlier one is relative to.
    public let fromRelativeTo: String?
    /// The later value, or difference from an indicator.
    public let to: String
    /// The indicator that the later one is relative to.
    public let toRelativeTo: String?
    /// Revision of the later one.
    public let revision: String
    /// Date of the decision.
    public let decidedOn: String
    /// Document of the decision.
    public let source: String?
  }
}
