import Attainment
import Crypto
import Foundation

extension WorkPlan {
  /// The files of a plan and their columns; the first five must exist, the others may be left out.
  private static let files: [(name: String, columns: String, isRequired: Bool)] = [
    (
      "plan.csv", "district,district_zh,district_en,year,title_zh,title_en,source,time_zone,due_day,review", true
    ),
    ("units.csv", "unit,kind,name_zh,name_en", true),
    ("sections.csv", "section,title_zh,title_en", true),
    (
      "indicators.csv",
      "indicator,livelihood,headline,name_zh,name_en,measure,direction,unit_of_measure,accumulation,frequency,"
        + "lead_unit,reporters,part_of,due_month,required_stage,behind_floor,weight,note",
      true
    ),
    ("targets.csv", "indicator,revision,value,decided_on,source", true),
    ("allocations.csv", "indicator,unit,value", false),
    ("profiles.csv", "indicator,month,cumulative_pct", false),
    ("responsibilities.csv", "indicator,role,unit,post", false),
    ("post_holders.csv", "post,name,from,to", false),
  ]

  /// Reads the plan in a folder.
  ///
  /// - Parameter directory: path of a folder that holds the plan's CSV files.
  /// - Returns: the plan, checked as a whole.
  /// - Throws: `CatalogueError` with every fault there is, or with the file that cannot be read.
  public static func read(_ directory: String) throws(CatalogueError) -> WorkPlan {
    var tables: [String: PlanTable] = [:]
    var faults: [PlanFault] = []
    var hash = SHA256()
    for file in files {
      let path = directory + "/" + file.name
      let columns = file.columns.split(separator: ",").map(String.init)
      guard FileManager.default.fileExists(atPath: path) || file.isRequired else { continue }
      let bytes: [UInt8]
      do {
        bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
      } catch {
        throw .unreadable(path: path, reason: (error as NSError).localizedDescription)
      }
      hash.update(data: Data("\(file.name) \(bytes.count)\n".utf8))
      hash.update(data: bytes)
      let table = PlanTable(
        file: file.name, bytes: bytes, columns: columns,
        optional: file.name == "plan.csv" ? ["stop_on_error", "republish"] : [])
      faults += table.faults
      tables[file.name] = table
    }
    // What the cells hold is only worth checking in files that are whole.
    if !faults.isEmpty { throw .faults(faults) }
    var check = PlanCheck(tables: tables)
    var plan = check.plan()
    if !check.faults.isEmpty { throw .faults(check.faults) }
    plan.sha256 = Array(hash.finalize())
    return plan
  }
}
