import Attainment
import Catalogue
import Wording

/// The plans that a file is judged by, one a year, with what their names stand for.
struct PlanBook: Sendable {
  private var years: [Int: Year] = [:]
  /// Where the plans stand in the database; empty where they come from elsewhere.
  let keys: [WorkPlan.Key]

  /// The plans in force, one a year.
  init(_ plans: [WorkPlan], keys: [WorkPlan.Key] = []) {
    self.keys = keys
    for plan in plans { years[plan.year] = Year(plan) }
  }

  /// The plan of a year; nil where none is loaded.
  subscript(year: Int) -> Year? { years[year] }

  /// The plan of the newest year.
  var newest: Year? { years.max { $0.key < $1.key }?.value }

  /// A year's plan with its names.
  struct Year: Sendable {
    let plan: WorkPlan
    private let indicators: [String: WorkPlan.Indicator]
    private let units: [String: WorkPlan.Unit]
    private let indicatorNames: [String: [String]]
    private let unitNames: [String: [String]]
    private let measureUnits: Set<String>
    private let definitions: [String: Indicator]
    private let allocations: [Records.Series: Figure]

    init(_ plan: WorkPlan) {
      self.plan = plan
      definitions = Dictionary(
        zip(plan.indicators.map(\.code.description), plan.definitions), uniquingKeysWith: { first, _ in first })
      allocations = Dictionary(
        plan.allocations.map { (Records.Series(indicator: $0.indicator, unit: $0.unit), $0.value) },
        uniquingKeysWith: { first, _ in first })
      indicators = Dictionary(
        plan.indicators.map { ($0.code.description, $0) }, uniquingKeysWith: { first, _ in first })
      units = Dictionary(plan.units.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
      indicatorNames = Dictionary(grouping: plan.indicators) { Vocabulary.comparable(name: $0.nameZH) }
        .mapValues { $0.map(\.code.description) }
      var unitNames: [String: [String]] = [:]
      for unit in plan.units {
        for name in Self.names(of: unit, in: plan) where !(unitNames[name]?.contains(unit.code) ?? false) {
          unitNames[name, default: []].append(unit.code)
        }
      }
      self.unitNames = unitNames
      measureUnits = Vocabulary.unitsOfMeasure.union(
        plan.indicators.flatMap { [$0.unitOfMeasure, $0.valueUnit, $0.denominatorUnit] }.compactMap(\.self)
          .map(Vocabulary.comparable(unit:)))
    }

    /// What the method must know of an indicator of the plan.
    func definition(_ code: String) -> Indicator? { definitions[code] }

    /// What each series of figures is to reach by itself at a moment: the unit's allocation, or the target in force where
    /// the unit reports alone.
    func targets(at moment: Instant) -> (Records.Series) -> Target? {
      let inForce = Zone(plan.timeZone).map { plan.targets(inForceOn: $0.day(of: moment)) } ?? [:]
      return { series in
        if let allocation = allocations[series] { return Target(allocation) }
        guard indicators[series.indicator]?.expectedReporters.count == 1 else { return nil }
        return inForce[series.indicator]?.fixed
      }
    }

    /// What a text names.
    enum Naming<Named> {
      case one(Named)
      case several([String])
      case none
    }

    /// The indicator that a code, a name, or both in one cell name.
    func indicator(_ text: String) -> Naming<WorkPlan.Indicator> {
      if let (code, _) = Vocabulary.indicatorCode(text) { return indicators[code].map(Naming.one) ?? .none }
      let codes = indicatorNames[Vocabulary.comparable(name: text)] ?? []
      guard codes.count <= 1 else { return .several(codes) }
      return codes.first.flatMap { indicators[$0] }.map(Naming.one) ?? .none
    }

    /// The unit that a code or a name, full or short, names.
    func unit(_ text: String) -> Naming<WorkPlan.Unit> {
      let code = TidyText.code(text)
      if let unit = units[code] ?? units[code.lowercased()] { return .one(unit) }
      let codes = unitNames[Vocabulary.comparable(name: text)] ?? []
      guard codes.count <= 1 else { return .several(codes) }
      return codes.first.flatMap { units[$0] }.map(Naming.one) ?? .none
    }

    /// The code of another indicator that a name beside a code is the name of; nil where it may well be this one's.
    func otherIndicator(named text: String, than indicator: WorkPlan.Indicator) -> String? {
      let name = Vocabulary.comparable(name: text)
      let own = Vocabulary.comparable(name: indicator.nameZH)
      guard !name.isEmpty, !name.contains(own), !(own.contains(name) && name.count >= 2) else { return nil }
      if let codes = indicatorNames[name] { return codes.contains(indicator.code.description) ? nil : codes.first }
      let nearest = NearestCode.of(name, among: candidates(plan.indicators.map { ($0.code.description, $0.nameZH) }))
      return nearest == indicator.code.description ? nil : nearest
    }

    /// Whether a name behind a code in the same cell is this indicator's: nothing else belongs there.
    func isName(_ text: String, of indicator: WorkPlan.Indicator) -> Bool {
      let (name, own) = (Vocabulary.comparable(name: text), Vocabulary.comparable(name: indicator.nameZH))
      return name.contains(own) || own.contains(name) || nearestIndicator(name) == indicator.code.description
    }

    /// The code of an indicator that was probably meant.
    func nearestIndicator(_ text: String) -> String? {
      NearestCode.of(text, among: candidates(plan.indicators.map { ($0.code.description, $0.nameZH) }))
    }

    /// The code of a unit that was probably meant.
    func nearestUnit(_ text: String) -> String? {
      NearestCode.of(text, among: candidates(plan.units.map { ($0.code, $0.nameZH) }))
    }

    /// Whether a text is a unit of measure, of the plan or in general.
    func isUnitOfMeasure(_ text: String) -> Bool { measureUnits.contains(Vocabulary.comparable(unit: text)) }

    /// What people call a unit: its full name, and that without the district's before it or the office's behind it.
    private static func names(of unit: WorkPlan.Unit, in plan: WorkPlan) -> [String] {
      let full = Vocabulary.comparable(name: unit.nameZH)
      let district = Vocabulary.comparable(name: plan.districtZH)
      var names = [full]
      if !district.isEmpty, full.hasPrefix(district), full.count > district.count {
        let rest = String(full.dropFirst(district.count))
        names += [rest, district.suffix(1) + rest, district.dropLast() + rest]
      }
      return names + names.flatMap(Vocabulary.shorter(officeName:))
    }

    private func candidates(_ pairs: [(String, String)]) -> [NearestCode.Candidate] {
      pairs.map { NearestCode.Candidate(code: $0.0, name: $0.1) }
    }
  }
}

extension WorkPlan.Indicator {
  /// The unit in which a column of a submission is stated; nil where the plan does not say.
  func unit(of column: SubmissionColumn) -> String? {
    switch column {
    case .progress: return "%"
    case .denominator, .baseDenominator: return denominatorUnit
    case .value, .baseValue: break
    default: return nil
    }
    if let unit = submittedUnit { return unit }
    // A quantity is submitted, of which so much a day comes out.
    guard measure == .dailyAverage, let unit = unitOfMeasure,
      let ending = Vocabulary.dailyEndings.first(where: unit.hasSuffix)
    else { return nil }
    return String(unit.dropLast(ending.count))
  }

  /// Whether its actual is computed of what is submitted, which then is in units of its own.
  var isComputed: Bool { measure.takesTarget && !measure.isSubmittedAsPrinted }
}
