import Attainment

/// Who reports what: the expected reporters of each indicator, in plan order and, within one, in the order of
/// `units.csv` (method, section 5).
public struct Assignments: Sendable {
  /// One indicator's figures as one unit reports them.
  public struct Assignment: Sendable, Hashable {
    /// Place of the indicator in the plan.
    public let indicator: Int
    /// Place of the unit in the plan.
    public let unit: Int
  }

  /// All of them, in order.
  public let all: [Assignment]

  private let ranges: [Range<Int>]
  private let indicatorPlaces: [String: Int]
  private let unitPlaces: [String: Int]
  private let places: [Assignment: Int]

  /// The assignments of a plan.
  ///
  /// - Parameter plan: a plan whose indicators are in plan order.
  public init(of plan: WorkPlan) {
    indicatorPlaces = Dictionary(
      plan.indicators.enumerated().map { ($1.code.description, $0) }, uniquingKeysWith: { first, _ in first })
    unitPlaces = Dictionary(plan.units.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    var all: [Assignment] = []
    var ranges: [Range<Int>] = []
    for (indicator, definition) in plan.indicators.enumerated() {
      let start = all.count
      let units = Set(definition.expectedReporters.compactMap { [unitPlaces] in unitPlaces[$0] })
      all += units.sorted().map { Assignment(indicator: indicator, unit: $0) }
      ranges.append(start..<all.count)
    }
    self.all = all
    self.ranges = ranges
    places = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, $0) })
  }

  /// The places of an indicator's assignments, one a reporter.
  ///
  /// - Parameter indicator: place of the indicator in the plan.
  /// - Returns: places in ``all``.
  public func places(ofIndicator indicator: Int) -> Range<Int> { ranges[indicator] }

  /// The place of an assignment; nil where the unit is no expected reporter of the indicator.
  public func place(ofIndicator indicator: Int, unit: Int) -> Int? {
    places[Assignment(indicator: indicator, unit: unit)]
  }

  /// The place of an indicator in the plan by its code; nil where the plan has none.
  public func indicator(_ code: String) -> Int? { indicatorPlaces[code] }

  /// The place of a unit in the plan by its code; nil where the plan has none.
  public func unit(_ code: String) -> Int? { unitPlaces[code] }
}
