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
      report(row.line, "reference", .shape("true", .noReference(indicator.measure)))
    }
  }

  private mutating func checkDirection(of indicator: WorkPlan.Indicator, row: Row) {
    let measure = indicator.measure
    switch (measure.takesTarget, indicator.direction) {
    // One for reference has no target on whose side the actual could be.
    case (true, nil) where row["direction"] == nil && !indicator.isReference:
      report(row.line, "direction", .shape(nil, .direction(measure)))
    case (true, .maintain) where measure != .stock:
      report(row.line, "direction", .shape("maintain", .maintainedStock))
    case (false, .atMost), (false, .maintain):
      report(row.line, "direction", .shape(indicator.direction?.rawValue, .noDirection(measure)))
    default: break
    }
  }

  private mutating func checkAccumulation(of indicator: WorkPlan.Indicator, row: Row) {
    let measure = indicator.measure
    // One that is not given, or no word, has been told of as that.
    guard isWord(row, "accumulation", indicator.accumulation) else { return }
    if measure.isAlwaysPoint && indicator.accumulation != .point {
      report(indicator.line, "accumulation", .shape(indicator.accumulation.rawValue, .point(measure)))
    }
    if measure == .dailyAverage && indicator.accumulation == .point {
      report(indicator.line, "accumulation", .shape("point", .daily))
    }
  }

  private mutating func checkReporters(of indicator: WorkPlan.Indicator) {
    if indicator.measure == .rate && indicator.reporters.count > 1 {
      report(indicator.line, "reporters", .reporters(indicator.reporters.count))
    }
  }

  private mutating func checkStages(of indicator: WorkPlan.Indicator, row: Row) {
    if indicator.measure != .milestone, let stage = indicator.requiredStage {
      report(row.line, "required_stage", .shape(stage.rawValue, .noStage))
    }
    if indicator.requiredStage == .notStarted {
      report(row.line, "required_stage", .shape("not_started", .reachedStage))
    }
  }

  private mutating func checkPacing(of indicator: WorkPlan.Indicator, row: Row) {
    let measure = indicator.measure
    if row["pacing"] != nil {
      let pacing = indicator.pacing.rawValue
      if !measure.isPaced {
        report(row.line, "pacing", .shape(pacing, .noPacing(measure)))
      } else if indicator.pacing == .atDue && indicator.direction == .atMost {
        report(row.line, "pacing", .shape(pacing, .linearCap))
      }
    }
    if indicator.isWhole && measure != .total && measure != .stock {
      report(row.line, "whole", .shape("true", .notWhole))
    }
  }

  private mutating func checkSubmitted(of indicator: WorkPlan.Indicator, row: Row) {
    let measure = indicator.measure
    if let scale = row["scale"], measure != .ratio {
      report(row.line, "scale", .shape(scale, .noScale))
    } else if indicator.scale <= .zero {
      report(row.line, "scale", .shape("\(indicator.scale)", .aboveZero))
    }
    if let unit = indicator.valueUnit, measure.isSubmittedAsPrinted, unit != indicator.unitOfMeasure {
      report(row.line, "value_unit", .otherUnit(unit, printed: indicator.unitOfMeasure, measure))
    }
    if let code = indicator.continues, IndicatorCode(code) == nil {
      reportCode(row, "continues", code, .lastYearsCode)
    }
  }

  private mutating func checkPlausible(of indicator: WorkPlan.Indicator, row: Row) {
    for column in ["plausible_min", "plausible_max"] {
      if let bound = row[column], !indicator.measure.takesTarget {
        report(row.line, column, .shape(bound, .noBounds(indicator.measure)))
      }
    }
    if let least = indicator.plausibleMin, let most = indicator.plausibleMax, most < least {
      report(row.line, "plausible_max", .shape("\(most)", .boundAbove(least)))
    }
  }
}
