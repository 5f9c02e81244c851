import Attainment
import Catalogue
import Ledger
import Postgres

/// What a run reads, once: a plan, and what was submitted and reviewed of its figures by an instant. Everything up to the
/// rows that are stored follows from it (method, section 12).
struct Reading: Sendable {
  /// The plan at the instant.
  let inForce: PlanInForce
  /// What was submitted and reviewed.
  let ledger: Ledger
  /// What the office says of the indicators.
  let comments: CommentLog
  /// What the plan's indicators continue of the year before; nil where none continues anything.
  let lastYear: LastYear?

  /// What was read, as values.
  init(_ inForce: PlanInForce, _ ledger: Ledger, comments: CommentLog = CommentLog(), lastYear: LastYear? = nil) {
    self.inForce = inForce
    self.ledger = ledger
    self.comments = comments
    self.lastYear = lastYear
  }

  /// Reads a version of a plan and its figures.
  ///
  /// - Parameters:
  ///   - key: the version of the plan.
  ///   - month: the last month wanted, 1 to 12.
  ///   - instant: the as-of instant T.
  ///   - connection: a connection in a transaction with one snapshot.
  /// - Throws: `CatalogueError` or `RunError` where the plan cannot be read; `PostgresError` when the database refuses.
  init(_ key: WorkPlan.Key, through month: Int, at instant: Instant, on connection: isolated Connection) throws {
    let plan = try WorkPlan.stored(key, on: connection)
    let inForce = try PlanInForce(plan, Assignments(of: plan), at: instant)
    self.init(
      inForce,
      try Ledger(
        of: plan.year, inForce.assignments, districtID: key.districtID, through: month, at: instant, on: connection),
      comments: try CommentLog(
        of: plan.year, districtID: key.districtID, through: month, at: instant, on: connection),
      lastYear: try LastYear.read(before: plan, ofDistrict: key.districtID, at: instant, years: 2, on: connection))
  }

  /// The assignment of the year before that one continues: the same reporter's of the continued indicator.
  ///
  /// - Returns: for each assignment its place among those of ``lastYear``; nil where it continues none.
  func continuedAssignments() -> [Int?] {
    guard let before = lastYear?.reading.inForce.assignments else {
      return Array(repeating: nil, count: inForce.assignments.all.count)
    }
    return inForce.assignments.all.map { assignment in
      guard let code = inForce.plan.indicators[assignment.indicator].continues, let indicator = before.indicator(code),
        let unit = before.unit(inForce.plan.units[assignment.unit].code)
      else { return nil }
      return before.place(ofIndicator: indicator, unit: unit)
    }
  }
}

/// The indicators of the year before that others continue, with all their figures of that year (method, sections 4 and 9).
final class LastYear: Sendable {
  /// That year's plan, of the continued indicators alone, and their figures. They are reported by whom that plan expects,
  /// and by whom the plan after it does.
  let reading: Reading
  /// Whether a plan of that year is loaded; otherwise its figures serve as bases only.
  let isPlanned: Bool

  /// What was read, as values.
  init(_ reading: Reading, isPlanned: Bool) {
    self.reading = reading
    self.isPlanned = isPlanned
  }

  /// Reads the year before a plan's.
  ///
  /// - Parameters:
  ///   - plan: the plan whose indicators continue others.
  ///   - districtID: key of the district.
  ///   - instant: the as-of instant T.
  ///   - years: how many years may be read: the one before, and for its bases the one before that.
  ///   - connection: a connection in a transaction with one snapshot.
  /// - Returns: nil where nothing is continued.
  /// - Throws: as ``Reading/init(_:through:at:on:)`` does.
  static func read(
    before plan: WorkPlan, ofDistrict districtID: String, at instant: Instant, years: Int,
    on connection: isolated Connection
  ) throws -> LastYear? {
    guard years > 0, plan.indicators.contains(where: { $0.continues != nil }) else { return nil }
    let key = try WorkPlan.Key.newest(plan.year - 1, ofDistrict: districtID, at: instant, on: connection)
    let loaded = try key.map { try WorkPlan.stored($0, on: connection) }
    let (reduced, assignments) = plan.continued(as: loaded)
    let ledger = try Ledger(
      of: reduced.year, assignments, indicators: reduced.indicators.map(\.code.description), districtID: districtID,
      through: 12, at: instant, on: connection)
    let reading = Reading(
      try PlanInForce(reduced, assignments, at: instant), ledger,
      lastYear: try read(before: reduced, ofDistrict: districtID, at: instant, years: years - 1, on: connection))
    return LastYear(reading, isPlanned: loaded != nil)
  }
}

extension WorkPlan {
  /// The plan of the year before with only the indicators that this one's continue, and who reported them: whom that plan
  /// expects, and whom this one does.
  ///
  /// - Parameter loaded: the year before's plan; nil where none is loaded, then this one's indicators stand under the codes
  ///   that they continue.
  /// - Returns: the reduced plan and its assignments.
  func continued(as loaded: WorkPlan?) -> (plan: WorkPlan, assignments: Assignments) {
    let continuing = indicators.filter { $0.continues != nil }
    var before = loaded ?? self
    before.year = year - 1
    if loaded == nil {
      before.indicators = continuing.compactMap(\.earlier)
      before.targets = []
      before.allocations = []
    }
    let codes = Set(continuing.compactMap(\.continues))
    before.indicators.removeAll { !codes.contains($0.code.description) }
    let known = Set(before.units.map(\.code))
    before.units += units.filter { !known.contains($0.code) }
    let assignments = Assignments(
      indicators: before.indicators.map { indicator in
        let code = indicator.code.description
        let later = continuing.filter { $0.continues == code }.flatMap(\.expectedReporters)
        return (code: code, reporters: indicator.expectedReporters + later)
      }, units: before.units.map(\.code))
    return (before, assignments)
  }
}

extension WorkPlan.Indicator {
  /// The indicator that it continues, taken to be like itself.
  fileprivate var earlier: WorkPlan.Indicator? {
    guard let code = continues.flatMap({ IndicatorCode($0) }) else { return nil }
    var earlier = self
    earlier.code = code
    earlier.continues = nil
    return earlier
  }
}
