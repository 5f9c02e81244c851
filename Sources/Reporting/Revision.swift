import Attainment
import Ledger

/// A row of a month's publication that says something else than the publication before (method, section 13).
struct Revision: Sendable {
  /// The row's place in the output, from 1.
  let ordinal: Int
  /// The figures that changed; nil where none did.
  let because: String?
}

/// The cells of a published row by which a revision is told.
struct PublishedCells: Sendable, Equatable {
  /// Target or allocation.
  let target: String?
  /// Actual.
  let actual: String?
  /// Attainment in percent.
  let attainment: String?
  /// Verdict.
  let verdict: String?
}

/// Names a row of a publication.
struct RowName: Sendable, Hashable {
  /// Code of the indicator.
  let indicator: String
  /// Code of the unit; nil for the district's own row.
  let unit: String?
}

extension MonthResults {
  /// The name of a row.
  func name(of row: JudgedRow) -> RowName {
    RowName(
      indicator: inForce.plan.indicators[row.indicator].code.description,
      unit: row.unit.map { inForce.plan.units[$0].code })
  }

  /// The rows that differ from the month's publication before, in their order.
  ///
  /// - Parameters:
  ///   - previous: the rows of the publication before.
  ///   - uses: where it used other figures than count now.
  /// - Returns: a revision for each row that differs.
  func revisions(since previous: [RowName: PublishedCells], _ uses: [EarlierUse]) -> [Revision] {
    let causes = Dictionary(grouping: uses) { inForce.assignments.all[$0.place.assignment].indicator }
    return rows.enumerated().compactMap { index, row in
      let evaluation = row.evaluation
      let cells = PublishedCells(
        target: row.target?.value.description, actual: evaluation.actual?.description,
        attainment: evaluation.attainment?.rounded.description, verdict: evaluation.verdict.rawValue)
      guard previous[name(of: row)] != cells else { return nil }
      return Revision(ordinal: index + 1, because: because(causes[row.indicator] ?? [], of: row.unit))
    }
  }

  /// What changed a row: of the district all reporters of the indicator, of a unit its own figures.
  private func because(_ uses: [EarlierUse], of unit: Int?) -> String? {
    let changes = uses.map { use in
      (use: use, unit: inForce.assignments.all[use.place.assignment].unit)
    }.filter { unit == nil || $0.unit == unit }
    guard !changes.isEmpty else { return nil }
    return changes.map { change in
      (unit: inForce.plan.units[change.unit].code, use: change.use)
    }.sorted { ($0.unit, $0.use.place.period) < ($1.unit, $1.use.place.period) }.map { unit, use in
      let period = inForce.month(use.place.period)?.description ?? ""
      return "\(unit) \(period): \(said(use.used)) -> \(said(use.counting))"
    }.joined(separator: "; ")
  }

  private func said(_ revision: Ledger.Revision?) -> String {
    revision.map { "revision \(reading.ledger.number(of: $0))" } ?? "none"
  }
}
