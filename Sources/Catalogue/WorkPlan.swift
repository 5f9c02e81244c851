import Attainment

/// A district's work plan of one year, read from its CSV files and checked as a whole.
public struct WorkPlan: Sendable {
  /// A unit that leads or reports.
  public struct Unit: Sendable {
    /// Code.
    public var code: String
    /// Sort of unit.
    public var kind: UnitKind
    /// Chinese name.
    public var nameZH: String
    /// English name.
    public var nameEN: String
  }

  /// A section of the document.
  public struct Section: Sendable {
    /// Number of the section.
    public var number: Int
    /// Chinese title.
    public var titleZH: String
    /// English title.
    public var titleEN: String
  }

  /// An indicator: one separately checkable target.
  public struct Indicator: Sendable {
    /// Code, as 2.2.1.
    public var code: IndicatorCode
    /// Whether it is a livelihood project (★).
    public var isLivelihood: Bool
    /// Whether it belongs to the headline.
    public var isHeadline: Bool
    /// Chinese name.
    public var nameZH: String
    /// English name.
    public var nameEN: String
    /// How its actual is made.
    public var measure: Measure
    /// Which side of the target is good.
    public var direction: Direction?
    /// Unit of target and actual, as printed.
    public var unitOfMeasure: String?
    /// How periods add up.
    public var accumulation: Accumulation
    /// When it is due.
    public var frequency: Frequency
    /// Code of the leading unit.
    public var leadUnit: String
    /// Codes of the reporters as given; empty means the leading unit.
    public var reporters: [String]
    /// Code of the indicator that it is part of.
    public var partOf: String?
    /// Month by whose end the target is to be met.
    public var dueMonth: Int
    /// Stage that a milestone must reach.
    public var requiredStage: Stage?
    /// Its own floor in percent.
    public var behindFloor: Figure?
    /// Weight in the scorecard.
    public var weight: Figure
    /// What a reader should know.
    public var note: String?
    /// Line in indicators.csv.
    var line: Int

    /// The units that are expected to report (method, section 5).
    public var expectedReporters: [String] { reporters.isEmpty ? [leadUnit] : reporters }
  }

  /// A revision of a target.
  public struct Target: Sendable {
    /// Code of the indicator.
    public var indicator: String
    /// Revision, from 1.
    public var revision: Int
    /// Value in the indicator's unit.
    public var value: Figure
    /// Date of the decision.
    public var decidedOn: Day
    /// Document of the decision.
    public var source: String?
  }

  /// A unit's share of a target.
  public struct Allocation: Sendable {
    /// Code of the indicator.
    public var indicator: String
    /// Code of the unit.
    public var unit: String
    /// The unit's own target.
    public var value: Figure
  }

  /// One month of a seasonal profile.
  public struct ProfilePoint: Sendable {
    /// Code of the indicator.
    public var indicator: String
    /// Month, 1 to 12.
    public var month: Int
    /// Percent expected by the end of the month.
    public var cumulativePercentage: Figure
  }

  /// Who answers for an indicator.
  public struct Responsibility: Sendable {
    /// Code of the indicator.
    public var indicator: String
    /// In what capacity.
    public var role: ResponsibleRole
    /// Unit, where one is named.
    public var unit: String?
    /// Post, where one is named.
    public var post: String?
  }

  /// Who held a post from when to when.
  public struct PostHolder: Sendable {
    /// Code of the post.
    public var post: String
    /// Name.
    public var name: String
    /// First day.
    public var from: Day
    /// Last day; nil while it lasts.
    public var to: Day?
  }

  /// How submissions come to count (method, section 3).
  public enum Review: String, Sendable, CaseIterable { case automatic, required }

  /// Whether `dabiao run --due` publishes a month again when its figures have changed since.
  public enum Republication: String, Sendable, CaseIterable { case never, changed }

  /// Code of the district.
  public var district = ""
  /// Chinese name of the district.
  public var districtZH = ""
  /// English name of the district.
  public var districtEN = ""
  /// Plan year.
  public var year = 0
  /// Chinese title.
  public var titleZH = ""
  /// English title.
  public var titleEN = ""
  /// Where it was published, and what in it is an assignment of its maker.
  public var source = ""
  /// Time zone of due dates and decisions.
  public var timeZone = ""
  /// Day of the month after a period by which its figures are due.
  public var dueDay = 1
  /// How submissions come to count.
  public var review = Review.automatic
  /// Whether findings of severity error stop a publication.
  public var stopsOnError = false
  /// Whether a published month is published again when its figures change.
  public var republication = Republication.never
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
  /// Responsibilities, in the order of the file.
  public var responsibilities: [Responsibility] = []
  /// Post holders, in the order of the file.
  public var postHolders: [PostHolder] = []
  /// SHA-256 over the files, by which the same plan is recognised.
  public var sha256: [UInt8] = []
}

/// The code of an indicator, `section.item.sequence`; ordered by its numbers.
public struct IndicatorCode: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Section of the document.
  public let section: Int
  /// Item within the section.
  public let item: Int
  /// Sequence within the item.
  public let sequence: Int

  /// A code such as `2.2.1`, its numbers from 1 to 9999 without leading zeros; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }.filter { (1...9999).contains($0) }
    guard parts.count == 3, numbers.count == 3 else { return nil }
    (section, item, sequence) = (numbers[0], numbers[1], numbers[2])
    guard description == text else { return nil }
  }

  /// The form `2.2.1`.
  public var description: String { "\(section).\(item).\(sequence)" }

  /// Whether one code comes before another in plan order.
  public static func < (a: IndicatorCode, b: IndicatorCode) -> Bool {
    (a.section, a.item, a.sequence) < (b.section, b.item, b.sequence)
  }
}
