import Attainment
import Ledger

/// A publication of the plan year that a run comes after (method, sections 11 and 13).
struct EarlierPublication: Sendable {
  /// Number of its run.
  let runID: Int
  /// Its month, 1 to 12.
  let month: Int
  /// Its as-of instant.
  let asOf: Instant
  /// The version of its plan.
  let planVersion: Int
  /// The SHA-256 over the figures that it used.
  let sha256: String

  /// Whether it comes before another: by the instant, and of one instant as they were made.
  func isBefore(_ other: EarlierPublication) -> Bool { (asOf, runID) < (other.asOf, other.runID) }
}

/// A figure of which the last publication that reaches it used another revision than counts now, or another figure of last
/// year as its base (method, section 11).
struct EarlierUse: Sendable {
  /// A revision of a figure then and now; nil where none counted or counts.
  struct Change: Sendable {
    let then: Ledger.Revision?
    let now: Ledger.Revision?

    /// A change; nil where nothing changed.
    init?(_ then: Ledger.Revision?, _ now: Ledger.Revision?) {
      guard then != now else { return nil }
      self.then = then
      self.now = now
    }
  }

  /// The publication.
  let publication: EarlierPublication
  /// The figure.
  let place: YearFigures.Place
  /// Its own change; nil where only its base changed.
  let figure: Change?
  /// The change of last year's figure that serves as its base.
  let base: Change?
}

extension YearFigures {
  /// What changed of a figure since an instant: its own revision, and last year's where it leaves its base empty, then or
  /// now.
  func changes(of place: Place, _ definition: Indicator, since instant: Instant) -> (
    figure: EarlierUse.Change?, base: EarlierUse.Change?
  ) {
    let (then, now) = (accepted(place, at: instant), self[place].accepted)
    let leavesBaseOpen = [then, now].contains { leaves($0, baseOpen: definition.measure) }
    return (EarlierUse.Change(then, now), leavesBaseOpen ? baseChange(of: place, since: instant) : nil)
  }

  private func accepted(_ place: Place, at instant: Instant) -> Ledger.Revision? {
    reading.ledger.standing(of: place.account, at: instant).accepted
  }

  private func baseChange(of place: Place, since instant: Instant) -> EarlierUse.Change? {
    EarlierUse.Change(lastYear(place, at: instant)?.revision, lastYear(place)?.revision)
  }

  private func leaves(_ revision: Ledger.Revision?, baseOpen measure: Measure) -> Bool {
    revision.map { stated($0, measure).leavesBaseOpen(measure) } ?? false
  }

  /// Where the last publication that reaches a figure used something else than counts now.
  ///
  /// - Parameter publications: the publications of the plan year of an earlier instant.
  /// - Returns: the uses, in the order of indicators, units and periods.
  func uses(in publications: [EarlierPublication]) -> [EarlierUse] {
    guard !publications.isEmpty else { return [] }
    let last = (0...month).map { period in
      publications.filter { $0.month >= period }.max { $0.isBefore($1) }
    }
    var uses: [EarlierUse] = []
    for indicator in reading.inForce.definitions.indices {
      let definition = reading.inForce.definitions[indicator]
      for place in places(of: reading.inForce.expected[indicator], definition) {
        // What was not there then has not changed.
        guard let publication = last[place.period], let used = accepted(place, at: publication.asOf) else { continue }
        let figure = EarlierUse.Change(used, self[place].accepted)
        let base =
          leaves(used, baseOpen: definition.measure)
          ? baseChange(of: place, since: publication.asOf).flatMap { $0.then == nil ? nil : $0 } : nil
        guard figure != nil || base != nil else { continue }
        uses.append(EarlierUse(publication: publication, place: place, figure: figure, base: base))
      }
    }
    return uses
  }
}
