import Attainment

/// What is expected of the row by when, and where the year leads.
extension ExplainedRow {
  /// Expected progress before whole things are counted, by what it goes; nil without a figure period, and for a reference.
  var explainedPace: Explanation.Step? {
    guard judged.evaluation.expected != nil else { return nil }
    return judged.evaluation.paced.map { Explanation.Step(pacingFormula, $0) }
  }

  /// Expected progress, in whole things where these are counted.
  var explainedExpected: Explanation.Step? {
    judged.evaluation.expected.map { Explanation.Step(countsWhole ? .wholeThings(symbols) : pacingFormula, $0) }
  }

  /// Whether what is expected is rounded down to whole things.
  var countsWhole: Bool { definition.countsWhole(towards: judged.target?.figure) }

  private var pacingFormula: Formula? {
    guard let month = judged.evaluation.figurePeriod else { return nil }
    switch definition.expectation {
    case .always, .atDue, .percentages: return nil
    case .linear: return .linear(symbols)
    case .amounts:
      guard let profile = definition.profile, let whole = inForce.amountTarget(of: indicator) else { return nil }
      return .amounts(
        profile.number(at: month), of: whole, isAtMostAll: definition.measure.isPaced)
    }
  }

  /// Projection to the due month.
  var explainedProjection: Explanation.Step? {
    judged.evaluation.projected.map { Explanation.Step(.projection(symbols), $0) }
  }

  /// What each month left has to bring.
  var explainedRequirement: Explanation.Step? {
    judged.evaluation.requiredPerMonth.map { Explanation.Step(.required(symbols), $0) }
  }

  /// How last year went; nil where it says nothing.
  var explainedLastYear: Explanation.LastYear? {
    guard let actual = course.actual, let code = entry.continues, let month = judged.evaluation.figurePeriod,
      let period = Month(year: plan.year - 1, month: month)
    else { return nil }
    return Explanation.LastYear(
      indicator: code, period: period, actual: Explanation.Step(nil, actual),
      projected: course.projected.map { Explanation.Step(.lastYearsCourse(symbols), $0) })
  }

  /// What the district's row counts in its lead unit's score.
  var explainedCredit: Explanation.Step? {
    unit == nil ? judged.evaluation.credit.map { Explanation.Step(nil, $0) } : nil
  }
}
