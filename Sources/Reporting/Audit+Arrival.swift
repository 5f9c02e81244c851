import Attainment
import Ledger
import Wording

/// Findings about whether and when figures came, and what became of them.
extension Audit {
  func missing(_ indicator: Int) -> [Finding] {
    eachFigure(.missing, of: indicator) { place in
      guard figures[place].accepted == nil, let dueOn = dueOn(place) else { return nil }
      return FindingSentence.missing(dueOn: dueOn)
    }
  }

  func late(_ indicator: Int) -> [Finding] {
    eachFigure(.late, of: indicator) { place in
      guard figures[place].accepted != nil, let dueOn = dueOn(place),
        let first = ledger.firstSubmitted(of: place.account, by: results.inForce.asOf), isLate(first, place)
      else { return nil }
      return FindingSentence.late(submittedOn: results.inForce.zone.day(of: first), dueOn: dueOn)
    }
  }

  func awaitingReview(_ indicator: Int) -> [Finding] {
    eachFigure(.awaitingReview, of: indicator) { place in
      guard let newest = figures[place].newestNotCounting, case .awaitingReview = status(of: newest, place) else {
        return nil
      }
      return FindingSentence.awaitingReview(
        revision: ledger.number(of: newest), submittedOn: submittedOn(newest))
    }
  }

  func returned(_ indicator: Int) -> [Finding] {
    eachFigure(.returned, of: indicator) { place in
      guard let newest = figures[place].newestNotCounting, case .returned(let reason) = status(of: newest, place) else {
        return nil
      }
      return FindingSentence.returned(
        revision: ledger.number(of: newest), submittedOn: submittedOn(newest), reason: reason)
    }
  }

  func revisedAfterPublication(_ indicator: Int) -> [Finding] {
    eachFigure(.revisedAfterPublication, of: indicator) { place in
      guard let use = lastUse(place), let used = use.used, let period = results.inForce.month(use.publication.month)
      else { return nil }
      return FindingSentence.revised(
        reportOf: period, used: ledger.number(of: used), content(of: used),
        now: use.counting.map { (revision: ledger.number(of: $0), content: content(of: $0)) })
    }
  }

  private func status(of revision: Ledger.Revision, _ place: YearFigures.Place) -> Ledger.Status {
    ledger.status(of: revision, in: place.account, at: results.inForce.asOf)
  }

  private func submittedOn(_ revision: Ledger.Revision) -> Day {
    results.inForce.zone.day(of: ledger.submittedAt(of: revision))
  }

  private func content(of revision: Ledger.Revision) -> Phrase {
    FindingSentence.content(
      value: ledger.value(of: revision), denominator: ledger.denominator(of: revision),
      baseValue: ledger.baseValue(of: revision), baseDenominator: ledger.baseDenominator(of: revision),
      stage: ledger.stage(of: revision), progress: ledger.progress(of: revision))
  }
}
