import Attainment
import Postgres

extension WorkPlan {
  /// Writes the plan as a version that is not there yet.
  ///
  /// - Parameters:
  ///   - key: the version.
  ///   - connection: a connection in a transaction, whose login is a member of `dabiao_office`.
  /// - Throws: `CatalogueError.refused` when a table takes fewer rows than it is given; `PostgresError` when the database
  ///   refuses.
  func insert(as key: Key, on connection: isolated Connection) throws {
    try insertHead(as: key, on: connection)
    for table in tables {
      let columns = (["district_id", "year", "version"] + table.columns).joined(separator: ", ")
      let written = try connection.copyIn("copy plan.\(table.name) (\(columns)) from stdin") { writer in
        for row in table.rows { try writer.row(key.parameters + row) }
      }
      guard written == table.rows.count else {
        throw CatalogueError.refused(
          "plan.\(table.name) took \(written) of \(table.rows.count) rows; nothing was loaded.")
      }
    }
  }

  private func insertHead(as key: Key, on connection: isolated Connection) throws {
    try connection.execute(
      """
      insert into plan.work_plan (
          district_id, year, version, title_zh, title_en, source, time_zone, due_day, review, stop_on_error, republish,
          early_days, sample, remind_days, change_note, sha256
      )
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, decode($16, 'hex'))
      """,
      key.parameters + [
        titleZH, titleEN, source, timeZone, String(dueDay), review.rawValue, String(stopsOnError),
        republication.rawValue,
        String(earlyDays), String(isSample), "{\(remindDays.map(String.init).joined(separator: ","))}", changeNote,
        hash,
      ])
  }

  /// The SHA-256 over the files, in hexadecimal.
  var hash: String {
    sha256.map { byte in
      let digits = String(byte, radix: 16)
      return digits.utf8.count == 1 ? "0" + digits : digits
    }.joined()
  }
}

extension WorkPlan {
  /// The rows of a table, without the version's key.
  private struct Table {
    let name: String
    let columns: [String]
    let rows: [[String?]]

    init(_ name: String, _ columns: String, _ rows: [[String?]]) {
      self.name = name
      self.columns = columns.split(separator: " ").map(String.init)
      self.rows = rows
    }
  }

  /// What is in the plan, in an order in which nothing names what comes after it.
  private var tables: [Table] { definitionTables + promiseTables + appraisalTables + responsibilityTables }

  private var definitionTables: [Table] {
    [
      Table(
        "unit", "unit ordinal kind name_zh name_en short_zh",
        units.enumerated().map { [$1.code, String($0 + 1), $1.kind.rawValue, $1.nameZH, $1.nameEN, $1.shortZH] }),
      Table("section", "section title_zh title_en", sections.map { [String($0.number), $0.titleZH, $0.titleEN] }),
      Table(
        "indicator",
        """
        indicator ordinal section item livelihood headline name_zh name_en measure direction unit_of_measure value_unit \
        denominator_unit scale accumulation frequency lead_unit part_of continues due_month pacing whole due_day \
        required_stage behind_floor weight plausible_min plausible_max reference wording note
        """,
        indicators.enumerated().map { $1.cells(ordinal: $0 + 1) }),
      Table(
        "reporter", "indicator unit",
        indicators.flatMap { indicator in indicator.expectedReporters.map { [indicator.code.description, $0] } }),
    ]
  }

  private var promiseTables: [Table] {
    [
      Table(
        "target", "indicator revision value tolerance relative_to decided_on source",
        targets.map { target in
          [
            target.indicator, String(target.revision), target.value.description, target.tolerance?.description,
            target.relativeTo, target.decidedOn.description, target.source,
          ]
        }),
      Table("allocation", "indicator unit value", allocations.map { [$0.indicator, $0.unit, $0.value.description] }),
      Table(
        "profile", "indicator month cumulative_pct cumulative_value",
        profiles.map { point in
          let cells =
            switch point.expected {
            case .percentage(let figure): [figure.description, nil]
            case .amount(let figure): [nil, figure.description]
            }
          return [point.indicator, String(point.month)] + cells
        }),
    ]
  }

  private var appraisalTables: [Table] {
    [
      Table("floor", "measure behind_floor", floors.map { [$0.rawValue, $1.description] }),
      Table(
        "appraisal_rule", "rule ordinal points points_limit",
        appraisalRules.enumerated().map {
          [$1.rule.rawValue, String($0 + 1), $1.points.description, $1.limit?.description]
        }),
      Table(
        "grade", "grade ordinal from_total",
        grades.enumerated().map { [$1.name, String($0 + 1), $1.from.description] }),
    ]
  }

  private var responsibilityTables: [Table] {
    let posts = Set(postHolders.map(\.post) + responsibilities.compactMap(\.post)).sorted()
    return [
      Table("post", "post", posts.map { [$0] }),
      Table(
        "post_holder", "post name holds_from holds_to",
        postHolders.map { [$0.post, $0.name, $0.from.description, $0.to?.description] }),
      Table(
        "responsibility", "indicator ordinal role unit post",
        responsibilities.enumerated().map { [$1.indicator, String($0 + 1), $1.role.rawValue, $1.unit, $1.post] }),
    ]
  }
}

extension WorkPlan.Indicator {
  /// The cells of its row, in the order of the columns above.
  fileprivate func cells(ordinal: Int) -> [String?] {
    [
      code.description, String(ordinal), String(code.section), String(code.item), String(isLivelihood),
      String(isHeadline), nameZH, nameEN, measure.rawValue, direction?.rawValue, unitOfMeasure, valueUnit,
      denominatorUnit, scale.description, accumulation.rawValue, frequency.rawValue, leadUnit, partOf, continues,
      String(dueMonth), pacing.rawValue, String(isWhole), dueDay.map(String.init), requiredStage?.rawValue,
      behindFloor?.description, weight.description, plausibleMin?.description, plausibleMax?.description,
      String(isReference), wording, note,
    ]
  }
}
