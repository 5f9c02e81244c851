import Attainment
import Postgres
import Wording

extension MonthReport {
  /// How many messages of a kind of finding are kept, and how many revisions.
  private static let listed = 40

  /// How many of the targets that are behind have their reporters' notes read.
  private static let noted = 12

  /// Reads a published month from the views of `report`.
  ///
  /// - Parameters:
  ///   - month: the publication.
  ///   - connection: inside a transaction whose views show the publication.
  /// - Returns: what the page is made of.
  /// - Throws: `PostgresError`.
  static func read(_ month: PublishedMonth, on connection: isolated Connection) throws -> MonthReport {
    let views = ViewRows(month: month)
    var report = MonthReport(publication: try Publication.read(month, on: connection))
    report.targets = try views.read("attainment", "unit is null", on: connection).map { try Target($0) }
    report.laggingUnits = try views.read(
      "attainment", "unit is not null and light in ('red', 'yellow')", on: connection
    )
    .map { row in
      LaggingUnit(
        indicator: try row.required("indicator"), unit: try row.required("unit"), pace: row["pace_pct"],
        verdict: try row.required("verdict", Verdict.init(rawValue:)))
    }
    report.sections = try views.read("section_summary", on: connection).map { row in
      Section(
        section: try row.required("section"), title: try row.phrase("title"), lights: try LightCount(row),
        worstIndicator: row["worst_indicator"])
    }
    report.scorecards = try views.read("department_scorecard", on: connection).map { row in
      Scorecard(
        unit: try row.required("unit"), name: try row.phrase("name"), score: row["score"], lights: try LightCount(row),
        completeness: row["completeness_pct"], timeliness: row["timeliness_pct"], acceptance: row["acceptance_pct"],
        worstIndicator: row["worst_indicator"])
    }
    report.trend = try views.read("trend", on: connection).map { row in
      TrendPoint(
        indicator: try row.required("indicator"), month: try row.required("month", Month.init(parsing:)),
        target: row["target"], actual: row["actual"], pace: row["pace_pct"],
        verdict: try row.required("verdict", Verdict.init(rawValue:)))
    }
    let units = try views.read("unit_ranking", on: connection)
    for row in units { report.unitNames[try row.required("unit")] = try row.phrase("name") }
    for card in report.scorecards { report.unitNames[card.unit] = card.name }
    try report.readFindings(views, on: connection)
    report.revisionCount = try views.count("revisions", on: connection)
    report.revisions = try views.read("revisions", limit: listed, on: connection).map { row in
      Revision(
        indicator: try row.required("indicator"), name: try row.phrase("name"), unit: row["unit"],
        previousActual: row["previous_actual"], actual: row["actual"],
        previousVerdict: try row.optional("previous_verdict", Verdict.init(rawValue:)),
        verdict: try row.required("verdict", Verdict.init(rawValue:)))
    }
    report.notes = try notes(
      beside: report.behind.prefix(noted).map(\.indicator), views: views, asOf: report.publication.asOf, on: connection)
    for note in report.notes where report.unitNames[note.unit] == nil {
      report.unitNames[note.unit] = try views.unitName(note.unit, on: connection)
    }
    return report
  }

  /// Counts the findings, however many there are, and keeps the first messages of each kind.
  private mutating func readFindings(_ views: ViewRows, on connection: isolated Connection) throws {
    var kinds: [Finding] = []
    var places: [FindingCode: Int] = [:]
    try connection.forEachRow(
      """
      select code, severity, indicator, message_zh, message_en
      from report.findings
      where district = $1 and period = $2
      """, [views.district, views.period]
    ) { row in
      guard let code = row.text(0).flatMap(FindingCode.init(rawValue:)),
        let severity = row.text(1).flatMap(Severity.init(rawValue:))
      else { throw PostgresError(.unexpectedResult, "report.findings holds a finding that the method does not know") }
      let place = places[code] ?? kinds.count
      if place == kinds.count {
        places[code] = place
        kinds.append(Finding(code: code, severity: severity))
      }
      kinds[place].count += 1
      if kinds[place].messages.count < Self.listed {
        kinds[place].messages.append(Phrase(zh: row.text(3) ?? "", en: row.text(4) ?? ""))
      }
      findingCounts[row.text(2) ?? "", default: [:]][code, default: 0] += 1
    }
    findings = kinds
  }

  /// The notes beside the latest accepted figures of some indicators, as of an instant (method, section 3).
  private static func notes(
    beside indicators: [String], views: ViewRows, asOf: String, on connection: isolated Connection
  ) throws -> [Note] {
    // Codes of indicators are digits and points, as loading a plan makes sure.
    let list = "{\(indicators.joined(separator: ","))}"
    return try connection.query(
      """
      select distinct on (submission.indicator, submission.unit)
          submission.indicator,
          submission.unit,
          to_char(submission.period, 'YYYY-MM') as period,
          submission.note
      from intake.submission
      join plan.district on district.district_id = submission.district_id
      left join lateral (
          select review.outcome
          from intake.review
          where
              review.district_id = submission.district_id
              and review.period = submission.period
              and review.indicator = submission.indicator
              and review.unit = submission.unit
              and review.revision = submission.revision
              and review.reviewed_at <= $3::timestamptz
          order by
              review.reviewed_at desc,
              review.review_id desc
          limit 1
      ) as latest_review on true
      where
          district.district = $1
          and submission.period between to_date(left($2, 4), 'YYYY') and to_date($2, 'YYYY-MM')
          and submission.indicator = any($4::text[])
          and submission.submitted_at <= $3::timestamptz
          and case
              when latest_review.outcome is null then submission.accepted_at <= $3::timestamptz
              else latest_review.outcome = 'accepted'
          end
      order by
          submission.indicator,
          submission.unit,
          submission.period desc,
          submission.revision desc
      """, [views.district, views.period, asOf, list]
    ).compactMap { row in
      guard let text = row["note"], !text.isEmpty else { return nil }
      return Note(
        indicator: try row.required("indicator"), unit: try row.required("unit"),
        period: try row.required("period", Month.init(parsing:)), text: text)
    }
  }
}

/// Reads rows of a month from the views of `report`, printed as `data/` prints them.
struct ViewRows {
  let month: PublishedMonth

  var district: String { month.district }
  var period: String { month.period.description }

  /// The rows of a view, in its order, that meet a condition on its columns.
  func read(
    _ view: String, _ condition: String = "true", limit: Int? = nil, on connection: isolated Connection
  ) throws -> [Row] {
    let columns = month.columns(of: view)
    return try connection.query(
      """
      select \(columns.map(\.expression).joined(separator: ", "))
      from report.\(view)
      where district = $1 and period = $2 and \(condition)
      \(limit.map { "limit \($0)" } ?? "")
      """, [district, period])
  }

  /// How many rows a view has.
  func count(_ view: String, on connection: isolated Connection) throws -> Int {
    let row = try connection.queryOne(
      "select count(*) as rows from report.\(view) where district = $1 and period = $2", [district, period])
    return Int(try row.required("rows")) ?? 0
  }

  /// The names of a unit that no summary names.
  func unitName(_ unit: String, on connection: isolated Connection) throws -> Phrase? {
    try connection.queryFirst(
      """
      select unit.name_zh, unit.name_en
      from plan.unit
      join plan.district on district.district_id = unit.district_id
      where
          district.district = $1
          and unit.year = left($2, 4)::integer
          and unit.unit = $3
      order by unit.version desc
      limit 1
      """, [district, period, unit]
    )?.phrase("name")
  }
}

extension MonthReport.Publication {
  /// What a note or a source says of figures that are samples, as a regular expression.
  private static let sampleWords = "\(Term.sample.zh)|\(Term.sample.en)"

  /// Reads where a published month's figures come from.
  static func read(_ month: PublishedMonth, on connection: isolated Connection) throws -> MonthReport.Publication {
    let row = try connection.queryOne(
      """
      select
          district.name_zh,
          district.name_en,
          work_plan.title_zh,
          work_plan.title_en,
          work_plan.source,
          to_char(run.as_of at time zone work_plan.time_zone, 'YYYY-MM-DD HH24:MI') as as_of_local,
          work_plan.time_zone,
          run.submissions,
          encode(run.submissions_sha256, 'hex') as submissions_sha256,
          run.program_version,
          work_plan.source ~* $3 or exists (
              select
              from intake.submission
              where
                  submission.district_id = run.district_id
                  and submission.period between make_date(run.year, 1, 1) and run.period
                  and submission.submitted_at <= run.as_of
                  and submission.note ~* $3
          ) as is_synthetic
      from report.publication
      join report.run
          on
              run.district_id = publication.district_id
              and run.run_id = publication.run_id
      join plan.work_plan
          on
              work_plan.district_id = run.district_id
              and work_plan.year = run.year
              and work_plan.version = run.version
      join plan.district on district.district_id = publication.district_id
      where
          district.district = $1
          and publication.period = to_date($2, 'YYYY-MM')
      """, [month.district, month.period.description, sampleWords])
    return MonthReport.Publication(
      district: try row.phrase("name"), planTitle: try row.phrase("title"), planSource: try row.required("source"),
      month: month.period, asOf: month.asOf, asOfLocal: try row.required("as_of_local"),
      timeZone: try row.required("time_zone"), submissions: row["submissions"] ?? "–",
      submissionsSHA256: row["submissions_sha256"] ?? "–", programVersion: try row.required("program_version"),
      isSynthetic: row["is_synthetic"] == "t")
  }
}

extension MonthReport.Target {
  /// A row of `report.attainment` at district level.
  init(_ row: Row) throws {
    self.init(
      indicator: try row.required("indicator"), section: try row.required("section"), name: try row.phrase("name"),
      leadUnit: try row.required("lead_unit"), isLivelihood: row["livelihood"] == "true",
      isHeadline: row["headline"] == "true", unitOfMeasure: row["unit_of_measure"] ?? "",
      target: row["target"], actual: row["actual"], attainment: row["attainment_pct"],
      expected: row["expected_pct"], pace: row["pace_pct"],
      verdict: try row.required("verdict", Verdict.init(rawValue:)),
      figurePeriod: row["figure_period"], coverage: row["coverage_pct"], isProvisional: row["provisional"] == "true",
      projected: row["projected"], requiredPerMonth: row["required_per_month"])
  }
}

extension MonthReport.LightCount {
  /// The counts of a summary's row.
  init(_ row: Row) throws {
    for light in Light.allCases { self[light] = Int(try row.required(light.rawValue)) ?? 0 }
  }
}

extension Row {
  /// A pair of columns, Chinese and English.
  fileprivate func phrase(_ name: String) throws(PostgresError) -> Phrase {
    Phrase(zh: try required("\(name)_zh"), en: try required("\(name)_en"))
  }
}
