import Attainment

extension WorkPlan {
  /// A unit that leads or reports.
  public struct Unit: Sendable, Equatable {
    /// Code.
    public var code: String
    /// Sort of unit.
    public var kind: UnitKind
    /// Chinese name.
    public var nameZH: String
    /// English name; the Chinese one where none is given.
    public var nameEN: String
    /// Short Chinese name, by which people call it; no other unit has it for a name.
    public var shortZH: String?
  }

  /// A section of the document.
  public struct Section: Sendable, Equatable {
    /// Number of the section.
    public var number: Int
    /// Chinese title.
    public var titleZH: String
    /// English title; the Chinese one where none is given.
    public var titleEN: String
  }
}
