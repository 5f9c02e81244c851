import Attainment
import Catalogue
import Postgres

extension SubmissionForm {
  /// The forms of a period: of one unit, or of every unit from which anything is due.
  ///
  /// - Parameters:
  ///   - unit: code or name of the unit; nil for every one.
  ///   - period: the period.
  ///   - district: code of the district; nil for the only one.
  ///   - connection: a connection whose login may submit.
  /// - Returns: the forms in the plan's order of units, those with nothing due left out; and the moment of their making.
  /// - Throws: ``IntakeError`` of kind `badData` where there is no plan, no such unit, or nothing due from it;
  ///   `PostgresError`.
  public static func read(
    unit: String?, period: Month, district: String?, on connection: isolated Connection
  ) throws -> (forms: [SubmissionForm], at: Instant) {
    let districtID = try DistrictKey(district, on: connection).districtID
    return try connection.transaction(.repeatableRead, readOnly: true) { connection in
      let moment = try DraftContext.now(on: connection)
      guard
        let key = try DraftContext.newestPlans(districtID, on: connection).first(where: { $0.year == period.year })
      else {
        throw IntakeError(.badData, "no plan of \(period.year) is loaded", hint: "load it with 'dabiao plan load'")
      }
      let plan = try WorkPlan.stored(key, on: connection)
      let units = try unit.map { [try named($0, in: plan)] } ?? plan.units
      let records = try DraftContext.records(
        ofIndicators: Set(plan.indicators.flatMap(\.recordCodes)), years: period.year - 1...period.year,
        districtID: districtID, at: moment, on: connection)
      let lights = try lights(before: period, districtID: districtID, on: connection)
      let day = Zone(plan.timeZone)?.day(of: moment) ?? period.lastDay
      let forms = units.map { unit in
        let own = lights.filter { $0.key.unit == nil || $0.key.unit == unit.code }
          .sorted { ($0.key.unit ?? "") < ($1.key.unit ?? "") }
        return SubmissionForm(
          unit: unit, period: period, plan: plan, records: records,
          lights: Dictionary(own.map { ($0.key.indicator, $0.value) }, uniquingKeysWith: { _, own in own }), on: day)
      }.filter { !$0.isEmpty }
      guard !forms.isEmpty else {
        throw IntakeError(.badData, "nothing is due from \(unit ?? "any unit") in \(period)")
      }
      return (forms, moment)
    }
  }

  private static func named(_ text: String, in plan: WorkPlan) throws(IntakeError) -> WorkPlan.Unit {
    let year = PlanBook.Year(plan)
    switch year.unit(text) {
    case .one(let unit): return unit
    case .several(let codes):
      throw IntakeError(
        .badData, "\(text) is the name of several units", hint: "name \(codes.joined(separator: " or "))")
    case .none:
      throw IntakeError(
        .badData, "the plan of \(plan.year) has no unit \(text)",
        hint: year.nearestUnit(text).map { "the nearest is \($0)" })
    }
  }

  private struct LightKey: Hashable {
    var indicator: String
    var unit: String?
  }

  /// The lights of the last publication of the year up to a period.
  private static func lights(
    before period: Month, districtID: String, on connection: isolated Connection
  ) throws -> [LightKey: Light] {
    let rows = try connection.query(
      """
      select
          evaluation.indicator,
          evaluation.unit,
          evaluation.light
      from report.publication
      join report.evaluation
          on
              evaluation.district_id = publication.district_id
              and evaluation.run_id = publication.run_id
      where
          publication.district_id = $1
          and publication.period = (
              select max(latest.period)
              from report.publication as latest
              where
                  latest.district_id = $1
                  and latest.period between $2::date and $3::date
          )
      """, [districtID, "\(period.year)-01-01", period.firstDay.description])
    return Dictionary(
      try rows.compactMap { row in
        let key = LightKey(indicator: try row.required("indicator"), unit: row["unit"])
        return Light(rawValue: try row.required("light")).map { (key, $0) }
      }, uniquingKeysWith: { first, _ in first })
  }
}
