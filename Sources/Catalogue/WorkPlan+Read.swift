import Attainment
import Crypto
import Foundation

extension WorkPlan {
  /// Reads the plan in a folder or a workbook.
  ///
  /// - Parameter path: path of a folder that holds the plan's CSV files, or of an .xlsx with a sheet a file.
  /// - Returns: the plan, checked as a whole.
  /// - Throws: `CatalogueError` with every fault there is, or with the file that cannot be read.
  public static func read(_ path: String) throws(CatalogueError) -> WorkPlan {
    var isFolder: ObjCBool = false
    let exists = unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    return exists && !isFolder.boolValue ? try read(workbook: path) : try read(folder: path)
  }

  private static func read(folder: String) throws(CatalogueError) -> WorkPlan {
    var tables: [String: PlanTable] = [:]
    for file in PlanFile.all {
      let path = folder + "/" + file.name
      guard FileManager.default.fileExists(atPath: path) || file.isRequired else { continue }
      tables[file.name] = PlanTable(file, PlanSource(name: file.name, csv: try bytes(of: path)))
    }
    return try read(tables)
  }

  /// Reads the plan in files that are in memory already.
  ///
  /// - Parameter files: the bytes of each CSV file by its name, as `plan.csv`.
  /// - Returns: the plan, checked as a whole.
  /// - Throws: `CatalogueError` with every fault there is.
  public static func read(files: [String: [UInt8]]) throws(CatalogueError) -> WorkPlan {
    var tables: [String: PlanTable] = [:]
    for file in PlanFile.all {
      guard let bytes = files[file.name] ?? (file.isRequired ? [] : nil) else { continue }
      tables[file.name] = PlanTable(file, PlanSource(name: file.name, csv: bytes))
    }
    return try read(tables)
  }

  /// A file's bytes.
  static func bytes(of path: String) throws(CatalogueError) -> [UInt8] {
    do {
      return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw .unreadable(path: path, reason: (error as NSError).localizedDescription)
    }
  }

  /// The plan that some tables hold.
  static func read(_ tables: [String: PlanTable]) throws(CatalogueError) -> WorkPlan {
    let isWhole = tables.values.allSatisfy(\.isWhole)
    var check = PlanCheck(tables: tables)
    var plan = isWhole ? check.plan() : WorkPlan()
    if !check.faults.isEmpty { throw .faults(check.faults) }
    plan.sha256 = plan.fingerprint
    return plan
  }

  /// SHA-256 over what the plan says, however its files are written.
  private var fingerprint: [UInt8] {
    var plan = self
    // In whatever order a plan names them, the same units report.
    for index in plan.indicators.indices {
      plan.indicators[index].reporters = plan.indicators[index].expectedReporters.sorted()
    }
    var hash = SHA256()
    for sheet in plan.sheets.all {
      let bytes = sheet.csv
      hash.update(data: Data("\(sheet.file) \(bytes.count)\n".utf8))
      hash.update(data: bytes)
    }
    return Array(hash.finalize())
  }
}
