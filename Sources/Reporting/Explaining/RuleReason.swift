import Attainment
import Wording

/// Why a rule of the method's section 8 decided, with the figures that made it apply.
struct RuleReason {
  let indicator: Indicator
  let measurement: Measurement
  let target: Target?
  let evaluation: Evaluation
  /// The reported month.
  let month: Month
  /// Date by which the first figure of the year is due.
  var firstDueOn: Day?
  /// Code of the indicator that the target is relative to.
  var relativeTo: String?

  /// The sentence in both languages, without its full stop.
  var sentence: Phrase {
    switch evaluation.reason {
    case .reference: RuleSentence.reference
    case .nothingDue:
      RuleSentence.nothingDue(firstDue: period(indicator.frequency.duePeriods.first), by: firstDueOn)
    case .nothingAccepted: RuleSentence.nothingAccepted(dueUpTo: period(measurement.latestDue))
    case .nothingReviewed: RuleSentence.nothingReviewed(dueUpTo: period(measurement.latestDue))
    case .notAssessable(.noTarget):
      relativeTo.map { RuleSentence.nothingToCompareWith($0) } ?? Reason.Obstacle.noTarget.sentence
    case .notAssessable(let obstacle): obstacle.sentence
    case .reachedForGood: RuleSentence.reachedForGood(attainment: attainment ?? "")
    case .exceededForGood:
      RuleSentence.exceededForGood(
        actual: evaluation.actual?.description ?? "",
        limit: target?.granted(indicator.direction).description ?? "")
    case .latestPeriodOutstanding:
      RuleSentence.latestPeriodOutstanding(
        dueUpTo: period(measurement.latestDue), latest: period(measurement.figurePeriod))
    case .latestPeriodAwaitsReview:
      RuleSentence.latestPeriodAwaitsReview(
        dueUpTo: period(measurement.latestDue), latest: period(measurement.figurePeriod))
    case .metWhenDue:
      RuleSentence.whenDue(dueMonth: period(indicator.dueMonth), attainment: attainment, isMet: true)
    case .missedWhenDue:
      RuleSentence.whenDue(dueMonth: period(indicator.dueMonth), attainment: attainment, isMet: false)
    // Without an attainment the level is zero or less, which meets any limit.
    case .nothingExpected: attainment == nil ? RuleSentence.limitMet : RuleSentence.nothingExpected
    case .onSchedule: pace.map { RuleSentence.onSchedule(pace: $0) } ?? RuleSentence.limitMet
    case .aboveFloor: RuleSentence.aboveFloor(pace: pace ?? "", floor: indicator.floor)
    case .belowFloor: RuleSentence.belowFloor(pace: pace ?? "", floor: indicator.floor)
    }
  }

  private var attainment: String? { evaluation.attainment.map(shown) }

  private var pace: String? { evaluation.pace.map(shown) }

  /// A quotient as printed, with its exact value where the printed one would hide on which side of a bound it lies.
  private func shown(_ fraction: Fraction) -> String {
    let printed = fraction.rounded.description
    let isBound = printed == "100" || printed == indicator.floor.description
    guard isBound, fraction.isRounded else { return printed }
    let exact = fraction.lowestTerms
    return "\(printed) (= \(exact.numeratorText)/\(exact.denominatorText))"
  }

  /// A month of the year; where the measurement names none, no rule that asks for it applies.
  private func period(_ number: Int?) -> Month { number.flatMap { Month(year: month.year, month: $0) } ?? month }
}

extension RuleReason {
  /// Why the rule of a row decided.
  init(of row: ExplainedRow, reportedIn month: Month) {
    let definition = row.definition
    self.init(
      indicator: definition, measurement: row.judged.tally.measurement, target: row.judged.target,
      evaluation: row.judged.evaluation, month: month,
      firstDueOn: definition.frequency.duePeriods.first.flatMap { row.inForce.due($0, of: row.indicator) },
      relativeTo: row.judged.revision?.relativeTo)
  }
}
