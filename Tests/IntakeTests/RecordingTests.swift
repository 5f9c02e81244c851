import Attainment
import Foundation
import Logging
import Postgres
import TestSupport
import Testing

@testable import Intake

private let header = "indicator,unit,period,value\n"
private let isNew = "accepted, UTF-8: 1 new, 0 corrected, 0 unchanged"

@Suite("Putting files on record", .needsDatabase)
struct RecordingTests {
  @Test("Text in both encodings and a workbook, as they were typed, with their bytes")
  func forms() async throws {
    try await IntakeDatabase.with { connection in
      try connection.submit(header + "2.2.1,statistics,2020-03,210.5\n", gives: isNew)
      try connection.submit(
        "\u{FEFF}备注,数值,期间,单位,指标\r\n已核对,211,2020-03,statistics,2.2.1\r\n,,,,\r\n",
        gives: "accepted, UTF-8: 0 new, 1 corrected, 0 unchanged")
      // 指标,单位,期间,数值 and the same figure with 已核 as its note
      let gb18030: [UInt8] =
        [0xD6, 0xB8, 0xB1, 0xEA, 0x2C, 0xB5, 0xA5, 0xCE, 0xBB, 0x2C, 0xC6, 0xDA, 0xBC, 0xE4, 0x2C]
        + [0xCA, 0xFD, 0xD6, 0xB5, 0x2C, 0xB1, 0xB8, 0xD7, 0xA2, 0x0A] + Array("2.2.1,statistics,2020-04,300,".utf8)
        + [0xD2, 0xD1, 0xBA, 0xCB]
      try connection.submit(gb18030, gives: "accepted, GB18030: 1 new, 0 corrected, 0 unchanged")
      try connection.submit(gb18030, gives: "accepted, GB18030: 0 new, 0 corrected, 1 unchanged")
      let workbook = MadeWorkbook([
        .init(
          "报送",
          [WorkbookKind.header, WorkbookKind.row(.number("301.5", "#,##0.00"), period: .number("43951", "yyyy-mm"))])
      ])
      try connection.submit(workbook.bytes, gives: "accepted, XLSX: 0 new, 1 corrected, 0 unchanged")
      try connection.expect(
        "select string_agg(concat_ws(' ', trim_scale(value), note), ', ' order by period, revision) from intake.submission",
        is: "210.5, 211 已核对, 300 已核, 301.5")
      try connection.expect("select bool_and(sha256 = sha256(content)) from intake.batch", is: "true")
      try connection.expect(
        "select string_agg(encoding, ' ' order by batch_id) from intake.batch", is: "UTF-8 UTF-8 GB18030 GB18030 XLSX")
    }
  }

  @Test("A, B, A: the record is A's again, and the same bytes are recognised only to say so")
  func again() async throws {
    try await IntakeDatabase.with { connection in
      let (a, b) = (header + "2.2.1,statistics,2020-06,400\n", header + "2.2.1,statistics,2020-06,410\n")
      try connection.submit(a, gives: isNew)
      try connection.submit(b, gives: "accepted, UTF-8: 0 new, 1 corrected, 0 unchanged")
      let receipt = try SubmissionFile(name: "a.csv", bytes: Array(a.utf8)).submit(
        on: connection, district: nil, submittedAt: Instant(parsing: "2020-07-04T00:00:00+08:00"))
      #expect(receipt.sameAs == 1)
      #expect(receipt.correctionCount == 1)
      try connection.expect(
        "select string_agg(trim_scale(value)::text, ' ' order by revision) from intake.submission", is: "400 410 400")
    }
  }

  @Test("What was returned and is sent again with the same bytes counts again")
  func returned() async throws {
    try await IntakeDatabase.with { connection in
      let file = header + "2.2.1,statistics,2020-06,400\n"
      try connection.submit(file, gives: isNew)
      _ = try Review(.returned, reason: "口径", reviewedAt: Instant(parsing: "2020-07-05T00:00:00+08:00")).record(
        indicator: "2.2.1", unit: "statistics", period: "2020-06", district: nil, on: connection)
      let receipt = try SubmissionFile(name: "a.csv", bytes: Array(file.utf8)).submit(
        on: connection, district: nil, submittedAt: Instant(parsing: "2020-07-06T00:00:00+08:00"))
      #expect(receipt.answerCount == 1)
      try connection.expect("select max(revision) || ' ' || count(accepted_at) from intake.submission", is: "2 2")
    }
  }

  @Test("A refused file is on record with every fault, and nothing of it is stored")
  func refused() async throws {
    try await IntakeDatabase.with { connection in
      let lines = (0..<6_000).map { "2.2.1,statistics,2020-06,\($0)万\n" }
      let file = try SubmissionFile(name: "坏.csv", bytes: Array((header + lines.joined()).utf8))
      let receipt = try file.submit(on: connection, district: nil)
      // Each but the first is a duplicate, too.
      #expect(receipt.faults.count == 11_999)
      try connection.expect(
        "select count(*) || ' ' || max(line) || ' ' || max(ordinal) from intake.fault", is: "11999 6001 11999")
      try connection.expect("select jsonb_array_length(faults) from intake.batch", is: "1000")
      try connection.expect("select count(*) from intake.submission", is: "0")
      for bytes: [UInt8] in [[], [0xFF, 0xFE, 0x69, 0, 0x0A, 0], Array("%PDF-1.4".utf8), [0xD0, 0xCF, 0x11, 0xE0]] {
        #expect(try SubmissionFile(name: "x", bytes: bytes).submit(on: connection, district: nil).isRefused)
      }
      try connection.expect(
        "select string_agg(distinct outcome, ' ') || ' ' || count(*) from intake.batch", is: "refused 5")
    }
  }

  @Test("A hopeless file waits for nobody")
  func noLock() async throws {
    try await IntakeDatabase.with { connection in
      let other = try await Connection.open(
        try connection.queryOne("select current_database() as name").required("name"),
        logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
      try await other.perform { (other: isolated Connection) in
        _ = try other.query("select plan.lock_district(district_id, 'intake', true) from plan.district")
      }
      let receipt = try SubmissionFile(name: "x", bytes: Array((header + "9.9.9,x,2020-06,y\n").utf8)).submit(
        on: connection, district: nil)
      #expect(receipt.isRefused)
      await other.close()
    }
  }

  @Test("Who filled it in is kept with the batch; reasons and next steps with the figure")
  func remarks() async throws {
    try await IntakeDatabase.with { connection in
      try connection.submit(
        #"""
        指标,单位,期间,数值,滞后原因,下一步措施,佐证材料
        2.2.1,区统计局,2020年6月,300,"疫情\\影响, ""较大""",加快促消费,统计月报第6期
        填报人：张三,审核人：李四,,,,,联系电话：62345678

        """#, gives: isNew)
      try connection.expect(
        "select concat_ws('|', filled_by, checked_by, phone) from intake.batch", is: "张三|李四|62345678")
      try connection.expect(
        "select concat_ws('|', reason, next_step, evidence) from intake.submission",
        is: #"疫情\\影响, "较大"|加快促消费|统计月报第6期"#)
    }
  }
}
