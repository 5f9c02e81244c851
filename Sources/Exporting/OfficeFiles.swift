import Postgres

/// `office/*.csv`: the files of `data/` for people who open them in a spreadsheet.
///
/// Chinese headers and labels, CRLF, no text that a spreadsheet would run as a formula; figures are the same digits.
struct OfficeFiles: ExportPart {
  let encoding: OfficeEncoding

  func write(_ month: PublishedMonth, into folder: inout ExportFolder, on connection: isolated Connection) throws {
    for view in ExportedView.all {
      let columns = month.columns(of: view.name)
      let headers = columns.map { view.officeHeader(of: $0.name) }
      let fields = try zip(columns, headers).map { column, header in
        try "\(column.officeExpression(in: view, of: month, guarded: true)) as \(Quoting.identifier(header))"
      }
      let copy = OfficeCopy(
        path: "office/\(view.name).csv", columns: headers,
        query: """
          select \(fields.joined(separator: ", "))
          from report.\(view.name)
          where district = '\(month.district)' and period = '\(month.period)'
          """)
      try folder.write(copy.path) { file in try copy.write(in: encoding, to: &file, on: connection) }
    }
  }
}
