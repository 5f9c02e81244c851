import ArgumentParser
import Attainment
import Foundation
import Intake
import Postgres
import Wording

/// `dabiao form`: the blank form of what is due.
struct FormCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "form", abstract: "Write the blank form of what is due from a unit, or from each.")

  @OptionGroup var connection: ConnectionOptions

  @Option(help: "Code or name of the unit; without it one form for each unit.")
  var unit: String?

  @Option(help: "The period, as 2020-06.")
  var period: Month

  @Option(help: "The file for one unit's form, or the folder for all; this folder otherwise.")
  var to: String?

  func run() async throws {
    let (unit, period, district) = (unit, period, connection.district)
    let connection = try await connection.connect()
    let (forms, moment) = try await connection.perform { @Sendable (connection: isolated Connection) in
      try SubmissionForm.read(unit: unit, period: period, district: district, on: connection)
    }
    for form in forms {
      let path = try place(of: form)
      try form.write(to: path, createdAt: moment)
      print(PlainText.of(path, limit: 400))
    }
  }

  /// Where a form goes: into the file named for a single one, into the folder named otherwise.
  private func place(of form: SubmissionForm) throws -> String {
    guard let to else { return form.fileName }
    var isFolder: ObjCBool = false
    let exists = unsafe FileManager.default.fileExists(atPath: to, isDirectory: &isFolder)
    if unit != nil, !(exists && isFolder.boolValue) { return to }
    if !exists {
      do {
        try FileManager.default.createDirectory(atPath: to, withIntermediateDirectories: true)
      } catch {
        throw IntakeError(.cannotWrite, "\(to) cannot be made", hint: "name a folder that can be written")
      }
    }
    return to + "/" + form.fileName
  }
}
