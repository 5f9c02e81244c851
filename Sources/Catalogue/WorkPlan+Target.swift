import Attainment

extension WorkPlan {
  /// A revision of a target.
  public struct Target: Sendable, Equatable {
    /// Code of the indicator.
    public var indicator: String
    /// Revision, from 1.
    public var revision: Int
    /// Value in the indicator's unit; beside `relativeTo` the difference from that one's actual, 0 where none is given.
    public var value: Figure
    /// How far the value may be missed and still counts as met, in its unit (method, section 6).
    public var tolerance: Figure?
    /// Code of the indicator to whose actual the value is added (method, section 6).
    public var relativeTo: String?
    /// Date of the decision.
    public var decidedOn: Day
    /// Document of the decision.
    public var source: String?
  }

  /// A unit's share of a target.
  public struct Allocation: Sendable, Equatable {
    /// Code of the indicator.
    public var indicator: String
    /// Code of the unit.
    public var unit: String
    /// The unit's own target.
    public var value: Figure
  }

  /// One month of a profile; the points of an indicator are of one kind (method, section 7).
  public struct ProfilePoint: Sendable, Equatable {
    /// What is expected by the end of a month.
    public enum Expected: Sendable, Hashable {
      /// So many percent of the target.
      case percentage(Figure)
      /// So much, in the unit of the target.
      case amount(Figure)
    }

    /// Code of the indicator.
    public var indicator: String
    /// Month, 1 to 12.
    public var month: Int
    /// What is expected by the end of the month.
    public var expected: Expected
  }
}
