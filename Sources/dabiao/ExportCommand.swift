import ArgumentParser
import Attainment
import Exporting
import Postgres
import Reporting

/// `dabiao export`: a published month's files again.
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a published month's files again.")

  @OptionGroup var connection: ConnectionOptions

  @Option(help: "The month, as 2020-06.")
  var month: Month

  @Option(help: "Folder of the exports; the month goes to <folder>/<district>/<month>/.")
  var to: String

  @OptionGroup var options: ExportOptions

  @Option(help: "Encoding of the files in office/: utf-8 or gb18030.")
  var encoding: OfficeEncoding = .utf8

  func run() async throws {
    let (district, month, root, parts, encoding) = (connection.district, month, to, options.parts, encoding)
    let export = try await connection.connect().perform { @Sendable (connection: isolated Connection) in
      try connection.transaction(.repeatableRead, readOnly: true) { connection in
        let code = try District.code(district, on: connection)
        return try Export.stage(
          district: code, period: month, into: root, parts: parts, officeEncoding: encoding, on: connection)
      }
    }
    let directory = try export.publish()
    if Terminal.isOutput { print("exports in \(directory)") }
  }
}
