import Attainment
import Logging
import Reporting

/// Publishes several districts, over as many connections as there are lanes.
///
/// What fails in one district does not hold up the others.
struct DistrictsJob: Sendable {
  let connection: ConnectionOptions
  let asOf: String?
  let export: MonthExport
  let lanes: Int

  /// Publishes a month of every district, as of one instant and from one snapshot.
  ///
  /// - Returns: what was published and what failed, in the order of districts.
  /// - Throws: `RunError` when there is no district or the instant cannot be read; `PostgresError` when the database cannot
  ///   be reached.
  func publish(_ month: Month) async throws -> JobOutcome {
    try await Lanes.sharing(nil, among: lanes, connect: connection.connect) { lanes in
      guard !lanes.districts.isEmpty else { throw RunError.noDistrict }
      var outcome = JobOutcome(of: lanes.districts)
      try await round(month, of: lanes.districts, by: lanes, into: &outcome)
      return outcome
    }
  }

  /// Publishes every month that is due, oldest first, and puts right the exports that lag behind their publications.
  ///
  /// A month is published in one round of all the districts that it is due for. No other job comes between the listing
  /// and the end.
  ///
  /// - Returns: what was published and what failed, in the order of districts.
  /// - Throws: `PostgresError` or `RunError` when there is no way to find out what is due.
  func publishDue() async throws -> JobOutcome {
    let asOf = asOf
    return try await Lanes.sharing(connection.district, among: lanes, connect: connection.connect) { lanes in
      var outcome = JobOutcome(of: lanes.districts)
      var due: [String: [Month]] = [:]
      for (district, listed) in await lanes.each(
        of: lanes.districts,
        { connection, district in
          guard Interruption.signal == nil else { throw StoppedBeforeItsTurn() }
          return try DueMonths.list(of: district, at: asOf, on: connection)
        })
      {
        switch listed {
        case .success(let months): due[district] = months
        case .failure(let error): outcome.fail(district, because: error)
        }
      }
      for month in Set(due.values.joined()).sorted() {
        let districts = lanes.districts.filter { due[$0]?.contains(month) ?? false }
        do {
          try await round(month, of: districts, by: lanes, into: &outcome)
        } catch {
          for district in districts { outcome.fail(district, month, because: error) }
        }
        // Figures that stop one month do not stop the next; whatever else it was does.
        for district in outcome.stopped { due[district] = nil }
      }
      await exportOutdated(due.keys, by: lanes, into: &outcome)
      return outcome
    }
  }

  private func round(
    _ month: Month, of districts: [String], by lanes: Lanes, into outcome: inout JobOutcome
  ) async throws {
    guard !districts.isEmpty else { return }
    let export = export
    let round = Round(
      month, asOf: asOf, programVersion: Version.current, logger: Logger(label: "dabiao"),
      isStopped: { Interruption.signal != nil })
    let published = try await round.publish(
      districts, by: lanes,
      stage: { connection, run in try export.stage(run, on: connection) },
      place: { staged in try export.place(staged) })
    for (district, result) in published {
      switch result {
      case .success(let done):
        outcome.published[district, default: []].append(PublishedMonth(run: done.run, directory: done.placed))
      case .failure(let error): outcome.fail(district, month, because: error)
      }
    }
  }

  private func exportOutdated(
    _ districts: some Collection<String>, by lanes: Lanes, into outcome: inout JobOutcome
  ) async {
    let export = export
    let outcomes = await lanes.each(of: districts) { connection, district in
      guard Interruption.signal == nil else { throw StoppedBeforeItsTurn() }
      try export.replaceOutdated(of: district, on: connection)
    }
    for case (let district, .failure(let error)) in outcomes { outcome.fail(district, because: error) }
  }
}
