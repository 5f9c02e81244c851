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
  /// - Throws: `CatalogueError.refused` when a target that was published with would be edited, `CatalogueError.faults` when
  ///   what it continues of last year's plan is not there; `PostgresError` when the database refuses.
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
      let newest = try Self.newest(ofDistrict: districtID, year: year, on: connection)
      if let newest, newest.hash == hash { return .unchanged(version: newest.key.version) }
      if let newest { try refuseEditedTargets(of: newest.key, on: connection) }
      try refuseBrokenContinuation(districtID: districtID, on: connection)
      let key = Key(districtID: districtID, year: year, version: (newest?.key.version ?? 0) + 1)
      try insert(as: key, on: connection)
      // A run may come before autovacuum does, and joins these tables; without statistics that takes a minute, not a second.
      _ = try connection.query("select plan.refresh_statistics()")
      return .loaded(version: key.version)
    }
  }

  /// The newest version of a year's plan and the SHA-256 over its files; nil where none is loaded.
  private static func newest(
    ofDistrict districtID: String, year: Int, on connection: isolated Connection
  ) throws -> (key: Key, hash: String)? {
    let row = try connection.queryFirst(
      """
      select
          version,
          encode(sha256, 'hex') as hash
      from plan.work_plan
      where
          district_id = $1
          and year = $2
      order by version desc
      limit 1
      """, [districtID, String(year)])
    return try row.map { row in
      (Key(districtID: districtID, year: year, version: try row.word("version")), try row.required("hash"))
    }
  }

  /// A target that is really different is a new revision, never an edit, once something was published with it.
  private func refuseEditedTargets(of key: Key, on connection: isolated Connection) throws {
    let published = try connection.queryFirst(
      """
      select
      from report.run
      where
          district_id = $1
          and year = $2
          and outcome = 'published'
      limit 1
      """, [key.districtID, String(key.year)])
    guard published != nil else { return }
    let kept = Dictionary(grouping: targets) { "\($0.indicator) \($0.revision)" }
    let edited = try Self.targets(of: key, on: connection).filter { earlier in
      kept["\(earlier.indicator) \(earlier.revision)"]?.contains { $0.promisesSame(as: earlier) } != true
    }
    guard edited.isEmpty else {
      throw CatalogueError.refused(
        "Months were published with these targets, which the new files change or leave out: "
          + edited.map(\.promise).joined(separator: ", ")
          + ". Keep them in targets.csv and give a different target as a new revision.")
    }
  }

  /// What the plan continues must be there, and serve; without a plan of the year before nothing can be said.
  private func refuseBrokenContinuation(districtID: String, on connection: isolated Connection) throws {
    guard indicators.contains(where: { $0.continues != nil }),
      let lastYear = try Self.newest(ofDistrict: districtID, year: year - 1, on: connection)
    else { return }
    let faults = faults(continuing: try Self.stored(lastYear.key, on: connection))
    if !faults.isEmpty { throw CatalogueError.faults(faults) }
  }
}

extension WorkPlan.Target {
  /// Whether two revisions ask for the same from the same day on, whatever document they name.
  fileprivate func promisesSame(as other: WorkPlan.Target) -> Bool {
    value == other.value && tolerance == other.tolerance && relativeTo == other.relativeTo
      && decidedOn == other.decidedOn
  }

  /// The revision in words.
  fileprivate var promise: String {
    let relation = relativeTo.map { " relative to \($0)" } ?? ""
    let about = tolerance.map { ", tolerance \($0)" } ?? ""
    return "\(indicator) revision \(revision) (\(value)\(relation)\(about), decided on \(decidedOn))"
  }
}
