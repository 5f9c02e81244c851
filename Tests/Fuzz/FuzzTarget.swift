import Attainment
import Catalogue
import Foundation
import Intake
import Logging
import Postgres

/// What `Tests/Fuzz/fuzz.py` drives: takes cases from the standard input, answers each with a line of JSON.
///
/// A case is a line `submission LENGTH` and that many bytes, or `plan FOLDER`. A submission is put on record in a
/// transaction that is rolled back once what it stored has been read back; a plan is loaded for good.
@main
struct FuzzTarget {
  /// What became of a case.
  struct Answer: Encodable {
    var outcome: String
    var faults: [String] = []
    var rows: [[String?]] = []
    /// Rows of the database that should not be there, and the like.
    var trouble: [String] = []
  }

  /// Takes a transaction back and an answer out of it.
  struct Undo: Error {
    let answer: Answer
  }

  static func main() async throws {
    let connection = try await Connection.open(
      "", applicationName: "fuzz", logger: Logger(label: "fuzz") { _ in SwiftLogNoOpLogHandler() })
    let moment = CommandLine.arguments[1]
    let encoder = JSONEncoder()
    while let line = readLine() {
      let words = line.split(separator: " ", maxSplits: 1).map(String.init)
      let answer: Answer
      if words[0] == "plan" {
        answer = try await connection.perform { connection in try plan(words[1], on: connection) }
      } else {
        let bytes = read(Int(words[1]) ?? 0)
        answer = try await connection.perform { connection in
          try submission(bytes, at: Instant(parsing: moment), on: connection)
        }
      }
      FileHandle.standardOutput.write(try encoder.encode(answer) + Data([0x0A]))
    }
  }

  /// Reads what follows a line, through the same buffer as `readLine`.
  private static func read(_ count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    while bytes.count < count {
      let next = getchar()
      guard next >= 0 else { break }
      bytes.append(UInt8(next))
    }
    return bytes
  }

  private static func submission(
    _ bytes: [UInt8], at moment: Instant?, on connection: isolated Connection
  ) throws -> Answer {
    let file = try SubmissionFile(name: "fuzz.csv", bytes: bytes)
    do {
      try connection.transaction { connection in
        let receipt = try file.submitted(on: connection, district: nil, submittedAt: moment)
        var answer = Answer(outcome: receipt.isRefused ? "refused" : "accepted")
        answer.faults = Set(receipt.faults.map(\.code.rawValue)).sorted()
        answer.rows = try connection.query(Self.stored).map { row in Self.columns.map { row[$0] } }
        let record = try connection.queryOne(Self.record)
        for (column, wanted) in [
          ("batches", "1"), ("outcome", answer.outcome), ("is_whole", "true"), ("faults", String(receipt.faults.count)),
        ] where try record.required(column) != wanted {
          answer.trouble.append("\(column) is \(try record.required(column)), not \(wanted)")
        }
        throw Undo(answer: answer)
      }
    } catch let undo as Undo {
      return undo.answer
    }
    return Answer(outcome: "lost")
  }

  private static let columns = [
    "indicator", "unit", "period", "value", "denominator", "base_value", "base_denominator", "stage", "progress",
    "occurred_on", "note", "line",
  ]

  private static let stored = """
    select \(columns.map { "\($0)::text" }.joined(separator: ", "))
    from intake.submission
    order by submission.line
    """

  private static let record = """
    select
        count(*) as batches,
        min(outcome) as outcome,
        bool_and(sha256 = sha256(content))::text as is_whole,
        (select count(*) from intake.fault) as faults
    from intake.batch
    """

  private static func plan(_ folder: String, on connection: isolated Connection) throws -> Answer {
    let plan: WorkPlan
    do {
      plan = try WorkPlan.read(folder)
    } catch {
      return Answer(outcome: "refused")
    }
    let before = try connection.queryOne("select count(*) as versions from plan.work_plan").required("versions")
    let loading = try plan.load(into: connection)
    guard case .loaded(let version) = loading else { return Answer(outcome: "unchanged") }
    var answer = Answer(outcome: "accepted")
    for (name, columns) in Self.planTables {
      let list = columns.map { "\($0)::text" }.joined(separator: ", ")
      answer.rows += try connection.query(
        """
        select \(list)
        from plan.\(name)
        where
            district_id = (select district_id from plan.district where district = $1)
            and year = $2
            and version = $3
        """, [plan.district, String(plan.year), String(version)]
      ).map { row in [name] + columns.map { row[$0] } }
    }
    let after = try connection.queryOne("select count(*) as versions from plan.work_plan").required("versions")
    if Int(after) != Int(before).map({ $0 + 1 }) { answer.trouble.append("\(before) versions before, \(after) after") }
    return answer
  }

  private static let planTables = [
    ("unit", ["unit", "kind", "name_zh", "name_en"]),
    ("section", ["section", "title_zh", "title_en"]),
    (
      "indicator",
      [
        "indicator", "livelihood", "headline", "name_zh", "name_en", "measure", "direction", "unit_of_measure",
        "accumulation", "frequency", "lead_unit",
      ]
    ),
    ("target", ["indicator", "revision", "value", "decided_on"]),
    ("allocation", ["indicator", "unit", "value"]),
    ("profile", ["indicator", "month", "cumulative_pct"]),
  ]
}
