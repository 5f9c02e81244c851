import Attainment
import Catalogue
import Ledger
import Wording

/// What is stored of a submission beside what the method reads: whose it is and what was written to it.
struct SubmissionOrigin {
  /// File that it came in.
  let file: String
  /// Line of the file.
  let line: String
  /// Login that submitted it.
  let submittedBy: String
  /// Why the figure lags.
  var lagReason: String?
  /// What will be done about it.
  var nextStep: String?
  /// Where what proves it can be found.
  var evidence: String?
  /// The reporter's note.
  var note: String?
}

extension ExplainedRow {
  /// The submissions that the row is made of, in the order of units and periods: each reporter's latest, or all where
  /// periods add up.
  ///
  /// - Parameter origin: what is stored beside a figure, by its reporter's code, its period and its revision.
  /// - Returns: the submissions with what they count.
  /// - Throws: what that throws.
  func submissions(
    origin: (_ unit: String, _ period: Month, _ revision: Int) throws -> SubmissionOrigin
  ) rethrows -> [Explanation.Submission] {
    try figures.places(of: assignments, definition).compactMap { place in
      guard judged.tally.places.contains(place), let figure = figures.counted(place, definition.measure),
        let month = month(place.period)
      else { return nil }
      let unit = plan.units[inForce.assignments.all[place.assignment].unit]
      let revision = figures.reading.ledger.number(of: figure.revision)
      return Explanation.Submission(
        place, figure, of: self, by: unit, in: month, origin: try origin(unit.code, month, revision))
    }
  }
}

extension Explanation.Submission {
  /// A submission that counts, with where its bases come from and who said and accepted it.
  fileprivate init(
    _ place: YearFigures.Place, _ figure: YearFigures.Counted, of row: ExplainedRow, by unit: WorkPlan.Unit,
    in month: Month, origin: SubmissionOrigin
  ) {
    let (inForce, ledger) = (row.inForce, row.figures.reading.ledger)
    let measure = row.definition.measure
    let acceptance = ledger.acceptance(of: figure.revision, in: place.account, at: inForce.asOf)
    let submittedAt = ledger.submittedAt(of: figure.revision)
    func source(_ counting: Figure?, _ stated: Figure?, _ isTaken: Bool) -> Explanation.BaseOrigin? {
      isTaken ? stated != nil ? .stated : counting != nil ? .lastYear : .missing : nil
    }
    self.init(
      reporter: unit.code, name: Phrase(zh: unit.nameZH, en: unit.nameEN), period: month,
      revision: String(ledger.number(of: figure.revision)), value: figure.value?.description,
      denominator: figure.denominator?.description, baseValue: figure.baseValue?.description,
      baseValueFrom: source(figure.baseValue, figure.stated.baseValue, measure.takesBase),
      baseDenominator: figure.baseDenominator?.description,
      baseDenominatorFrom: source(
        figure.baseDenominator, figure.stated.baseDenominator, measure == .intensityChange),
      taken: figure.isBaseFilled ? row.lastYearsFigure(of: place, before: month) : nil,
      stage: figure.stage, progress: figure.progress?.description, occurredOn: figure.occurredOn?.description,
      lagReason: origin.lagReason, nextStep: origin.nextStep, evidence: origin.evidence, note: origin.note,
      submittedAt: submittedAt.description, submittedAtLocal: inForce.zone.text(of: submittedAt),
      submittedBy: origin.submittedBy, file: origin.file, line: origin.line, acceptedAt: acceptance?.at.description,
      acceptedAtLocal: acceptance.map { inForce.zone.text(of: $0.at) }, acceptedBy: acceptance?.by)
  }
}

extension ExplainedRow {
  /// Last year's figure of the same reporter and month that bases are taken from.
  fileprivate func lastYearsFigure(
    of place: YearFigures.Place, before month: Month
  ) -> Explanation.LastYearsFigure? {
    guard let base = figures.lastYear(place), let code = entry.continues, let before = figures.reading.lastYear,
      let period = Month(year: month.year - 1, month: month.month)
    else { return nil }
    return Explanation.LastYearsFigure(
      indicator: code, period: period, revision: String(before.reading.ledger.number(of: base.revision)))
  }
}
