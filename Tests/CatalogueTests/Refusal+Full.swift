extension Refusal {
  /// What a plan is refused for in the columns and files that may be left out.
  static let full = heads + shapes + pacings + references + relations + tolerances + profiles + judgements

  private static let heads = [
    Refusal(full: "plan", 2, ["early_days": "-1"], "early_days: found '-1'; wanted a whole number from 0 to 31"),
    Refusal(full: "plan", 2, ["early_days": "32"], "early_days: found '32'"),
    Refusal(full: "plan", 2, ["sample": "maybe"], "sample: found 'maybe'; wanted true or false"),
    Refusal(full: "plan", 2, ["republish": "often"], "republish: found 'often'; wanted one of never, changed"),
    Refusal(full: "plan", 2, ["remind_days": "-3 soon"], "remind_days: found 'soon'; wanted days from the due date"),
    Refusal(full: "plan", 2, ["remind_days": "63"], "remind_days: found '63'"),
    Refusal(full: "plan", 2, ["remind_days": "5 -3 5"], "remind_days: found 5 again"),
    Refusal(full: "units", 3, ["short_zh": "丙镇"], "short_zh: found '丙镇' again"),
    Refusal(full: "units", 4, ["short_zh": "试验区甲局"], "short_zh: found '试验区甲局' again"),
  ]

  private static let shapes = [
    Refusal(full: "indicators", 2, ["scale": "10"], "scale: found 10; wanted nothing: only a ratio"),
    Refusal(full: "indicators", 5, ["scale": "0"], "scale: found 0; wanted a figure above 0"),
    Refusal(full: "indicators", 5, ["scale": "-1"], "scale: found -1; wanted a figure above 0"),
    Refusal(full: "indicators", 5, ["scale": "万"], "scale: found '万'"),
    Refusal(full: "indicators", 5, ["direction": ""], "direction: found nothing; wanted at_least or at_most"),
    Refusal(full: "indicators", 4, ["direction": ""], "direction: found nothing; wanted at_least or at_most"),
    Refusal(full: "indicators", 4, ["direction": "maintain"], "direction: found maintain"),
    Refusal(full: "indicators", 4, ["accumulation": "cumulative"], "accumulation: found cumulative; wanted point"),
    Refusal(full: "indicators", 4, ["reporters": "a b"], "reporters: found 2 units; wanted one"),
    Refusal(full: "indicators", 2, ["value_unit": "万家"], "value_unit: found '万家'; wanted 家, its unit_of_measure"),
    Refusal(full: "indicators", 6, ["value_unit": "起"], "value_unit: found '起'; wanted 件"),
    Refusal(full: "indicators", 4, ["value_unit": "亿元"], "value_unit: found '亿元'; wanted %"),
    Refusal(full: "indicators", 2, ["continues": "企业"], "continues: found '企业'; wanted the code"),
    Refusal(full: "indicators", 2, ["due_day": "0"], "due_day: found '0'; wanted a whole number from 1 to 62"),
    Refusal(full: "indicators", 2, ["due_day": "63"], "due_day: found '63'"),
    Refusal(full: "indicators", 2, ["plausible_min": "1001"], "plausible_max: found 1000; wanted 1001"),
    Refusal(full: "indicators", 8, ["plausible_min": "1"], "plausible_min: found 1; wanted nothing: a milestone"),
    Refusal(full: "indicators", 9, ["plausible_max": "99"], "plausible_max: found 99; wanted nothing: a progress"),
  ]

  private static let pacings = [
    Refusal(full: "indicators", 2, ["pacing": "sudden"], "pacing: found 'sudden'; wanted one of linear, at_due"),
    Refusal(full: "indicators", 6, ["pacing": "at_due"], "pacing: found at_due; wanted nothing: a stock"),
    Refusal(full: "indicators", 3, ["pacing": "linear"], "pacing: found linear; wanted nothing: a growth"),
    Refusal(full: "indicators", 7, ["pacing": "linear"], "pacing: found linear; wanted nothing: a share"),
    Refusal(full: "indicators", 12, ["pacing": "at_due"], "pacing: found at_due; wanted linear or nothing"),
    Refusal(full: "indicators", 2, ["whole": "1"], "whole: found '1'"),
    Refusal(full: "indicators", 7, ["whole": "true"], "whole: found true; wanted false: only a total or a stock"),
    Refusal(full: "indicators", 9, ["whole": "true"], "whole: found true; wanted false: only a total or a stock"),
    Refusal(full: "targets", 2, ["value": "12.5"], "value: found 12.5; wanted a whole number: 1.1.1"),
    Refusal(full: "targets", 2, ["tolerance": "0.5"], "tolerance: found 0.5; wanted a whole number: 1.1.1"),
    Refusal(full: "targets", 12, ["value": "0.5"], "value: found 0.5; wanted a whole number: 1.1.13"),
    Refusal(full: "allocations", 2, ["value": "7.5"], "value: found 7.5; wanted a whole number: 1.1.1"),
  ]

  private static let references = [
    Refusal(full: "indicators", 8, ["reference": "true"], "reference: found true; wanted false: a milestone"),
    Refusal(full: "indicators", 9, ["reference": "true"], "reference: found true; wanted false: a progress"),
    Refusal(full: "indicators", 11, ["reference": "ja"], "reference: found 'ja'"),
    Refusal(full: "indicators", 11, ["reference": "false"], "direction: found nothing"),
    Refusal(
      full: "targets", 13, "1.1.10,1,5,,,2020-01-20,", "value: found 5; wanted no row: an indicator for reference"),
    Refusal(
      full: "targets", 13, "1.1.10,1,,,1.1.5,2020-01-20,",
      "value: found nothing; wanted no row: an indicator for reference"),
    Refusal(full: "allocations", 5, "1.1.10,a,5", "value: found 5; wanted no row: an indicator for reference"),
  ]

  private static let relations = [
    Refusal(full: "targets", 4, ["relative_to": "1.1.99"], "relative_to: found '1.1.99'"),
    Refusal(full: "targets", 2, ["relative_to": "1.1.13"], "relative_to: found 1.1.13; wanted nothing: a total"),
    Refusal(full: "targets", 10, ["relative_to": "1.1.12"], "relative_to: found 1.1.12; wanted nothing: a total"),
    Refusal(
      full: "targets", 13, "1.1.7,1,,,1.1.8,2020-01-20,", "value: found nothing; wanted no row: a milestone carries no"),
    Refusal(
      full: "targets", 4, ["relative_to": "1.1.6"], "relative_to: found 1.1.6, shares; wanted an indicator of percent"),
    Refusal(full: "targets", 4, ["relative_to": "1.1.12"], "relative_to: found 1.1.12, levels in 吨"),
    Refusal(
      full: "targets", 8, ["relative_to": "1.1.2"],
      "relative_to: found 1.1.2, percent changes; wanted an indicator of sh"),
    Refusal(full: "targets", 8, ["relative_to": "1.1.4"], "relative_to: found 1.1.4, levels in 件/万人"),
    Refusal(
      full: "targets", 12, ["relative_to": "1.1.6"],
      "relative_to: found 1.1.6, shares; wanted an indicator of levels in 件"),
    Refusal(full: "targets", 12, ["relative_to": "1.1.12"], "relative_to: found 1.1.12, levels in 吨; wanted"),
    Refusal(full: "targets", 12, ["relative_to": "1.1.8"], "relative_to: found 1.1.8, work without a value"),
    Refusal(full: "targets", 4, ["relative_to": "1.1.3"], "relative_to: found a circle through 1.1.3"),
    Refusal(full: "targets", 3, ["relative_to": "1.1.3"], "relative_to: found a circle through 1.1.3"),
    Refusal(full: "targets", 13, "1.1.2,2,,,1.1.3,2020-05-20,", "relative_to: found a circle through 1.1.3"),
    Refusal(full: "targets", 4, ["value": "同步"], "value: found '同步'"),
  ]

  private static let tolerances = [
    Refusal(full: "targets", 3, ["tolerance": "-0.1"], "tolerance: found -0.1; wanted 0 or more"),
    Refusal(full: "targets", 3, ["tolerance": "左右"], "tolerance: found '左右'"),
    Refusal(full: "targets", 6, ["value": "-1"], "value: found -1; wanted 0 or more"),
    Refusal(full: "targets", 8, ["value": "0"], "value: found 0; wanted a target above 0"),
    Refusal(full: "targets", 5, ["value": "-100", "relative_to": ""], "value: found -100; wanted a percent change"),
    Refusal(full: "targets", 4, ["relative_to": ""], "value: found nothing; wanted a figure"),
  ]

  private static let profiles = [
    Refusal(full: "profiles", 4, ["cumulative_pct": ""], "cumulative_pct: found nothing; wanted a percentage, or"),
    Refusal(full: "profiles", 4, ["cumulative_value": "9"], "cumulative_value: found an amount beside a percentage"),
    Refusal(full: "profiles", 3, "1.1.1,12,100,", "cumulative_pct: found 100; wanted amounts throughout, as in line 2"),
    Refusal(
      full: "profiles", 6, "1.1.6,12,,90", "cumulative_value: found 90; wanted percentages throughout, as in line 4"),
    Refusal(full: "profiles", 4, ["cumulative_pct": "-1"], "cumulative_pct: found -1; wanted 0 or more"),
    Refusal(full: "profiles", 3, "1.1.1,12,,11", "cumulative_value: found 11 by month 12; wanted 12"),
    Refusal(full: "profiles", 12, "1.1.1,9,,3.5", "cumulative_value: found a fall from 4 to 3.5"),
    Refusal(full: "profiles", 2, "1.1.1,6,,-1", "cumulative_value: found -1; wanted 0 or more"),
    Refusal(full: "profiles", 9, "1.1.11,10,99.5,", "cumulative_pct: found 99.5 by month 10; wanted 100 by then"),
    Refusal(full: "profiles", 7, "1.1.7,10,100,", "cumulative_pct: found 0 by month 9; wanted 100 by then"),
    Refusal(full: "profiles", 12, "1.1.2,12,,6.5", "cumulative_value: found amounts; wanted percentages: a growth"),
    Refusal(
      full: "profiles", 12, "1.1.9,12,,-3", "cumulative_value: found amounts; wanted percentages: a intensity_change"),
    Refusal(full: "profiles", 7, "1.1.7,9,,1", "cumulative_value: found amounts; wanted percentages: a milestone"),
    Refusal(full: "profiles", 12, "1.1.8,12,,1", "cumulative_value: found amounts; wanted percentages: a progress"),
    Refusal(
      full: "profiles", 12, "1.1.5,12,,1",
      "cumulative_value: found amounts; wanted percentages: the target of 1.1.5 is 0"),
    Refusal(
      full: "profiles", 12, "1.1.13,12,,1",
      "cumulative_value: found amounts; wanted percentages: the target of 1.1.13 fol"),
  ]

  private static let judgements = [
    Refusal(full: "floors", 2, "sum,85", "measure: found 'sum'"),
    Refusal(full: "floors", 2, ",85", "measure: found nothing"),
    Refusal(full: "floors", 2, "total,", "behind_floor: found nothing"),
    Refusal(full: "floors", 2, "total,-1", "behind_floor: found -1; wanted 0 or more"),
    Refusal(full: "floors", 4, "rate,90", "measure: found rate again"),
    Refusal(full: "appraisal", 2, "absent,-1,", "rule: found 'absent'; wanted one of missing, late, returned"),
    Refusal(full: "appraisal", 2, ",-1,", "rule: found nothing"),
    Refusal(full: "appraisal", 2, "missing,,", "points: found nothing"),
    Refusal(full: "appraisal", 2, "missing,-1,-5", "limit: found -5; wanted 0 or more"),
    Refusal(full: "appraisal", 4, "missing,-1,", "rule: found missing again"),
    Refusal(full: "grades", 2, ",90", "grade: found nothing"),
    Refusal(full: "grades", 2, "优秀,", "from: found nothing"),
    Refusal(full: "grades", 4, "合格,30", "grade: found '合格' again"),
    Refusal(full: "grades", 4, "良好,90.0", "from: found 90 again; wanted another total than that of '优秀'"),
  ]
}
