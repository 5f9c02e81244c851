import CSV
import Foundation

extension PlanSheet {
  /// The file as CSV: UTF-8, with the format's own names.
  public var csv: [UInt8] { written(header: columns, rows: rows) }

  func written(header: [String], rows: [[String]]) -> [UInt8] {
    var writer = CSVWriter()
    writer.write(header)
    for row in rows { writer.write(row) }
    return writer.bytes
  }
}

extension PlanSheets {
  /// Writes the plan where a path says: a workbook where it ends in `.xlsx`, a folder of CSV files otherwise.
  ///
  /// - Throws: `CatalogueError.unwritable`.
  public func write(to path: String) throws(CatalogueError) {
    if path.lowercased().hasSuffix(".xlsx") { try write(workbook: path) } else { try write(folder: path) }
  }

  /// Writes the plan as CSV files into a folder, which is made where it is not there.
  ///
  /// - Parameter folder: the folder; files of the plan that are there are replaced.
  /// - Throws: `CatalogueError.unwritable`.
  public func write(folder: String) throws(CatalogueError) {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      for sheet in all {
        try Data(sheet.csv).write(to: URL(fileURLWithPath: folder + "/\(sheet.file).csv"), options: .atomic)
      }
    } catch {
      throw .unwritable(path: folder, reason: (error as NSError).localizedDescription)
    }
  }
}
