import Attainment
import Postgres
import Wording
import Workbook

/// `月报.xlsx`: the month in one workbook, to be filtered and printed.
struct WorkbookFile: ExportPart {
  /// Name of the file.
  static let name = WorkbookSentence.fileName

  func write(_ month: PublishedMonth, into folder: inout ExportFolder, on connection: isolated Connection) throws {
    try folder.takeIn(Self.name) { path in
      do {
        let workbook = try Workbook(
          path: path,
          title: WorkbookSentence.title(
            district: month.districtName, month: month.period, plan: month.planTitle
          ).zh,
          createdAt: month.asOfSeconds,
          fontName: "Microsoft YaHei")
        for sheet in WorkbookSheet.all {
          try WorkbookTable(sheet: sheet, month: month).write(into: workbook, on: connection)
        }
        try workbook.close()
      } catch let error as WorkbookError {
        throw ExportError(.cannotWrite, "Cannot write \(error.description). The last export stands.")
      }
    }
  }
}
