import Attainment
import Crypto
import Foundation

extension WorkPlan {
  /// Reads the plan in a folder.
  ///
  /// - Parameter directory: path of a folder that holds the plan's CSV files.
  /// - Returns: the plan, checked as a whole.
  /// - Throws: `CatalogueError` with every fault there is, or with the file that cannot be read.
  public static func read(_ directory: String) throws(CatalogueError) -> WorkPlan {
    var tables: [String: PlanTable] = [:]
    var hash = SHA256()
    for file in PlanFile.all {
      let path = directory + "/" + file.name
      guard FileManager.default.fileExists(atPath: path) || file.isRequired else { continue }
      let bytes: [UInt8]
      do {
        bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
      } catch {
        throw .unreadable(path: path, reason: (error as NSError).localizedDescription)
      }
      hash.update(data: Data("\(file.name) \(bytes.count)\n".utf8))
      hash.update(data: bytes)
      tables[file.name] = PlanTable(file, bytes: bytes)
    }
    let isWhole = tables.values.allSatisfy(\.isWhole)
    var check = PlanCheck(tables: tables)
    var plan = isWhole ? check.plan() : WorkPlan()
    if !check.faults.isEmpty { throw .faults(check.faults) }
    plan.sha256 = Array(hash.finalize())
    return plan
  }
}
