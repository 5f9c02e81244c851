import Testing

@testable import Catalogue

/// A spoilt line of a plan's file, and how the report on it begins behind file and line.
struct Refusal: Sendable, CustomTestStringConvertible {
  private(set) var files: PlanFiles
  let file: String
  let line: Int
  let report: String

  var testDescription: String { "\(file).csv:\(line): \(report)" }

  /// A line of the plain plan with another text.
  init(_ file: String, _ line: Int, _ text: String, _ report: String) {
    files = .plain
    files.set(file, line, text)
    (self.file, self.line, self.report) = (file, line, report)
  }

  /// A line of the full plan with another text.
  init(full file: String, _ line: Int, _ text: String, _ report: String) {
    files = .full
    files.set(file, line, text)
    (self.file, self.line, self.report) = (file, line, report)
  }

  /// A line of the full plan with other texts in some of its cells.
  init(full file: String, _ line: Int, _ cells: [String: String], _ report: String) {
    files = .full
    files.set(file, line, cells)
    (self.file, self.line, self.report) = (file, line, report)
  }

  /// A line of the plain plan's indicators.csv with other texts in some of its cells.
  static func indicator(_ line: Int, _ cells: [String: String], _ report: String) -> Refusal {
    var files = PlanFiles.plain
    files.set("indicators", line, cells)
    return Refusal("indicators", line, files.lines["indicators"]?[line - 1] ?? "", report)
  }
}

extension Refusal {
  /// What a plan of the columns that must be there is refused for.
  static let plain = heads + indicators + promises + shapes

  private static let heads = [
    Refusal("plan", 3, "more,区,M,2020,t,t,s,UTC,1,automatic,", "found 2 rows; wanted exactly one"),
    Refusal("plan", 2, "Jing,区,D,2020,t,t,s,UTC,1,automatic,", "district: found 'Jing'"),
    Refusal("plan", 2, "j,,D,2020,t,t,s,UTC,1,automatic,", "district_zh: found nothing"),
    Refusal("plan", 2, "j,区,D,20,t,t,s,UTC,1,automatic,", "year: found '20'"),
    Refusal("plan", 2, "j,区,D,,t,t,s,UTC,1,automatic,", "year: found nothing"),
    Refusal("plan", 2, "j,区,D,2020,t,t,s,Moon/Base,1,automatic,", "time_zone: found 'Moon/Base'"),
    Refusal("plan", 2, "j,区,D,2020,t,t,s,UTC,32,automatic,", "due_day: found '32'"),
    Refusal("plan", 2, "j,区,D,2020,t,t,s,UTC,1,perhaps,", "review: found 'perhaps'"),
    Refusal("plan", 2, "j,区,D,2020,t,t,s,UTC,1,,", "review: found nothing"),
    Refusal("plan", 2, "j,区,D,2020,t,t,s,UTC,1,automatic,ja", "stop_on_error: found 'ja'"),
    Refusal("units", 5, "a,other,丁,D", "unit: found 'a' again"),
    Refusal("units", 5, "d,village,丁,D", "kind: found 'village'"),
    Refusal("units", 5, "d,,丁,D", "kind: found nothing"),
    Refusal("units", 5, "D,other,丁,D", "unit: found 'D'"),
    Refusal("sections", 3, "1,二,Two", "section: found 1 again"),
    Refusal("sections", 3, "0,二,Two", "section: found '0'"),
    Refusal("sections", 3, "2,,Two", "title_zh: found nothing"),
  ]

  private static let indicators = [
    indicator(2, ["indicator": "1.1"], "indicator: found '1.1'"),
    indicator(3, ["indicator": "1.1.1"], "indicator: found 1.1.1 again"),
    indicator(8, ["indicator": "2.1.7"], "indicator: found section 2"),
    indicator(8, ["livelihood": "yes"], "livelihood: found 'yes'"),
    indicator(8, ["name_zh": ""], "name_zh: found nothing"),
    indicator(8, ["measure": "sum"], "measure: found 'sum'"),
    indicator(8, ["measure": ""], "measure: found nothing"),
    indicator(2, ["direction": ""], "direction: found nothing; wanted at_least or at_most"),
    indicator(2, ["direction": "up"], "direction: found 'up'"),
    indicator(2, ["direction": "maintain"], "direction: found maintain; wanted at_least or at_most"),
    indicator(5, ["direction": "at_most"], "direction: found at_most; wanted nothing"),
    indicator(2, ["accumulation": "yearly"], "accumulation: found 'yearly'"),
    indicator(6, ["accumulation": "monthly"], "accumulation: found monthly; wanted point"),
    indicator(7, ["accumulation": "point"], "accumulation: found point; wanted monthly or cumulative"),
    indicator(2, ["frequency": "weekly"], "frequency: found 'weekly'"),
    indicator(2, ["lead_unit": ""], "lead_unit: found nothing"),
    indicator(8, ["lead_unit": "x"], "lead_unit: found 'x'"),
    indicator(2, ["reporters": "a b x"], "reporters: found 'x'"),
    indicator(2, ["reporters": "a b b"], "reporters: found 'b' again"),
    indicator(3, ["part_of": "1.1.9"], "part_of: found '1.1.9'"),
    indicator(3, ["part_of": "1.1.5"], "part_of: found 1.1.5, measured in 件"),
    indicator(2, ["part_of": "1.1.2"], "part_of: found a circle"),
    indicator(2, ["part_of": "1.1.1"], "part_of: found a circle"),
    indicator(2, ["due_month": "13"], "due_month: found '13'"),
    indicator(2, ["required_stage": "started"], "required_stage: found started; wanted nothing"),
    indicator(5, ["required_stage": "not_started"], "required_stage: found not_started"),
    indicator(5, ["required_stage": "finished"], "required_stage: found 'finished'"),
    indicator(2, ["behind_floor": "-1"], "behind_floor: found -1"),
    indicator(2, ["behind_floor": "90 %"], "behind_floor: found '90 %'"),
    indicator(2, ["weight": "-2"], "weight: found -2"),
  ]

  private static let promises = [
    Refusal("targets", 2, "1.1.9,1,100,2020-01-20,", "indicator: found '1.1.9'"),
    Refusal("targets", 2, "1.1.1,1,,2020-01-20,", "value: found nothing"),
    Refusal("targets", 2, "1.1.1,1,八百,2020-01-20,", "value: found '八百'"),
    Refusal("targets", 2, "1.1.1,1,123456789012345,2020-01-20,", "value: found '123456789012345' with 15 digits"),
    Refusal("targets", 2, "1.1.1,1,0.1234567,2020-01-20,", "value: found '0.1234567' with 7 decimals"),
    Refusal("targets", 2, "1.1.1,1,100,,", "decided_on: found nothing"),
    Refusal("targets", 2, "1.1.1,1,100,2020-02-30,", "decided_on: found '2020-02-30'"),
    Refusal("targets", 2, "1.1.1,1,100,1948-12-31,", "decided_on: found '1948-12-31'; wanted a date of the years 1949"),
    Refusal("targets", 2, "1.1.1,1,100,6020-01-20,", "decided_on: found '6020-01-20'; wanted a date of the years 1949"),
    Refusal("targets", 2, "1.1.1,1,0,2020-01-20,", "value: found 0; wanted a target above 0"),
    Refusal("targets", 2, "1.1.1,1,-1,2020-01-20,", "value: found -1; wanted a target above 0"),
    Refusal("targets", 5, "1.1.5,1,-1,2020-01-20,", "value: found -1; wanted 0 or more"),
    Refusal("targets", 4, "1.1.3,1,-100,2020-01-20,", "value: found -100; wanted a percent change"),
    Refusal("targets", 7, "1.1.4,1,1,2020-01-20,", "value: found 1; wanted no row: a milestone"),
    Refusal("targets", 7, "1.1.7,1,100,2020-01-20,", "value: found 100; wanted no row: a progress"),
    Refusal("targets", 7, "1.1.1,3,90,2020-05-01,", "revision: found 3; wanted 2"),
    Refusal("targets", 7, "1.1.1,2,90,2019-12-31,", "decided_on: found 2019-12-31"),
    Refusal("allocations", 2, "1.1.9,a,60", "indicator: found '1.1.9'"),
    Refusal("allocations", 2, "1.1.1,c,60", "unit: found 'c'; wanted an expected reporter"),
    Refusal("allocations", 4, "1.1.1,a,1", "unit: found 'a' again"),
    Refusal("allocations", 2, "1.1.1,a,-60", "value: found -60; wanted 0 or more"),
    Refusal("allocations", 4, "1.1.4,a,1", "value: found 1; wanted no row"),
    Refusal("allocations", 4, "1.1.3,a,-100", "value: found -100; wanted a percent change"),
    Refusal("profiles", 3, "1.1.1,12,99", "cumulative_pct: found 99 by month 12; wanted 100"),
    Refusal("profiles", 4, "1.1.1,7,39", "cumulative_pct: found a fall from 40 to 39"),
    Refusal("profiles", 4, "1.1.1,6,40", "month: found 6 again"),
    Refusal("profiles", 3, "1.1.1,12,101", "cumulative_pct: found 101"),
    Refusal("profiles", 2, "1.1.1,6,-1", "cumulative_pct: found -1; wanted 0 to 100"),
    Refusal("profiles", 2, "1.1.1,0,40", "month: found '0'"),
    Refusal("profiles", 4, "1.1.9,6,40", "indicator: found '1.1.9'"),
    Refusal("responsibilities", 2, "1.1.9,lead,a,", "indicator: found '1.1.9'"),
    Refusal("responsibilities", 2, "1.1.1,boss,a,", "role: found 'boss'"),
    Refusal("responsibilities", 2, "1.1.1,lead,x,", "unit: found 'x'"),
    Refusal("responsibilities", 2, "1.1.1,lead,,", "found neither unit nor post"),
    Refusal("post_holders", 2, "mayor,张,,2020-06-30", "from: found nothing"),
    Refusal("post_holders", 2, "mayor,张,2020-01-01,2019-06-30", "to: found 2019-06-30"),
    Refusal("post_holders", 3, "mayor,李,2020-06-30,", "from: found 2020-06-30"),
  ]

  private static let shapes = [
    Refusal("units", 1, "unit,kind,name_en,short_zh", "name_zh: found no such column"),
    Refusal("units", 1, "unit,kind,name_zh,name_en,note", "note: found an unknown column"),
    Refusal("units", 1, "unit,kind,name_zh,name_en,unit", "unit: found the column twice"),
    Refusal("units", 3, "b,town,乙", "found 3 fields; wanted 4"),
    Refusal("units", 3, "b,town,\"乙,B", "found "),
  ]
}
