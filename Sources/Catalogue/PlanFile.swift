import Wording

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

  /// Its name without the ending, as `plan`.
  var stem: String { String(name.dropLast(".csv".count)) }

  /// Every column, in the order in which they are written.
  var allColumns: [String] {
    let known = columns + optionalColumns
    return order.filter(known.contains) + known.filter { !order.contains($0) }
  }

  /// What people call it, and the sheet of a workbook that holds it.
  var title: String { PlanColumn.file(stem).zh }

  /// The column that a header names, by the format's name or by the one people use; nil where there is none.
  func column(named header: String) -> String? {
    allColumns.first { $0 == header.lowercased() || PlanColumn.name($0, of: stem).zh == header }
  }

  private let order: [String]

  private init(_ name: String, _ columns: String, optional: String = "", order: String = "", isRequired: Bool = false) {
    self.order = order.split(separator: ",").map(String.init)
    self.name = name + ".csv"
    self.columns = columns.split(separator: ",").map(String.init)
    optionalColumns = optional.split(separator: ",").map(String.init)
    self.isRequired = isRequired
  }

  /// Files that a draft brings and a plan does not need: read past.
  static func isAside(_ name: String) -> Bool {
    name == PlanSheetText.explanations
      || ["doubts", "left_out"].contains { name == $0 || name == PlanColumn.file($0).zh }
  }

  /// The files of a plan.
  static let all = [
    PlanFile(
      "plan", "district,district_zh,year,title_zh,source,time_zone,due_day,review",
      optional: "district_en,title_en,stop_on_error,republish,early_days,sample,remind_days,change_note",
      order: "district,district_zh,district_en,year,title_zh,title_en,source", isRequired: true),
    PlanFile("units", "unit,kind,name_zh", optional: "name_en,short_zh", isRequired: true),
    PlanFile("sections", "section,title_zh", optional: "title_en", isRequired: true),
    PlanFile(
      "indicators",
      "indicator,livelihood,headline,name_zh,measure,direction,unit_of_measure,accumulation,frequency,lead_unit,"
        + "reporters,part_of,due_month,required_stage,behind_floor,weight,note",
      optional: "name_en,value_unit,denominator_unit,scale,continues,pacing,whole,due_day,plausible_min,plausible_max,"
        + "reference,wording",
      order: "indicator,wording,name_zh,name_en,livelihood,headline,measure,direction,unit_of_measure,value_unit,"
        + "denominator_unit,scale,accumulation,frequency,lead_unit,reporters,part_of,continues,due_month,pacing,whole,"
        + "due_day,required_stage,behind_floor,weight,plausible_min,plausible_max,reference,note",
      isRequired: true),
    PlanFile(
      "targets", "indicator,revision,value,decided_on,source", optional: "tolerance,relative_to",
      order: "indicator,revision,value,tolerance,relative_to,decided_on,source", isRequired: true),
    PlanFile("allocations", "indicator,unit,value"),
    PlanFile("profiles", "indicator,month", optional: "cumulative_pct,cumulative_value"),
    PlanFile("floors", "measure,behind_floor"),
    PlanFile("appraisal", "rule,points", optional: "limit"),
    PlanFile("grades", "grade,from"),
    PlanFile("responsibilities", "indicator,role,unit,post"),
    PlanFile("post_holders", "post,name,from,to"),
  ]
}
