import Attainment

/// Who reports what: the reporters of each indicator, in plan order and, within one, in the order of `units.csv`
/// (method, section 5).
public struct Assignments: Sendable {
  /// One indicator's figures as one unit reports them.
  public struct Assignment: Sendable, Hashable {
    /// Place of the indicator.
    public let indicator: Int
    /// Place of the unit.
    public let unit: Int
  }

  /// All of them, in order.
  public let all: [Assignment]

  private let ranges: [Range<Int>]
  private let indicatorPlaces: [String: Int]
  private let unitPlaces: [String: Int]
  private let places: [Assignment: Int]

  /// The expected reporters of a plan.
  ///
  /// - Parameter plan: a plan whose indicators are in plan order.
  public init(of plan: WorkPlan) {
    self.init(
      indicators: plan.indicators.map { (code: $0.code.description, reporters: $0.expectedReporters) },
      units: plan.units.map(\.code))
  }

  /// The reporters of some indicators.
  ///
  /// - Parameters:
  ///   - indicators: codes of the indicators and of those who report each.
  ///   - units: codes of the units, in their order; who is none of them is left out.
  public init(indicators: [(code: String, reporters: [String])], units: [String]) {
    let unitPlaces = Dictionary(units.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var all: [Assignment] = []
    var ranges: [Range<Int>] = []
    for (indicator, definition) in indicators.enumerated() {
      let start = all.count
      all += Set(definition.reporters.compactMap { unitPlaces[$0] }).sorted().map { unit in
        Assignment(indicator: indicator, unit: unit)
      }
      ranges.append(start..<all.count)
    }
    self.all = all
    self.ranges = ranges
    self.unitPlaces = unitPlaces
    indicatorPlaces = Dictionary(
      indicators.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    places = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, $0) })
  }

  /// The places of an indicator's assignments, one a reporter.
  ///
  /// - Parameter indicator: place of the indicator.
  /// - Returns: places in ``all``.
  public func places(ofIndicator indicator: Int) -> Range<Int> { ranges[indicator] }

  /// The place of an assignment; nil where the unit does not report the indicator.
  public func place(ofIndicator indicator: Int, unit: Int) -> Int? {
    places[Assignment(indicator: indicator, unit: unit)]
  }

  /// The place of an indicator by its code; nil where there is none.
  public func indicator(_ code: String) -> Int? { indicatorPlaces[code] }

  /// The place of a unit by its code; nil where there is none.
  public func unit(_ code: String) -> Int? { unitPlaces[code] }
}
