import Attainment
import Catalogue
import Wording

/// The blank form of what is due from a unit in a period, with what helps to fill it in: a function of plan and records.
public struct SubmissionForm: Sendable {
  /// One line of the form.
  struct Line: Sendable {
    var indicator: WorkPlan.Indicator
    /// The target in force.
    var target: WorkPlan.Target?
    /// The unit's own share of it, where it has one; it stands in its place.
    var allocation: Figure?
    /// The day by which it is due, where that is not the form's.
    var dueOn: Day?
    /// The figure of the period before.
    var previous: (period: Month, content: FigureContent)?
    /// Last year's figure of the indicator that this one continues, from which a base that is left empty is taken.
    var lastYear: Records.Revision?
    /// The newest revision of the period itself.
    var onRecord: Records.Revision?
    /// Its light in the last publication.
    var light: Light?

    /// Whether reasons are asked for.
    var isLagging: Bool { light == .red || light == .yellow }
  }

  /// The unit.
  let unit: WorkPlan.Unit
  /// The period.
  let period: Month
  /// Title of the plan.
  let planTitle: String
  /// Day by which the figures are due.
  let dueOn: Day?
  /// What is due, in plan order.
  let lines: [Line]

  /// Whether nothing is due.
  public var isEmpty: Bool { lines.isEmpty }

  /// Name of the file, after the unit and the period.
  public var fileName: String {
    FormText.fileName(unit: unit.nameZH.replacing("/", with: "-").replacing("\0", with: ""), period: period)
  }

  /// The form of a unit.
  ///
  /// - Parameters:
  ///   - unit: the unit, of the plan.
  ///   - period: a period of the plan's year.
  ///   - plan: the plan.
  ///   - records: what is on record of the unit's figures.
  ///   - lights: the lights of the last publication, by indicator; the unit's own where it has a row, otherwise the
  ///     district's.
  ///   - day: the day on which the targets in force are asked for.
  init(unit: WorkPlan.Unit, period: Month, plan: WorkPlan, records: Records, lights: [String: Light], on day: Day) {
    self.unit = unit
    self.period = period
    planTitle = plan.titleZH
    let dueOn = period.due(by: plan.dueDay)
    self.dueOn = dueOn
    let targets = plan.targets(inForceOn: day)
    let due = plan.indicators.filter { indicator in
      indicator.expectedReporters.contains(unit.code) && indicator.frequency.duePeriods.contains(period.month)
    }
    lines = due.map { indicator in
      let code = indicator.code.description
      let key = FigureKey(indicator: code, unit: unit.code, period: period)
      let ownDay = indicator.dueDay.flatMap { period.due(by: $0) }
      return Line(
        indicator: indicator, target: targets[code],
        allocation: plan.allocations.first { $0.indicator == code && $0.unit == unit.code }?.value,
        dueOn: ownDay == dueOn ? nil : ownDay, previous: records.previous(key).map { ($0.key.period, $0.content) },
        lastYear: key.lastYear(of: indicator).flatMap(records.accepted), onRecord: records.newest(key),
        light: lights[code])
    }
  }
}
