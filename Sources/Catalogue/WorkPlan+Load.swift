import Attainment
import Postgres

extension WorkPlan {
  /// What became of a plan that was to be loaded.
  public enum Loading: Sendable, Equatable {
    /// It is in the database as this version.
    case loaded(version: Int)
    /// The newest version is the same plan; nothing was added.
    case unchanged(version: Int)
  }

  /// Loads the plan as a new version, whole or not at all; earlier versions are kept.
  ///
  /// - Parameter connection: a connection whose login is a member of `dabiao_office`.
  /// - Returns: the version under which the plan now stands.
  /// - Throws: `CatalogueError.refused` when a target that was published with would be edited; `PostgresError` when the
  ///   database refuses.
  public func load(into connection: isolated Connection) throws -> Loading {
    try connection.transaction { connection in
      // The row of the district holds off another load of it until this one has ended.
      let districtID = try connection.queryOne(
        """
        insert into plan.district (district, name_zh, name_en)
        values ($1, $2, $3)
        on conflict (district) do update
        set
            name_zh = excluded.name_zh,
            name_en = excluded.name_en
        returning district_id
        """, [district, districtZH, districtEN]
      ).required("district_id")
      let hash = sha256.map { byte in
        let digits = String(byte, radix: 16)
        return digits.utf8.count == 1 ? "0" + digits : digits
      }.joined()
      let newest = try connection.queryFirst(
        """
        select
            version,
            (sha256 = decode($3, 'hex'))::text as is_same
        from plan.work_plan
        where
            district_id = $1
            and year = $2
        order by version desc
        limit 1
        """, [districtID, String(year), hash])
      let newestVersion = newest?["version"].flatMap { Int($0) } ?? 0
      if newest?["is_same"] == "true" { return .unchanged(version: newestVersion) }
      try refuseEditedTargets(districtID: districtID, version: newestVersion, on: connection)
      try insert(districtID: districtID, version: newestVersion + 1, hash: hash, on: connection)
      // A run may come before autovacuum does, and joins these tables; without statistics that takes a minute, not a second.
      _ = try connection.query("select plan.refresh_statistics()")
      return .loaded(version: newestVersion + 1)
    }
  }

  /// A target that is really different is a new revision, never an edit, once something was published with it.
  private func refuseEditedTargets(districtID: String, version: Int, on connection: isolated Connection) throws {
    let published = try connection.query(
      """
      select
          target.indicator,
          target.revision,
          trim_scale(target.value) as value,
          target.decided_on::text as decided_on
      from plan.target
      where
          target.district_id = $1
          and target.year = $2
          and target.version = $3
          and exists (
              select
              from report.run
              where
                  run.district_id = target.district_id
                  and run.year = target.year
                  and run.outcome = 'published'
          )
      """, [districtID, String(year), String(version)])
    var edited: [String] = []
    for row in published {
      let indicator = try row.required("indicator")
      let revision = try row.required("revision")
      let value = try row.required("value")
      let decidedOn = try row.required("decided_on")
      let same = targets.contains {
        $0.indicator == indicator && String($0.revision) == revision && $0.value.description == value
          && $0.decidedOn.description == decidedOn
      }
      if !same { edited.append("\(indicator) revision \(revision) (\(value), decided on \(decidedOn))") }
    }
    guard edited.isEmpty else {
      throw CatalogueError.refused(
        "Months were published with these targets, which the new files change or leave out: "
          + edited.joined(separator: ", ")
          + ". Keep them in targets.csv and give a different target as a new revision.")
    }
  }

  private func insert(districtID: String, version: Int, hash: String, on connection: isolated Connection) throws {
    let key = [districtID, String(year), String(version)]
    try connection.execute(
      """
      insert into plan.work_plan (
          district_id, year, version, title_zh, title_en, source, time_zone, due_day, review, stop_on_error, republish,
          sha256
      )
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, decode($12, 'hex'))
      """,
      key + [
        titleZH, titleEN, source, timeZone, String(dueDay), review.rawValue, stopsOnError ? "true" : "false",
        republication.rawValue, hash,
      ])
    func copy(_ table: String, _ columns: String, _ rows: [[String?]]) throws {
      let written = try connection.copyIn("copy plan.\(table) (district_id, year, version, \(columns)) from stdin") {
        writer in
        for row in rows { try writer.row(key + row) }
      }
      guard written == rows.count else {
        throw CatalogueError.refused("plan.\(table) took \(written) of \(rows.count) rows; nothing was loaded.")
      }
    }
    try copy(
      "unit", "unit, ordinal, kind, name_zh, name_en",
      units.enumerated().map { [$1.code, String($0 + 1), $1.kind.rawValue, $1.nameZH, $1.nameEN] })
    try copy("section", "section, title_zh, title_en", sections.map { [String($0.number), $0.titleZH, $0.titleEN] })
    try copy(
      "indicator",
      """
      indicator, ordinal, section, item, livelihood, headline, name_zh, name_en, measure, direction, unit_of_measure,
      accumulation, frequency, lead_unit, part_of, due_month, required_stage, behind_floor, weight, note
      """,
      indicators.enumerated().map { index, indicator in
        [
          indicator.code.description, String(index + 1), String(indicator.code.section), String(indicator.code.item),
          indicator.isLivelihood ? "true" : "false", indicator.isHeadline ? "true" : "false", indicator.nameZH,
          indicator.nameEN, indicator.measure.rawValue, indicator.direction?.rawValue, indicator.unitOfMeasure,
          indicator.accumulation.rawValue, indicator.frequency.rawValue, indicator.leadUnit, indicator.partOf,
          String(indicator.dueMonth), indicator.requiredStage?.rawValue, indicator.behindFloor?.description,
          indicator.weight.description, indicator.note,
        ]
      })
    try copy(
      "reporter", "indicator, unit",
      indicators.flatMap { indicator in indicator.expectedReporters.map { [indicator.code.description, $0] } })
    try copy(
      "target", "indicator, revision, value, decided_on, source",
      targets.map { [$0.indicator, String($0.revision), $0.value.description, $0.decidedOn.description, $0.source] })
    try copy("allocation", "indicator, unit, value", allocations.map { [$0.indicator, $0.unit, $0.value.description] })
    try copy(
      "profile", "indicator, month, cumulative_pct",
      profiles.map { [$0.indicator, String($0.month), $0.cumulativePercentage.description] })
    let posts = Set(postHolders.map(\.post) + responsibilities.compactMap(\.post)).sorted()
    try copy("post", "post", posts.map { [$0] })
    try copy(
      "post_holder", "post, name, holds_from, holds_to",
      postHolders.map { [$0.post, $0.name, $0.from.description, $0.to?.description] })
    try copy(
      "responsibility", "indicator, ordinal, role, unit, post",
      responsibilities.enumerated().map { [$1.indicator, String($0 + 1), $1.role.rawValue, $1.unit, $1.post] })
  }
}
