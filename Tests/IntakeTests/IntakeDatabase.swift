import Attainment
import Catalogue
import Foundation
import Postgres
import TestSupport
import Testing

@testable import Intake

/// A scratch database with the schema deployed and the 2020 plan loaded.
enum IntakeDatabase {
  /// Deployed once for all the tests of this process; the cluster goes with them.
  private static let template = Task {
    let template = try await DeployedDatabase.create()
    let connection = try await template.connect()
    let plan = try WorkPlan.read(packageRoot + "/sql/plans/jingan-2020")
    _ = try await connection.perform { connection in try plan.load(into: connection) }
    await connection.close()
    return template.name
  }

  /// Gives the body a connection to a database of its own.
  static func with(_ body: @Sendable (isolated Connection) async throws -> Void) async throws {
    try await ScratchDatabase.with(template: template.value) { database in
      let connection = try await database.connect()
      try await body(connection)
      await connection.close()
    }
  }
}

extension Connection {
  /// Submits a text and expects a report.
  func submit(
    _ text: String, at moment: String = "2020-07-03T09:30:00+08:00", isCheck: Bool = false, gives wanted: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try submit(Array(text.utf8), at: moment, isCheck: isCheck, gives: wanted, sourceLocation: sourceLocation)
  }

  /// Submits bytes and expects a report.
  func submit(
    _ bytes: [UInt8], at moment: String = "2020-07-03T09:30:00+08:00", isCheck: Bool = false, gives wanted: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let report = try submit(bytes, at: moment, isCheck: isCheck)
    #expect(report == wanted, sourceLocation: sourceLocation)
  }

  /// Submits bytes and gives the report.
  func submit(
    _ bytes: [UInt8], at moment: String = "2020-07-03T09:30:00+08:00", isCheck: Bool = false
  ) throws -> String {
    let receipt = try SubmissionFile(name: "报送.csv", bytes: bytes)
      .submit(on: self, district: nil, isCheck: isCheck, submittedAt: Instant(parsing: moment))
    return ([Self.summary(receipt)] + receipt.faults.map(\.description)).joined(separator: "\n")
  }

  private static func summary(_ receipt: Receipt) -> String {
    let encoding = receipt.encoding?.rawValue ?? "no encoding"
    let counts =
      "\(receipt.newCount) new, \(receipt.correctionCount) corrected, \(receipt.unchangedCount) unchanged"
      + (receipt.answerCount > 0 ? ", \(receipt.answerCount) sent again" : "")
    switch receipt.outcome {
    case .accepted: return "accepted, \(encoding): \(counts)"
    case .refused: return "refused, \(encoding): \(receipt.faults.count) faults in \(receipt.lineCount) lines"
    case .passesCheck: return "passes, \(encoding): \(receipt.lineCount) lines"
    case .failsCheck: return "fails, \(encoding): \(receipt.faults.count) faults in \(receipt.lineCount) lines"
    }
  }

  /// Expects a value of the database.
  func expect(_ sql: String, is wanted: String?, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let value = try queryOne("select (\(sql))::text as value")["value"]
    #expect(value == wanted, sourceLocation: sourceLocation)
  }
}
