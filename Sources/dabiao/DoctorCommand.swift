import ArgumentParser
import Foundation
import Postgres

/// `dabiao doctor`: whether the job will run, and what to do where it will not.
struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Examine whether the job will run, and say what to do where it will not.",
    discussion: "Give it the job's own user and environment. It ends with 0 when all is well.")

  @OptionGroup var connection: ConnectionOptions

  @Option(
    name: .customLong("export"),
    help: "Folder of the exports; $DABIAO_EXPORTS otherwise, and /var/lib/dabiao/exports without that.")
  var exportsRoot: String?

  @Option(help: "The crontab that starts the job.")
  var crontab = "/etc/cron.d/dabiao"

  func run() async throws {
    var diagnoses: [Diagnosis] = []
    let district = connection.district
    do {
      let connection = try await connection.connect()
      diagnoses.append(.well("connection", "PostgreSQL \(connection.serverVersion / 10_000) answers"))
      diagnoses += await connection.perform { @Sendable (connection: isolated Connection) in
        DatabaseExamination.all(on: connection, district: district)
      }
    } catch {
      diagnoses.append(.failed("connection", error))
    }
    let exports =
      exportsRoot ?? ProcessInfo.processInfo.environment["DABIAO_EXPORTS"] ?? "/var/lib/dabiao/exports"
    diagnoses += MachineExamination(exports: exports, crontab: crontab).all()
    for diagnosis in diagnoses { print(diagnosis.text) }
    let codes = diagnoses.compactMap { $0.remedy?.code }
    guard codes.isEmpty else { throw ExitCode(ExitStatus.gravest(codes)) }
  }
}
