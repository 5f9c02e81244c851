import Attainment
import Catalogue
import Foundation
import Postgres
import TestSupport
import Testing

@testable import Intake

private let header = "indicator,unit,period,value\n"
private let accepted = "accepted, UTF-8: 1 new, 0 corrected, 0 unchanged"

@Suite("Windows and review", .needsDatabase)
struct WindowTests {
  @Test("A due day that a month does not have is its last")
  func shortMonths() async throws {
    try await IntakeDatabase.with { connection in
      try connection.execute("update plan.work_plan set due_day = 31")
      let dueOn = try PeriodWindow.all(year: nil, district: nil, on: connection).map(\.dueOn)
      #expect(dueOn.first == "2020-02-29")
      #expect(dueOn[2] == "2020-04-30")
      #expect(dueOn.last == "2021-01-31")
    }
  }

  @Test("A closed period takes nothing but what an exception covers, judged by the moment of submission")
  func closing() async throws {
    try await IntakeDatabase.with { connection in
      let closed = try WindowDecision.close(
        period: "2020-06", at: Instant(parsing: "2020-07-20T18:00:00+08:00"), reason: "半年报定稿"
      ).record(district: nil, on: connection)
      #expect(closed == "2020-07-20 18:00")
      try connection.submit(
        header + "2.2.1,statistics,2020-06,1\n", at: "2020-07-20T17:59:59+08:00", gives: accepted)
      let refusal = """
        refused, UTF-8: 1 faults in 1 lines
        2: 期间：“2020-06”；该期间已于 2020-07-20 18:00 关闭；确需补报请向主管部门申请例外
            period: found "2020-06"; wanted a period that is open; this one was closed at 2020-07-20 18:00: ask the office for \
        an exception
        """
      try connection.submit(
        header + "2.4.2,investment,2020-06,2\n", at: "2020-07-20T18:00:00+08:00", gives: refusal)
      try connection.submit(
        header + "2.4.2,investment,2020-05,3\n", at: "2020-07-20T18:00:00+08:00", gives: accepted)

      let until = try WindowDecision.except(
        period: "2020-06", unit: "investment", indicator: "2.4.2", from: Instant(parsing: "2020-07-22T00:00:00+08:00"),
        until: .day("2020-07-25"), reason: "漏报"
      ).record(district: nil, on: connection)
      #expect(until == "2020-07-26 00:00")
      try connection.submit(
        header + "2.4.2,investment,2020-06,4\n", at: "2020-07-21T23:59:59+08:00", gives: refusal)
      try connection.submit(
        header + "2.4.2,investment,2020-06,5\n", at: "2020-07-25T23:59:59+08:00", gives: accepted)
      try connection.submit(
        header + "2.4.2,investment,2020-06,6\n", at: "2020-07-26T00:00:00+08:00", gives: refusal)
      try connection.submit(
        header + "2.2.1,statistics,2020-06,7\n", at: "2020-07-25T12:00:00+08:00", gives: refusal)

      _ = try WindowDecision.reopen(period: "2020-06", reason: "更正").record(district: nil, on: connection)
      try connection.submit(
        header + "2.2.1,statistics,2020-06,7\n", at: "2020-07-25T12:00:00+08:00",
        gives: "accepted, UTF-8: 0 new, 1 corrected, 0 unchanged")

      let june = try PeriodWindow.all(year: nil, district: nil, on: connection)[5]
      #expect(june.period == "2020-06")
      #expect(june.dueOn == "2020-07-10")
      #expect(june.closesAt == nil)
      #expect(!june.isClosed)
      #expect(june.reason == "更正")
      #expect(
        june.exceptions == [
          .init(
            unit: "investment", indicator: "2.4.2", closesAt: "2020-07-26 00:00", isInForce: false, reason: "漏报",
            recordedBy: "postgres")
        ])
    }
  }

  @Test("A decision needs a reason, a period of a plan, and codes that the plan knows")
  func decisions() async throws {
    #expect(throws: IntakeError.self) { try WindowDecision.close(period: "2020-06", at: nil, reason: "  ") }
    try await IntakeDatabase.with { connection in
      func refused(_ decision: WindowDecision, on connection: isolated Connection) -> String? {
        do {
          _ = try decision.record(district: nil, on: connection)
          return nil
        } catch let error as IntakeError {
          return error.description
        } catch {
          return "\(error)"
        }
      }
      func exception(_ unit: String?, _ indicator: String?, _ until: Deadline) throws -> WindowDecision {
        try .except(period: "2020-06", unit: unit, indicator: indicator, until: until, reason: "r")
      }
      let other = refused(try .close(period: "2021-06", at: nil, reason: "r"), on: connection)
      #expect(other == "no plan of the year of 2021-06 is loaded; see 'dabiao status'")
      let unit = refused(try exception("statistic", nil, .day("2999-01-01")), on: connection)
      #expect(unit == "the plan of 2020 has no unit statistic; the nearest is statistics")
      let indicator = refused(try exception(nil, "2.2.99", .day("2999-01-01")), on: connection)
      #expect(indicator == "the plan of 2020 has no indicator 2.2.99; the nearest is 2.2.1")
      let past = refused(try exception(nil, nil, .day("2020-01-01")), on: connection)
      #expect(past == "the exception would end before it begins; give a later --until")
      try connection.expect(
        "select (select count(*) from intake.period_closing) + (select count(*) from intake.window_exception)", is: "0")
    }
  }

  @Test(
    "Under a plan that requires review, figures wait, are accepted many at once, returned with a reason, and sent again"
  )
  func review() async throws {
    try await IntakeDatabase.with { connection in
      let folder = NSTemporaryDirectory() + "dabiao-\(UUID().uuidString)"
      defer { try? FileManager.default.removeItem(atPath: folder) }
      try FileManager.default.copyItem(atPath: packageRoot + "/sql/plans/jingan-2020", toPath: folder)
      let path = URL(fileURLWithPath: folder + "/plan.csv")
      let plan = try String(contentsOf: path, encoding: .utf8).replacingOccurrences(of: ",automatic", with: ",required")
      try Data(plan.utf8).write(to: path)
      _ = try WorkPlan.read(folder).load(into: connection)

      try connection.submit(
        header + "2.4.2,investment,2020-01,1\n2.4.2,investment,2020-02,2\n2.2.1,statistics,2020-02,3\n",
        gives: "accepted, UTF-8: 3 new, 0 corrected, 0 unchanged")
      try connection.submit(header + "2.4.2,investment,2020-03,4\n", gives: accepted)
      try connection.expect("select count(*) from intake.submission where accepted_at is not null", is: "0")
      func pending(_ selection: Review.Selection = .init(), on connection: isolated Connection) throws -> [String] {
        try Review.pending(selection, district: nil, on: connection).map {
          "\($0.period) \($0.indicator) \($0.content)"
        }
      }
      let all = try pending(on: connection)
      #expect(all == ["2020-01 2.4.2 1", "2020-02 2.2.1 3", "2020-02 2.4.2 2", "2020-03 2.4.2 4"])
      let february = try pending(.init(period: "2020-02"), on: connection)
      #expect(february == ["2020-02 2.2.1 3", "2020-02 2.4.2 2"])

      let first = try connection.queryOne("select min(batch_id)::text as batch from intake.batch").required("batch")
      let accept = try Review(.accepted, reason: nil)
      let batch = try accept.record(.init(batch: Int(first), unit: "investment"), district: nil, on: connection)
      #expect(batch.map(\.period) == ["2020-01", "2020-02"])
      let again = try accept.record(.init(batch: Int(first), unit: "investment"), district: nil, on: connection)
      #expect(again == [])
      #expect(throws: IntakeError.self) { try accept.record(.init(), district: nil, on: connection) }

      #expect(throws: IntakeError.self) { try Review(.returned, reason: " ") }
      let returned = try Review(.returned, reason: "口径不对").record(
        indicator: "2.2.1", unit: "statistics", period: "2020-02", district: nil, on: connection)
      #expect(returned == 1)
      // The very same figure after a return is a new revision, to be reviewed again.
      try connection.submit(
        header + "2.2.1,statistics,2020-02,3.0\n",
        gives: "accepted, UTF-8: 0 new, 0 corrected, 0 unchanged, 1 sent again")
      let left = try pending(on: connection)
      #expect(left == ["2020-02 2.2.1 3", "2020-03 2.4.2 4"])
      let rest = try accept.record(.init(period: "2020-02"), district: nil, on: connection)
      #expect(rest.map(\.revision) == ["2"])
      try connection.expect(
        """
        select string_agg(concat_ws(' ', indicator, to_char(period, 'MM'), revision, outcome, reason), ', '
            order by indicator, period, revision)
        from intake.review
        """,
        is: "2.2.1 02 1 returned 口径不对, 2.2.1 02 2 accepted, 2.4.2 01 1 accepted, 2.4.2 02 1 accepted")
    }
  }
}
