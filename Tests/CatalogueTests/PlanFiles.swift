import Foundation

@testable import Catalogue

/// The files of a plan as their lines, to be spoilt by a test.
struct PlanFiles: Sendable {
  /// The lines of each file by its name without `.csv`, the header first.
  private(set) var lines: [String: [String]]

  init(_ lines: [String: [String]]) { self.lines = lines }

  /// Puts another text in the place of a line, counted from 1, or behind the last.
  mutating func set(_ file: String, _ line: Int, _ text: String) {
    if line <= lines[file]?.count ?? 0 { lines[file]?[line - 1] = text } else { lines[file, default: []].append(text) }
  }

  /// Puts other texts in the cells of a line.
  mutating func set(_ file: String, _ line: Int, _ cells: [String: String]) {
    var texts = fields(file, line)
    for (index, column) in fields(file, 1).enumerated() {
      if let text = cells[column] { texts[index] = text }
    }
    set(file, line, texts.joined(separator: ","))
  }

  /// Takes columns out of a file.
  mutating func drop(_ columns: Set<String>, of file: String) {
    let kept = fields(file, 1).enumerated().filter { !columns.contains($0.element) }.map(\.offset)
    for line in 1...(lines[file]?.count ?? 1) {
      let texts = fields(file, line)
      set(file, line, kept.map { texts[$0] }.joined(separator: ","))
    }
  }

  /// Takes a file out of the plan.
  mutating func remove(_ file: String) { lines[file] = nil }

  /// The names of a file's columns.
  func columns(of file: String) -> [String] { fields(file, 1) }

  private func fields(_ file: String, _ line: Int) -> [String] {
    (lines[file]?[line - 1] ?? "").split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }

  /// Reads the plan from a folder of its own, which is removed again.
  func read() throws -> WorkPlan {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("dabiao-plan-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, lines) in lines {
      try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: folder.appendingPathComponent(name + ".csv"))
    }
    return try WorkPlan.read(folder.path)
  }

  /// What is wrong with the plan; empty where it can be read.
  func faults() throws -> [PlanFault] {
    do {
      _ = try read()
      return []
    } catch CatalogueError.faults(let faults) {
      return faults
    }
  }
}

extension PlanFiles {
  /// A sound plan of seven indicators that gives nothing which may be left out.
  static let plain = PlanFiles([
    "plan": [
      "district,district_zh,district_en,year,title_zh,title_en,source,time_zone,due_day,review,stop_on_error",
      "trial,试验区,Trial,2020,计划,Plan,made up,Asia/Shanghai,10,automatic,true",
    ],
    "units": ["unit,kind,name_zh,name_en", "a,department,甲,A", "b,subdistrict,乙,B", "c,town,丙,C"],
    "sections": ["section,title_zh,title_en", "1,一,One"],
    "indicators": [
      "indicator,livelihood,headline,name_zh,name_en,measure,direction,unit_of_measure,accumulation,frequency,lead_unit,"
        + "reporters,part_of,due_month,required_stage,behind_floor,weight,note",
      "1.1.1,true,false,总,Whole,total,at_least,亿元,monthly,monthly,a,a b,,,,,,",
      "1.1.2,false,false,分,Part,total,at_least,亿元,monthly,monthly,a,,1.1.1,,,,,",
      "1.1.3,,,增,Growth,growth,at_least,%,cumulative,monthly_from_february,a,,,,,,,",
      "1.1.4,,,成,Done,milestone,,,point,monthly,a,,,9,completed,,,",
      "1.1.5,,,存,Stock,stock,at_most,件,point,quarterly,a,,,,,,,",
      "1.1.6,,,日,Daily,daily_average,at_least,吨,monthly,monthly,a,,,,,80,2,",
      "1.1.7,,,进,Progress,progress,,,point,monthly,a,,,,,,,",
    ],
    "targets": [
      "indicator,revision,value,decided_on,source", "1.1.1,1,100,2020-01-20,", "1.1.2,1,50,2020-01-20,",
      "1.1.3,1,-5,2020-01-20,", "1.1.5,1,10,2020-01-20,", "1.1.6,1,7,2020-01-20,",
    ],
    "allocations": ["indicator,unit,value", "1.1.1,a,60", "1.1.1,b,40"],
    "profiles": ["indicator,month,cumulative_pct", "1.1.1,6,40", "1.1.1,12,100"],
    "responsibilities": ["indicator,role,unit,post", "1.1.1,lead,a,", "1.1.1,leader,,mayor"],
    "post_holders": ["post,name,from,to", "mayor,张,2020-01-01,2020-06-30", "mayor,李,2020-07-01,"],
  ])

  /// A sound plan that uses every column and file there is.
  static let full = PlanFiles([
    "plan": [
      "district,district_zh,district_en,year,title_zh,title_en,source,time_zone,due_day,review,stop_on_error,republish,"
        + "early_days,sample,remind_days,change_note",
      "trial,试验区,Trial,2020,计划,Plan,made up,Asia/Shanghai,10,required,false,changed,3,true,-3 0 5,年中调整",
    ],
    "units": [
      "unit,kind,name_zh,name_en,short_zh", "a,department,试验区甲局,A,甲局", "b,subdistrict,试验区乙街道,B,", "c,town,试验区丙镇,C,丙镇",
    ],
    "sections": ["section,title_zh,title_en", "1,一,One"],
    "indicators": [
      "indicator,livelihood,headline,name_zh,name_en,measure,direction,unit_of_measure,value_unit,denominator_unit,"
        + "scale,accumulation,frequency,lead_unit,reporters,part_of,continues,due_month,pacing,whole,due_day,"
        + "required_stage,behind_floor,weight,plausible_min,plausible_max,reference,wording,note",
      "1.1.1,,,新增企业,New,total,at_least,家,家,,,monthly,monthly,a,a b,,3.1.1,,at_due,true,45,,,,0,1000,,新增12家,",
      "1.1.2,,,税收增长,Tax,growth,at_least,%,亿元,,,cumulative,monthly,a,,,3.1.2,,,,,,,,-50,50.5,,,",
      "1.1.3,,,地区生产总值增速,GDP,rate,at_least,%,,,,point,quarterly,a,,,,,,,,,,,,,,,",
      "1.1.4,,,每万人投诉,Complaints,ratio,at_most,件/万人,件,人,10000,cumulative,monthly,a,,,,,,,62,,,,,,,,",
      "1.1.5,,,事故数,Accidents,stock,at_most,件,,,,point,monthly,a,,,,,,,,,,,,,,,",
      "1.1.6,,,达标率,Share,share,at_least,%,个,个,,point,monthly,a,,,,,,,,,,,,,,,",
      "1.1.7,,,学校建成,School,milestone,,,,,,point,monthly,a,,,,9,linear,,,started,,,,,,,",
      "1.1.8,,,编制规划,Plan,progress,,%,,,,point,monthly,a,,,,,,,,,,,,,,,",
      "1.1.9,,,能耗强度,Energy,intensity_change,at_most,%,吨,万元,,cumulative,quarterly,a,,,3.1.9,,,,,,,,,,,,",
      "1.1.10,,,全市平均,City,stock,,件,,,,point,monthly,a,,,,,,,,,,,,,true,,",
      "1.1.11,,,能耗总量,Cap,total,at_most,吨,,,,cumulative,monthly,a,,,,10,linear,,,,,,,,,,",
      "1.1.12,,,日处理量,Daily,daily_average,at_least,吨,吨,,,monthly,monthly,a,,,,,,,,,,,,,,,",
      "1.1.13,,,网点,Outlets,stock,at_least,件,,,,point,monthly,a,,,,,,true,,,,,,,,,",
    ],
    "targets": [
      "indicator,revision,value,tolerance,relative_to,decided_on,source", "1.1.1,1,12,1,,2020-01-20,",
      "1.1.2,1,6.5,0.25,,2020-01-20,", "1.1.3,1,,,1.1.2,2020-01-20,", "1.1.3,2,-0.5,,1.1.2,2020-05-20,",
      "1.1.4,1,20,,,2020-01-20,", "1.1.5,1,0,2,,2020-01-20,", "1.1.6,1,90,,,2020-01-20,", "1.1.9,1,-3,,,2020-01-20,",
      "1.1.11,1,190,,,2020-01-20,", "1.1.12,1,500,,,2020-01-20,", "1.1.13,1,5,,1.1.10,2020-01-20,",
    ],
    "allocations": ["indicator,unit,value", "1.1.1,a,8", "1.1.1,b,4", "1.1.11,a,0"],
    "profiles": [
      "indicator,month,cumulative_pct,cumulative_value", "1.1.1,6,,4", "1.1.1,12,,12", "1.1.6,3,80,", "1.1.6,8,120.5,",
      "1.1.6,12,90,", "1.1.7,9,100,", "1.1.11,6,50,", "1.1.11,10,100,", "1.1.12,1,,450", "1.1.12,7,,600",
    ],
    "floors": ["measure,behind_floor", "total,85", "rate,97.5"],
    "appraisal": ["rule,points,limit", "missing,-0.5,5", "attained_early,1,"],
    "grades": ["grade,from", "优秀,90", "合格,-60.5"],
    "responsibilities": ["indicator,role,unit,post", "1.1.1,lead,a,", "1.1.1,leader,,mayor"],
    "post_holders": ["post,name,from,to", "mayor,张,2020-01-01,2020-06-30", "mayor,李,2020-07-01,"],
  ])
}
