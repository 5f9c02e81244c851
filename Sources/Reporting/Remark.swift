import Attainment
import Ledger

/// Something that is said beside an indicator (method, section 14). The words stay where they were said.
struct Remark: Sendable, Equatable {
  /// Where the words are.
  enum Source: Sendable, Equatable {
    /// A reporter's, beside a revision of a figure.
    case figure(YearFigures.Place, revision: Int)
    /// A comment of the office, by its number.
    case comment(Int64)
  }

  /// Place of the indicator in the plan.
  let indicator: Int
  /// Where the words are.
  let source: Source
}

extension MonthResults {
  /// What each reporter says beside its latest accepted figure, and then the office of the indicator in the month: in plan
  /// order, the reporters in the order of `units.csv`. Who says nothing is left out.
  var commentary: [Remark] {
    inForce.definitions.indices.flatMap { indicator in
      let periods = inForce.definitions[indicator].frequency.duePeriods.filter { $0 <= month }
      let ofReporters = inForce.expected[indicator].compactMap { assignment -> Remark? in
        let places = periods.reversed().lazy.map { YearFigures.Place(assignment: assignment, period: $0) }
        guard let place = places.first(where: { figures[$0].accepted != nil }), let latest = figures[place].accepted,
          reading.ledger.hasRemark(latest)
        else { return nil }
        return Remark(
          indicator: indicator, source: .figure(place, revision: reading.ledger.number(of: latest)))
      }
      let code = inForce.plan.indicators[indicator].code.description
      let ofOffice = reading.comments.comment(on: code, in: month).map {
        Remark(indicator: indicator, source: .comment($0))
      }
      return ofReporters + [ofOffice].compactMap { $0 }
    }
  }
}
