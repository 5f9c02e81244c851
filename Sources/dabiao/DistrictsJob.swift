import Attainment
import Logging
import Reporting

/// Publishes months of one district or of several, over as many connections as there are lanes.
///
/// What fails in one district does not hold up the others.
struct DistrictsJob: Sendable {
  let connection: ConnectionOptions
  let asOf: String?
  let export: MonthExport
  let lanes: Int

  /// Publishes a month, as of one instant and from one snapshot.
  ///
  /// - Parameters:
  ///   - month: the month.
  ///   - districts: of which districts.
  /// - Returns: what was published and what failed, in the order of districts.
  /// - Throws: `RunError` when there is no such district or the instant cannot be read; `PostgresError` when the database
  ///   cannot be reached.
  func publish(_ month: Month, of districts: Lanes.Selection) async throws -> JobOutcome {
    try await Lanes.sharing(districts, among: lanes, connect: connection.connect) { lanes in
      guard !lanes.districts.isEmpty else { throw RunError.noDistrict }
      return try await round(.month(month), by: lanes)
    }
  }

  /// Publishes every month that is due, of each district oldest first, and puts right the exports that lag behind their
  /// publications. No other job comes between.
  ///
  /// - Returns: what was published and what failed, in the order of districts.
  /// - Throws: `PostgresError` or `RunError` when there is no way to find out what is due.
  func publishDue() async throws -> JobOutcome {
    try await Lanes.sharing(.all(connection.district), among: lanes, connect: connection.connect) { lanes in
      var outcome = try await round(.due, by: lanes)
      await exportOutdated(lanes.districts.filter { !outcome.stopped.contains($0) }, by: lanes, into: &outcome)
      return outcome
    }
  }

  private func round(_ selection: Round.Selection, by lanes: Lanes) async throws -> JobOutcome {
    let export = export
    let round = Round(
      selection, asOf: asOf, programVersion: Version.current, logger: Logger(label: "dabiao"),
      isStopped: { Interruption.signal != nil })
    let published = try await round.publish(
      by: lanes,
      stage: { connection, run in try export.stage(run, on: connection) },
      place: { staged in try export.place(staged) })
    var outcome = JobOutcome(of: lanes.districts)
    for (district, months) in published {
      for month in months {
        switch month.result {
        case .success(let done):
          outcome.published[district, default: []].append(PublishedMonth(run: done.run, directory: done.placed))
        case .failure(let error): outcome.fail(district, month.month, because: error)
        }
      }
    }
    return outcome
  }

  private func exportOutdated(_ districts: [String], by lanes: Lanes, into outcome: inout JobOutcome) async {
    let export = export
    let outcomes = await lanes.each(of: districts) { connection, district in
      guard Interruption.signal == nil else { throw StoppedBeforeItsTurn() }
      try export.replaceOutdated(of: district, on: connection)
    }
    for case (let district, .failure(let error)) in outcomes { outcome.fail(district, because: error) }
  }
}

/// What a job has published: a run, and the folder of its export where one was asked for.
struct PublishedMonth: Sendable {
  let run: PublishedRun
  let directory: String?
}
