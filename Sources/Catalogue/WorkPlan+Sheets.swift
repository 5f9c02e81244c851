import Attainment

extension WorkPlan {
  /// The plan as texts, the same as it was read from: what holds by default is left empty.
  public var sheets: PlanSheets {
    var sheets = PlanSheets.empty
    sheets.add("plan", head)
    for unit in units {
      sheets.add(
        "units",
        [
          "unit": unit.code, "kind": unit.kind.rawValue, "name_zh": unit.nameZH,
          "name_en": unit.nameEN == unit.nameZH ? "" : unit.nameEN, "short_zh": unit.shortZH ?? "",
        ])
    }
    for section in sections {
      sheets.add(
        "sections",
        [
          "section": String(section.number), "title_zh": section.titleZH,
          "title_en": section.titleEN == section.titleZH ? "" : section.titleEN,
        ])
    }
    for indicator in indicators { sheets.add("indicators", indicator.cells) }
    addPromises(to: &sheets)
    addAppraisal(to: &sheets)
    addResponsibilities(to: &sheets)
    sheets.all.removeAll { sheet in
      sheet.rows.isEmpty && !PlanFile.all.contains { $0.stem == sheet.file && $0.isRequired }
    }
    return sheets
  }

  private var head: [String: String] {
    [
      "district": district, "district_zh": districtZH, "district_en": districtEN == districtZH ? "" : districtEN,
      "year": String(year), "title_zh": titleZH, "title_en": titleEN == titleZH ? "" : titleEN, "source": source,
      "time_zone": timeZone, "due_day": String(dueDay), "review": review.rawValue,
      "stop_on_error": stopsOnError ? "true" : "", "republish": republication == .never ? "" : republication.rawValue,
      "early_days": earlyDays == 0 ? "" : String(earlyDays), "sample": isSample ? "true" : "",
      "remind_days": remindDays.map(String.init).joined(separator: " "), "change_note": changeNote ?? "",
    ]
  }

  private func addPromises(to sheets: inout PlanSheets) {
    for target in targets {
      let isPlain = target.relativeTo == nil || target.value != .zero
      sheets.add(
        "targets",
        [
          "indicator": target.indicator, "revision": String(target.revision),
          "value": isPlain ? target.value.description : "", "tolerance": target.tolerance?.description ?? "",
          "relative_to": target.relativeTo ?? "", "decided_on": target.decidedOn.description,
          "source": target.source ?? "",
        ])
    }
    for allocation in allocations {
      sheets.add(
        "allocations",
        ["indicator": allocation.indicator, "unit": allocation.unit, "value": allocation.value.description])
    }
    for point in profiles {
      var cells = ["indicator": point.indicator, "month": String(point.month)]
      switch point.expected {
      case .percentage(let figure): cells["cumulative_pct"] = figure.description
      case .amount(let figure): cells["cumulative_value"] = figure.description
      }
      sheets.add("profiles", cells)
    }
  }

  private func addAppraisal(to sheets: inout PlanSheets) {
    for measure in Measure.allCases {
      guard let floor = floors[measure] else { continue }
      sheets.add("floors", ["measure": measure.rawValue, "behind_floor": floor.description])
    }
    for rule in appraisalRules {
      sheets.add(
        "appraisal",
        ["rule": rule.rule.rawValue, "points": rule.points.description, "limit": rule.limit?.description ?? ""])
    }
    for grade in grades { sheets.add("grades", ["grade": grade.name, "from": grade.from.description]) }
  }

  private func addResponsibilities(to sheets: inout PlanSheets) {
    for responsibility in responsibilities {
      sheets.add(
        "responsibilities",
        [
          "indicator": responsibility.indicator, "role": responsibility.role.rawValue,
          "unit": responsibility.unit ?? "", "post": responsibility.post ?? "",
        ])
    }
    for holder in postHolders {
      sheets.add(
        "post_holders",
        [
          "post": holder.post, "name": holder.name, "from": holder.from.description, "to": holder.to?.description ?? "",
        ])
    }
  }
}

extension WorkPlan.Indicator {
  /// Its row, without what holds by default.
  fileprivate var cells: [String: String] {
    let usualPacing: Pacing = measure == .milestone ? .atDue : .linear
    return [
      "indicator": code.description, "wording": wording ?? "", "name_zh": nameZH,
      "name_en": nameEN == nameZH ? "" : nameEN, "livelihood": isLivelihood ? "true" : "",
      "headline": isHeadline ? "true" : "", "measure": measure.rawValue, "direction": direction?.rawValue ?? "",
      "unit_of_measure": unitOfMeasure ?? "", "value_unit": valueUnit ?? "", "denominator_unit": denominatorUnit ?? "",
      "scale": measure == .ratio ? scale.description : "", "accumulation": accumulation.rawValue,
      "frequency": frequency.rawValue, "lead_unit": leadUnit, "reporters": reporters.joined(separator: " "),
      "part_of": partOf ?? "", "continues": continues ?? "", "due_month": dueMonth == 12 ? "" : String(dueMonth),
      "pacing": pacing == usualPacing || !measure.isPaced ? "" : pacing.rawValue, "whole": isWhole ? "true" : "",
      "due_day": dueDay.map(String.init) ?? "",
      "required_stage": measure == .milestone ? requiredStage?.rawValue ?? "" : "",
      "behind_floor": behindFloor?.description ?? "", "weight": weight == Figure(1) ? "" : weight.description,
      "plausible_min": plausibleMin?.description ?? "", "plausible_max": plausibleMax?.description ?? "",
      "reference": isReference ? "true" : "", "note": note ?? "",
    ]
  }
}
