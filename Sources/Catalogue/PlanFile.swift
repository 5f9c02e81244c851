/// A file of a work plan: its name and its columns.
struct PlanFile {
  /// Name, as `plan.csv`.
  let name: String
  /// Columns that must be there, in any order.
  let columns: [String]
  /// Columns that may be there.
  let optionalColumns: [String]
  /// Whether a plan needs the file.
  let isRequired: Bool

  private init(_ name: String, _ columns: String, optional: String = "", isRequired: Bool = false) {
    self.name = name + ".csv"
    self.columns = columns.split(separator: ",").map(String.init)
    optionalColumns = optional.split(separator: ",").map(String.init)
    self.isRequired = isRequired
  }

  /// The files of a plan.
  static let all = [
    PlanFile(
      "plan", "district,district_zh,year,title_zh,source,time_zone,due_day,review",
      optional: "district_en,title_en,stop_on_error,republish,early_days,sample,remind_days,change_note",
      isRequired: true),
    PlanFile("units", "unit,kind,name_zh", optional: "name_en,short_zh", isRequired: true),
    PlanFile("sections", "section,title_zh", optional: "title_en", isRequired: true),
    PlanFile(
      "indicators",
      "indicator,livelihood,headline,name_zh,measure,direction,unit_of_measure,accumulation,frequency,lead_unit,"
        + "reporters,part_of,due_month,required_stage,behind_floor,weight,note",
      optional: "name_en,value_unit,denominator_unit,scale,continues,pacing,whole,due_day,plausible_min,plausible_max,"
        + "reference,wording",
      isRequired: true),
    PlanFile(
      "targets", "indicator,revision,value,decided_on,source", optional: "tolerance,relative_to", isRequired: true),
    PlanFile("allocations", "indicator,unit,value"),
    PlanFile("profiles", "indicator,month", optional: "cumulative_pct,cumulative_value"),
    PlanFile("floors", "measure,behind_floor"),
    PlanFile("appraisal", "rule,points", optional: "limit"),
    PlanFile("grades", "grade,from"),
    PlanFile("responsibilities", "indicator,role,unit,post"),
    PlanFile("post_holders", "post,name,from,to"),
  ]
}
