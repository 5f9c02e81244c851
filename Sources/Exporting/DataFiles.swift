import Postgres

/// `data/*.csv`, one file a view, for machines, and `datapackage.json` that describes them.
struct DataFiles: ExportPart {
  func write(_ month: PublishedMonth, into folder: inout ExportFolder, on connection: isolated Connection) throws {
    var package = DataPackage(
      name: "dabiao-\(month.district)-\(month.period)", title: "\(month.planTitle) \(month.period)",
      version: month.asOf, resources: [])
    for view in ExportedView.all {
      let columns = month.columns(of: view.name)
      let file = try folder.write(view.dataPath) { file in
        // Codes of districts and months are checked to hold nothing that needs quoting.
        _ = try connection.copyOut(
          """
          copy (
              select \(columns.map(\.expression).joined(separator: ", "))
              from report.\(view.name)
              where district = '\(month.district)' and period = '\(month.period)'
          ) to stdout (format csv, header)
          """
        ) { bytes in try bytes.withSpan { span in try unsafe span.withUnsafeBytes { try unsafe file.write($0) } } }
      }
      package.resources.append(
        DataPackage.Resource(
          name: view.name, path: file.path, bytes: file.byteCount, hash: "sha256:\(file.sha256)",
          schema: DataPackage.Schema(
            fields: columns.map { DataPackage.Field($0) },
            primaryKey: view.primaryKey.isEmpty ? nil : view.primaryKey)))
    }
    try folder.write("datapackage.json", text: try package.text())
  }
}
