import Attainment
import Postgres

extension WorkPlan {
  /// Reads a version of a plan from the database: all but who answers for what, which no figure depends on.
  ///
  /// - Parameters:
  ///   - key: the version.
  ///   - connection: a connection that may read the tables of `plan`.
  /// - Returns: the plan; its `responsibilities` and `postHolders` are empty.
  /// - Throws: `CatalogueError.stored` when there is no such version, or it holds what this program does not know;
  ///   `PostgresError` when the database refuses.
  public static func stored(_ key: Key, on connection: isolated Connection) throws -> WorkPlan {
    var plan = try head(key, on: connection)
    plan.units = try units(of: key, on: connection)
    plan.sections = try rows("section", "section, title_zh, title_en", of: key, order: "section", on: connection).map {
      row in
      Section(
        number: try row.word("section"), titleZH: try row.required("title_zh"), titleEN: try row.required("title_en"))
    }
    plan.indicators = try indicators(key, on: connection)
    plan.targets = try targets(of: key, on: connection)
    plan.allocations = try rows(
      "allocation", "indicator, unit, value", of: key, order: "indicator, unit", on: connection
    ).map { row in
      Allocation(
        indicator: try row.required("indicator"), unit: try row.required("unit"), value: try row.figure("value"))
    }
    plan.profiles = try profiles(of: key, on: connection)
    let floors = try rows("floor", "measure, behind_floor", of: key, order: "measure", on: connection)
    for row in floors { plan.floors[try row.word("measure")] = try row.figure("behind_floor") }
    plan.appraisalRules = try rows(
      "appraisal_rule", "rule, points, points_limit", of: key, order: "ordinal", on: connection
    ).map { row in
      AppraisalRule(
        rule: try row.word("rule"), points: try row.figure("points"), limit: try row.figureIfAny("points_limit"))
    }
    plan.grades = try rows("grade", "grade, from_total", of: key, order: "ordinal", on: connection).map { row in
      Grade(name: try row.required("grade"), from: try row.figure("from_total"))
    }
    return plan
  }

  private static func units(of key: Key, on connection: isolated Connection) throws -> [Unit] {
    try rows(
      "unit", "unit, kind, name_zh, name_en, short_zh", of: key, order: "ordinal", on: connection
    ).map { row in
      Unit(
        code: try row.required("unit"), kind: try row.word("kind"), nameZH: try row.required("name_zh"),
        nameEN: try row.required("name_en"), shortZH: row["short_zh"])
    }
  }

  /// The targets of a version, by indicator and revision.
  static func targets(of key: Key, on connection: isolated Connection) throws -> [Target] {
    try rows(
      "target", "indicator, revision, value, tolerance, relative_to, decided_on::text as decided_on, source", of: key,
      order: "indicator, revision", on: connection
    ).map { row in
      Target(
        indicator: try row.required("indicator"), revision: try row.word("revision"), value: try row.figure("value"),
        tolerance: try row.figureIfAny("tolerance"), relativeTo: row["relative_to"],
        decidedOn: try row.day("decided_on"), source: row["source"])
    }
  }

  private static func profiles(of key: Key, on connection: isolated Connection) throws -> [ProfilePoint] {
    try rows(
      "profile", "indicator, month, cumulative_pct, cumulative_value", of: key, order: "indicator, month",
      on: connection
    ).map { row in
      ProfilePoint(
        indicator: try row.required("indicator"), month: try row.word("month"),
        expected: try row.figureIfAny("cumulative_value").map { .amount($0) }
          ?? .percentage(row.figure("cumulative_pct")))
    }
  }

  private static func rows(
    _ table: String, _ columns: String, of key: Key, order: String, on connection: isolated Connection
  ) throws -> [Row] {
    try connection.query(
      """
      select \(columns)
      from plan.\(table)
      where
          district_id = $1
          and year = $2
          and version = $3
      order by \(order)
      """, key.parameters)
  }

  private static func head(_ key: Key, on connection: isolated Connection) throws -> WorkPlan {
    let row = try connection.queryFirst(
      """
      select
          district.district,
          district.name_zh as district_zh,
          district.name_en as district_en,
          work_plan.*,
          array_to_string(work_plan.remind_days, ' ') as reminders
      from plan.work_plan
      join plan.district on district.district_id = work_plan.district_id
      where
          work_plan.district_id = $1
          and work_plan.year = $2
          and work_plan.version = $3
      """, key.parameters)
    guard let row else {
      throw CatalogueError.stored("The database holds no version \(key.version) of the work plan for \(key.year).")
    }
    var plan = WorkPlan()
    plan.district = try row.required("district")
    plan.districtZH = try row.required("district_zh")
    plan.districtEN = try row.required("district_en")
    plan.year = key.year
    plan.titleZH = try row.required("title_zh")
    plan.titleEN = try row.required("title_en")
    plan.source = try row.required("source")
    plan.timeZone = try row.required("time_zone")
    plan.dueDay = try row.word("due_day")
    plan.review = try row.word("review")
    plan.stopsOnError = try row.flag("stop_on_error")
    plan.republication = try row.word("republish")
    plan.earlyDays = try row.word("early_days")
    plan.isSample = try row.flag("sample")
    plan.remindDays = try row.required("reminders").split(separator: " ").compactMap { Int($0) }
    plan.changeNote = row["change_note"]
    return plan
  }

  private static func indicators(_ key: Key, on connection: isolated Connection) throws -> [Indicator] {
    var reporters: [String: [String]] = [:]
    for row in try rows("reporter", "indicator, unit", of: key, order: "indicator, unit", on: connection) {
      reporters[try row.required("indicator"), default: []].append(try row.required("unit"))
    }
    return try rows("indicator", "*", of: key, order: "ordinal", on: connection).map { row in
      let text = try row.required("indicator")
      guard let code = IndicatorCode(text) else {
        throw CatalogueError.stored("The plan holds an indicator '\(text)', which is no code.")
      }
      var indicator = Indicator(
        code: code, isLivelihood: try row.flag("livelihood"), isHeadline: try row.flag("headline"),
        nameZH: try row.required("name_zh"), nameEN: try row.required("name_en"), measure: try row.word("measure"),
        direction: try row.wordIfAny("direction"), unitOfMeasure: row["unit_of_measure"],
        accumulation: try row.word("accumulation"), frequency: try row.word("frequency"),
        leadUnit: try row.required("lead_unit"), reporters: reporters[text] ?? [], partOf: row["part_of"],
        dueMonth: try row.word("due_month"), requiredStage: try row.wordIfAny("required_stage"),
        behindFloor: try row.figureIfAny("behind_floor"), weight: try row.figure("weight"), note: row["note"], line: 0)
      indicator.valueUnit = row["value_unit"]
      indicator.denominatorUnit = row["denominator_unit"]
      indicator.scale = try row.figure("scale")
      indicator.continues = row["continues"]
      indicator.pacing = try row.word("pacing")
      indicator.isWhole = try row.flag("whole")
      indicator.dueDay = try row["due_day"].map { _ in try row.word("due_day") }
      indicator.plausibleMin = try row.figureIfAny("plausible_min")
      indicator.plausibleMax = try row.figureIfAny("plausible_max")
      indicator.isReference = try row.flag("reference")
      indicator.wording = row["wording"]
      return indicator
    }
  }
}
