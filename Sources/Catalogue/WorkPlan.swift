import Attainment

/// A district's work plan of one year, read from its CSV files and checked as a whole.
public struct WorkPlan: Sendable, Equatable {
  /// How submissions come to count (method, section 3).
  public enum Review: String, Sendable, CaseIterable { case automatic, required }

  /// Whether `dabiao run --due` publishes a month again when its figures have changed since.
  public enum Republication: String, Sendable, CaseIterable { case never, changed }

  /// Code of the district.
  public var district = ""
  /// Chinese name of the district.
  public var districtZH = ""
  /// English name of the district; the Chinese one where none is given.
  public var districtEN = ""
  /// Plan year.
  public var year = 0
  /// Chinese title.
  public var titleZH = ""
  /// English title; the Chinese one where none is given.
  public var titleEN = ""
  /// Where it was published, and what in it is an assignment of its maker.
  public var source = ""
  /// Time zone of due dates and decisions.
  public var timeZone = ""
  /// Day of the month after a period by which its figures are due, 1 to 31 (method, section 2).
  public var dueDay = 1
  /// How many days before its end a period's figures are taken.
  public var earlyDays = 0
  /// How submissions come to count.
  public var review = Review.automatic
  /// Whether findings of severity error stop a publication.
  public var stopsOnError = false
  /// Whether a published month is published again when its figures change.
  public var republication = Republication.never
  /// Whether its figures are invented, which every output then says.
  public var isSample = false
  /// When departments are reminded of a figure: days from its due date, negative before it.
  public var remindDays: [Int] = []
  /// Why this version differs from the one before.
  public var changeNote: String?
  /// Units, in the order of the file.
  public var units: [Unit] = []
  /// Sections, in the order of the file.
  public var sections: [Section] = []
  /// Indicators in plan order: 2.2.1 before 2.10.1.
  public var indicators: [Indicator] = []
  /// Targets, in the order of the file.
  public var targets: [Target] = []
  /// Allocations, in the order of the file.
  public var allocations: [Allocation] = []
  /// Profiles, in the order of the file.
  public var profiles: [ProfilePoint] = []
  /// The plan's own floors in percent, by the measure whose default each replaces (method, section 8).
  public var floors: [Measure: Figure] = [:]
  /// What earns or costs points in the appraisal, in the order of the file; each rule at most once.
  public var appraisalRules: [AppraisalRule] = []
  /// The grades of the appraisal, in the order of the file.
  public var grades: [Grade] = []
  /// Responsibilities, in the order of the file.
  public var responsibilities: [Responsibility] = []
  /// Post holders, in the order of the file.
  public var postHolders: [PostHolder] = []
  /// SHA-256 over the files, by which the same plan is recognised.
  public var sha256: [UInt8] = []
}
