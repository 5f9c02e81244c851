import Attainment
import Ledger
import Wording

/// Findings about whether and when figures came, and what became of them.
extension Audit.Subject {
  func missing() -> [Finding] {
    eachFigure(.missing) { place in
      let standing = figures[place]
      guard standing.accepted == nil, inForce.isDue(place.period, of: indicator),
        let dueOn = inForce.due(place.period, of: indicator),
        standing.newest.map({ status(of: $0, place) != .awaitingReview }) ?? true
      else { return nil }
      return FindingSentence.missing(dueOn: dueOn)
    }
  }

  func late() -> [Finding] {
    eachFigure(.late) { place in
      guard figures[place].accepted != nil, let arrival = figures.arrival(of: place), arrival.isLate,
        let dueOn = inForce.due(place.period, of: indicator)
      else { return nil }
      return FindingSentence.late(submittedOn: inForce.zone.day(of: arrival.at), dueOn: dueOn)
    }
  }

  func awaitingReview() -> [Finding] {
    eachFigure(.awaitingReview) { place in
      guard let newest = figures[place].newestNotCounting, case .awaitingReview = status(of: newest, place) else {
        return nil
      }
      return FindingSentence.awaitingReview(
        revision: ledger.number(of: newest), submittedOn: submittedOn(newest))
    }
  }

  func returned() -> [Finding] {
    eachFigure(.returned) { place in
      guard let newest = figures[place].newestNotCounting, case .returned(let reason) = status(of: newest, place) else {
        return nil
      }
      return FindingSentence.returned(
        revision: ledger.number(of: newest), submittedOn: submittedOn(newest), reason: reason)
    }
  }

  func revisedAfterPublication() -> [Finding] {
    eachFigure(.revisedAfterPublication) { place in
      guard let use = audit.use(place), let period = inForce.month(use.publication.month) else { return nil }
      let own = use.figure.flatMap { ledger.sentence(of: $0, reportOf: period) }
      let base = use.base.flatMap { results.reading.lastYear?.reading.ledger.sentence(of: $0, reportOf: period) }
      return FindingSentence.joined(own, base.map { FindingSentence.baseRevised($0) })
    }
  }

  private func status(of revision: Ledger.Revision, _ place: YearFigures.Place) -> Ledger.Status {
    ledger.status(of: revision, in: place.account, at: inForce.asOf)
  }

  private func submittedOn(_ revision: Ledger.Revision) -> Day {
    inForce.zone.day(of: ledger.submittedAt(of: revision))
  }
}

extension Ledger {
  /// What a report used of a figure, and what counts now; nil where it used nothing.
  fileprivate func sentence(of change: EarlierUse.Change, reportOf period: Month) -> Phrase? {
    change.then.map { then in
      FindingSentence.revised(
        reportOf: period, used: number(of: then), content(of: then),
        now: change.now.map { (revision: number(of: $0), content: content(of: $0)) })
    }
  }

  /// What a revision says.
  private func content(of revision: Revision) -> Phrase {
    FindingSentence.content(
      value: value(of: revision), denominator: denominator(of: revision), baseValue: baseValue(of: revision),
      baseDenominator: baseDenominator(of: revision), stage: stage(of: revision), progress: progress(of: revision))
  }
}
