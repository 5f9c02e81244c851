import Attainment

/// Whether the cells of an indicator go together (method, sections 4, 6, 7, 8 and 11).
extension PlanTable {
  mutating func checkShape(of indicator: WorkPlan.Indicator, row: Row) {
    checkDirection(of: indicator, row: row)
    checkAccumulation(of: indicator, row: row)
    checkReporters(of: indicator)
    checkStages(of: indicator, row: row)
    checkPacing(of: indicator, row: row)
    checkSubmitted(of: indicator, row: row)
    checkPlausible(of: indicator, row: row)
    if indicator.isReference && !indicator.measure.takesTarget {
      report(
        row.line, "reference", "true",
        "false: a \(indicator.measure.rawValue) has no figure to refer to, only work to be done")
    }
  }

  private mutating func checkDirection(of indicator: WorkPlan.Indicator, row: Row) {
    let measure = indicator.measure
    switch (measure.takesTarget, indicator.direction) {
    // One for reference has no target on whose side the actual could be.
    case (true, nil) where row["direction"] == nil && !indicator.isReference:
      report(row.line, "direction", "nothing", "at_least or at_most: the measure \(measure.rawValue) needs one")
    case (true, .maintain) where measure != .stock:
      report(row.line, "direction", "maintain", "at_least or at_most: only a stock can be maintained")
    case (false, .atMost), (false, .maintain):
      report(row.line, "direction", row["direction"] ?? "", "nothing: \(measure.rawValue) carries no target value")
    default: break
    }
  }

  private mutating func checkAccumulation(of indicator: WorkPlan.Indicator, row: Row) {
    let measure = indicator.measure
    // One that is not given, or no word, has been told of as that.
    guard row["accumulation"] == indicator.accumulation.rawValue else { return }
    if measure.isAlwaysPoint && indicator.accumulation != .point {
      report(
        indicator.line, "accumulation", indicator.accumulation.rawValue, "point, as for every \(measure.rawValue)")
    }
    if measure == .dailyAverage && indicator.accumulation == .point {
      report(
        indicator.line, "accumulation", "point", "monthly or cumulative: a level has no days to be divided by")
    }
  }

  private mutating func checkReporters(of indicator: WorkPlan.Indicator) {
    if indicator.measure == .rate && indicator.reporters.count > 1 {
      report(
        indicator.line, "reporters", "\(indicator.reporters.count) units", "one: rates of several do not add up")
    }
  }

  private mutating func checkStages(of indicator: WorkPlan.Indicator, row: Row) {
    if indicator.measure != .milestone, let stage = row["required_stage"] {
      report(row.line, "required_stage", stage, "nothing: only a milestone has stages")
    }
    if indicator.requiredStage == .notStarted {
      report(row.line, "required_stage", "not_started", "started or completed")
    }
  }

  private mutating func checkPacing(of indicator: WorkPlan.Indicator, row: Row) {
    let measure = indicator.measure
    if let pacing = row["pacing"] {
      if !measure.isPaced {
        report(row.line, "pacing", pacing, "nothing: a \(measure.rawValue) holds at any date")
      } else if indicator.pacing == .atDue && indicator.direction == .atMost {
        report(
          row.line, "pacing", pacing, "linear or nothing: what is not to be exceeded cannot wait for its due month")
      }
    }
    if indicator.isWhole && measure != .total && measure != .stock {
      report(row.line, "whole", "true", "false: only a total or a stock counts whole things")
    }
  }

  private mutating func checkSubmitted(of indicator: WorkPlan.Indicator, row: Row) {
    let measure = indicator.measure
    if let scale = row["scale"], measure != .ratio {
      report(row.line, "scale", scale, "nothing: only a ratio has one")
    } else if indicator.scale <= .zero {
      report(row.line, "scale", "\(indicator.scale)", "a figure above 0")
    }
    if let unit = indicator.valueUnit, measure.isSubmittedAsPrinted, unit != indicator.unitOfMeasure {
      report(
        row.line, "value_unit", "'\(unit)'",
        "\(indicator.unitOfMeasure ?? "nothing"), its unit_of_measure: a \(measure.rawValue) is printed as it is submitted"
      )
    }
    if let code = indicator.continues, IndicatorCode(code) == nil {
      report(row.line, "continues", "'\(code)'", "the code of an indicator of last year's plan, such as 2.2.1")
    }
  }

  private mutating func checkPlausible(of indicator: WorkPlan.Indicator, row: Row) {
    for column in ["plausible_min", "plausible_max"] {
      if let bound = row[column], !indicator.measure.takesTarget {
        report(row.line, column, bound, "nothing: a \(indicator.measure.rawValue) has no value to be bounded")
      }
    }
    if let least = indicator.plausibleMin, let most = indicator.plausibleMax, most < least {
      report(row.line, "plausible_max", "\(most)", "\(least), the plausible_min, or more")
    }
  }
}
