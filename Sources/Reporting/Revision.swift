import Attainment
import Catalogue
import Ledger

/// A row of a month's publication that says something else than the publication before (method, section 13).
struct Revision: Sendable {
  /// The row's place in the output, from 1.
  let ordinal: Int
  /// Every cause there is; nil where there is none.
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
  /// Pace in percent.
  let pace: String?
  /// Verdict.
  let verdict: String?
  /// Light.
  let light: String?
}

extension PublishedCells {
  /// The cells of a row as they are printed.
  init(_ row: JudgedRow) {
    let evaluation = row.evaluation
    self.init(
      target: row.target?.value.description, actual: evaluation.actual?.description,
      attainment: evaluation.attainment?.rounded.description, pace: evaluation.pace?.rounded.description,
      verdict: evaluation.verdict.rawValue, light: evaluation.light.rawValue)
  }
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
  ///   - cells: the rows of the publication before.
  ///   - previous: that publication.
  ///   - targets: the targets that applied to it, by the indicator's code.
  ///   - planVersion: the version of the plan now.
  /// - Returns: a revision for each row that differs.
  func revisions(
    since cells: [RowName: PublishedCells], of previous: EarlierPublication, targets: [String: WorkPlan.Target],
    planVersion: Int
  ) -> [Revision] {
    let causes = RevisionCauses(
      results: self, previous: previous, targetsBefore: targets, planVersion: planVersion)
    return rows.enumerated().compactMap { index, row in
      guard cells[name(of: row)] != PublishedCells(row) else { return nil }
      let because = causes.list(of: row)
      return Revision(ordinal: index + 1, because: because.isEmpty ? nil : because.joined(separator: "; "))
    }
  }
}

/// Why rows changed since a publication (method, section 13).
private struct RevisionCauses {
  let results: MonthResults
  let previous: EarlierPublication
  let targetsBefore: [String: WorkPlan.Target]
  let planVersion: Int

  private var inForce: PlanInForce { results.inForce }
  private var ledger: Ledger { results.reading.ledger }

  /// Every cause of a row's change.
  func list(of row: JudgedRow) -> [String] {
    var seen: Set<Int> = []
    let version = planVersion == previous.planVersion ? [] : ["plan version \(previous.planVersion) -> \(planVersion)"]
    return version + causes(of: row.indicator, unit: row.unit, &seen)
  }

  /// The causes in an indicator, and in the one that it is relative to, and so on.
  private func causes(of indicator: Int, unit: Int?, _ seen: inout Set<Int>) -> [String] {
    guard seen.insert(indicator).inserted else { return [] }
    let definition = inForce.definitions[indicator]
    let assignments = inForce.expected[indicator].filter { unit == nil || inForce.assignments.all[$0].unit == unit }
    let isOfDistrict = unit == nil
    var causes = isOfDistrict || definition.profile?.kind == .amounts ? target(of: indicator) : []
    for place in results.figures.places(of: assignments, definition) {
      causes += figure(place, definition) + arrival(place, of: indicator)
    }
    if isOfDistrict, let code = inForce.targets[indicator]?.relativeTo, let other = inForce.assignments.indicator(code)
    {
      causes += self.causes(of: other, unit: nil, &seen).map { "\(code): \($0)" }
    }
    return causes
  }

  private func target(of indicator: Int) -> [String] {
    let code = inForce.plan.indicators[indicator].code.description
    guard let before = targetsBefore[code], let now = inForce.targets[indicator], before != now else { return [] }
    let source = now.source.map { ", \($0)" } ?? ""
    return ["target \(before.text) -> \(now.text), decided on \(now.decidedOn)\(source)"]
  }

  /// A change of a figure's accepted revision, or of last year's that serves as its base.
  private func figure(_ place: YearFigures.Place, _ definition: Indicator) -> [String] {
    let (figure, base) = results.figures.changes(of: place, definition, since: previous.asOf)
    var causes: [String] = []
    if let figure {
      let isTakenBack =
        figure.then.map { then in
          if case .returned = ledger.status(of: then, in: place.account, at: inForce.asOf) { true } else { false }
        } ?? false
      causes.append(
        "\(name(place)): \(said(figure.then)) -> \(said(figure.now))\(isTakenBack ? ", the acceptance taken back" : "")"
      )
    }
    if let base, let lastYear = results.reading.lastYear?.reading.ledger {
      causes.append(
        "\(name(place, yearsBefore: 1)), last year's figure: \(lastYear.said(base.then)) -> \(lastYear.said(base.now))")
    }
    return causes
  }

  /// A figure that has become due, or has come in and does not count; what it says is not told.
  private func arrival(_ place: YearFigures.Place, of indicator: Int) -> [String] {
    var causes: [String] = []
    if inForce.isDue(place.period, of: indicator),
      !inForce.dueDates.isOver(inForce.due(place.period, of: indicator), at: previous.asOf)
    {
      causes.append("\(name(place)) has become due")
    }
    let now = results.figures[place]
    guard let newest = now.newestNotCounting else { return causes }
    let status = ledger.status(of: newest, in: place.account, at: inForce.asOf)
    let before = ledger.standing(of: place.account, at: previous.asOf).newest
    let statusBefore = before.map { ledger.status(of: $0, in: place.account, at: previous.asOf) }
    guard before != newest || statusBefore != status else { return causes }
    let what = status == .awaitingReview ? "awaits review" : "was returned"
    causes.append("\(name(place)): revision \(ledger.number(of: newest)) \(what)")
    return causes
  }

  private func name(_ place: YearFigures.Place, yearsBefore years: Int = 0) -> String {
    let unit = inForce.plan.units[inForce.assignments.all[place.assignment].unit].code
    return "\(unit) \(Month(year: inForce.plan.year - years, month: place.period)?.description ?? "")"
  }

  private func said(_ revision: Ledger.Revision?) -> String { ledger.said(revision) }
}

extension Ledger {
  /// What a revision says, in the order of a submission's columns, and which it is.
  fileprivate func said(_ revision: Revision?) -> String {
    guard let revision else { return "none" }
    let parts = [
      value(of: revision)?.description, denominator(of: revision)?.description,
      baseValue(of: revision).map { "base \($0)" }, baseDenominator(of: revision).map { "base denominator \($0)" },
      stage(of: revision)?.rawValue, progress(of: revision).map { "\($0) %" }, occurredOn(of: revision)?.description,
    ].compactMap { $0 }
    return "\(parts.joined(separator: " / ")) (revision \(number(of: revision)))"
  }
}

extension WorkPlan.Target {
  /// The target as a text: a figure, or another indicator and a difference.
  fileprivate var text: String {
    guard let relativeTo else { return value.description }
    return value == .zero ? relativeTo : "\(relativeTo)\(value < .zero ? "" : "+")\(value)"
  }
}
