import Attainment
import Ledger

/// A publication of the plan year that a run comes after (method, section 11).
struct EarlierPublication: Sendable {
  /// Number of its run.
  let runID: Int
  /// Its month, 1 to 12.
  let month: Int
  /// Its as-of instant.
  let asOf: Instant
}

/// A figure of which an earlier publication used another revision than counts now, or one where none counts, or none.
struct EarlierUse: Sendable {
  /// The publication.
  let publication: EarlierPublication
  /// The figure.
  let place: YearFigures.Place
  /// The revision that it used: every figure accepted at its instant (method, section 3).
  let used: Ledger.Revision?
  /// The revision that counts now.
  let counting: Ledger.Revision?
}

extension YearFigures {
  /// Where earlier publications used something else than counts now.
  ///
  /// - Parameter publications: the earlier publications of the plan year.
  /// - Returns: the uses, in the order of indicators, units and periods.
  func uses(in publications: [EarlierPublication]) -> [EarlierUse] {
    var uses: [EarlierUse] = []
    let (inForce, ledger) = (reading.inForce, reading.ledger)
    // By the period: those that reached it, and the first instant at which one did.
    let reached = (0...month).map { period in publications.filter { $0.month >= period } }
    let first = reached.map { reached in reached.map(\.asOf).min() }
    guard !publications.isEmpty else { return [] }
    for indicator in inForce.definitions.indices {
      let assignments = inForce.assignments.places(ofIndicator: indicator)
      for place in due(of: assignments, inForce.definitions[indicator]) {
        // Only a figure about which something came since can differ.
        guard let first = first[place.period], self[place].newest != nil,
          let change = ledger.lastChange(of: place.account, by: inForce.asOf), change > first
        else { continue }
        let counting = self[place].accepted
        for publication in reached[place.period] where publication.asOf < change {
          let used = ledger.standing(of: place.account, at: publication.asOf).accepted
          guard used != counting else { continue }
          uses.append(EarlierUse(publication: publication, place: place, used: used, counting: counting))
        }
      }
    }
    return uses
  }
}
