import Postgres

/// `bulletin.html`, the page of the month for those who read it on a screen or on paper.
struct BulletinPage: ExportPart {
  func write(_ month: PublishedMonth, into folder: inout ExportFolder, on connection: isolated Connection) throws {
    let report = try MonthReport.read(month, on: connection)
    try folder.write("bulletin.html", text: try Bulletin(report: report).page())
  }
}
