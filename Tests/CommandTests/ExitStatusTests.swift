import Catalogue
import Foundation
import Intake
import Postgres
import Testing

@testable import Exporting
@testable import Reporting
@testable import dabiao

private struct Unforeseen: Error {}

/// What a failed command ends with.
private func code(_ error: any Error) -> Int32? { ExitStatus(of: error)?.code }

/// An error that the server answered with.
private func server(_ state: SQLState, _ message: String = "said by the server") -> PostgresError {
  PostgresError(.server, message, sqlState: state)
}

@Suite("What a command ends with")
struct ExitStatusTests {
  @Test(
    "a run's failure by its kind",
    arguments: [(RunError.Kind.badData, 65), (.locked, 75), (.configuration, 78), (.usage, 64)]
      as [(RunError.Kind, Int32)])
  func runs(kind: RunError.Kind, wanted: Int32) throws {
    let status = try #require(ExitStatus(of: RunError(kind, "what was found")))
    #expect(status.code == wanted)
    #expect(status.message == "what was found")
  }

  @Test(
    "an intake's failure by its kind",
    arguments: [
      (IntakeError.Kind.badData, 65), (.notPermitted, 77), (.configuration, 78), (.unreadableFile, 64),
      (.cannotWrite, 73), (.locked, 75),
    ] as [(IntakeError.Kind, Int32)])
  func intake(kind: IntakeError.Kind, wanted: Int32) throws {
    let status = try #require(ExitStatus(of: IntakeError(kind, "what was found", hint: "what would be right")))
    #expect(status.code == wanted)
    #expect(status.message == "what was found; what would be right")
  }

  @Test(
    "an export's failure by its kind",
    arguments: [(ExportError.Kind.notPublished, 65), (.notRepresentable, 65), (.cannotWrite, 73)]
      as [(ExportError.Kind, Int32)])
  func exports(kind: ExportError.Kind, wanted: Int32) {
    #expect(code(ExportError(kind, "what was found")) == wanted)
  }

  @Test("a full disk of the exports is told with what helps")
  func fullDisk() throws {
    let status = try #require(ExitStatus(of: ExportError.cannot("create", "/exports/jingan", errno: ENOSPC)))
    #expect(status.code == 73)
    #expect(
      status.message
        == "Cannot create /exports/jingan: No space left on device. Free some room; the last export stands.")
  }

  @Test("plans, refused files and metrics")
  func others() {
    #expect(code(CatalogueError.refused("why")) == 65)
    #expect(code(CatalogueError.unreadable(path: "plan.csv", reason: "gone")) == 65)
    #expect(ExitStatus(of: FilesRefused(count: 2, total: 3))?.message == "2 of 3 files refused")
    #expect(code(FilesRefused(count: 2, total: 3)) == 65)
    #expect(code(MetricsError(path: "/metrics", reason: "full")) == 73)
  }

  @Test("an error that is none of ours is left to the command line, or is internal")
  func unforeseen() {
    #expect(code(Unforeseen()) == nil)
    #expect(ExitStatus(internalError: Unforeseen()).code == 70)
  }

  @Test(
    "what the server refused by its SQLSTATE",
    arguments: [
      (SQLState.undefinedTable, 78), (.undefinedColumn, 78), (.invalidSchemaName, 78), (.insufficientPrivilege, 77),
      (.lockNotAvailable, 75), (.queryCanceled, 75), (.deadlockDetected, 75), (.serializationFailure, 75),
      (.diskFull, 73), (.adminShutdown, 69), (.cannotConnectNow, 69), (.syntaxError, 70), (.checkViolation, 70),
    ] as [(SQLState, Int32)])
  func states(state: SQLState, wanted: Int32) {
    #expect(code(server(state)) == wanted)
  }

  @Test(
    "what the client library met by its kind",
    arguments: [
      (PostgresError.Kind.unreachable, 69), (.connectionLost, 69), (.rolledBack, 70), (.unexpectedResult, 70),
      (.protocol, 70), (.invalidParameter, 70), (.misuse, 70),
    ] as [(PostgresError.Kind, Int32)])
  func kinds(kind: PostgresError.Kind, wanted: Int32) {
    #expect(code(PostgresError(kind, "what was found")) == wanted)
  }

  @Test("what the server refused for want of a deployed schema or of time says what to do")
  func advice() throws {
    let schema = try #require(ExitStatus(of: server(.undefinedTable, "relation \"report.run\" does not exist")))
    #expect(schema.message.contains("report.run"))
    #expect(schema.message.contains("sqitch deploy"))
    #expect(try #require(ExitStatus(of: server(.queryCanceled))).message.contains("statement_timeout"))
    #expect(try #require(ExitStatus(of: server(.lockNotAvailable))).message.contains("lock_timeout"))
  }

  @Test("a message never quotes a row that the server's detail does")
  func noRows() throws {
    var error = server(.checkViolation)
    error.detail = "Failing row contains (secret)."
    #expect(!(try #require(ExitStatus(of: error))).message.contains("secret"))
  }

  @Test("of several failures the one that passes last by itself counts")
  func gravest() {
    // In the order that docs/operations.md gives.
    let byGravity: [Int32] = [70, 78, 77, 69, 73, 65, 75]
    for (number, code) in byGravity.enumerated() {
      #expect(ExitStatus.gravest(Array(byGravity[number...].reversed())) == code)
    }
    #expect(ExitStatus.gravest([143]) == 143)
    #expect(ExitStatus.gravest([]) == 70)
  }

  @Test("a job of several parts ends with the gravest, and says a line for each")
  func severalParts() throws {
    let failure = JobFailure(parts: [
      JobFailure.Part(subject: "jingan 2020-03", error: RunError(.badData, "stopped")),
      JobFailure.Part(subject: "aoshan", error: PostgresError(.connectionLost, "gone")),
      JobFailure.Part(subject: "huangpu", error: Unforeseen()),
    ])
    let status = try #require(ExitStatus(of: failure))
    #expect(status.code == 70)
    #expect(
      status.message == "jingan 2020-03: stopped\ndabiao: aoshan: gone\ndabiao: huangpu: Unforeseen()")
  }

  @Test("a signal ends the program as a shell would say it")
  func signals() {
    #expect(Interruption.exitCode(SIGTERM) == 143)
    #expect(Interruption.exitCode(SIGINT) == 130)
    #expect(Interruption.message(SIGTERM).hasPrefix("Stopped by SIGTERM."))
    #expect(Interruption.message(SIGINT).hasPrefix("Stopped by SIGINT."))
  }
}
