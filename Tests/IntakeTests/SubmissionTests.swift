import Foundation
import Postgres
import TestSupport
import Testing

@testable import Intake

@Suite("Submitting", .needsDatabase)
struct SubmissionTests {
  @Test("Headers in English and Chinese, in any order, CR LF or LF, in UTF-8 with a mark or GB18030")
  func forms() async throws {
    try await IntakeDatabase.with { connection in
      try connection.submit(
        "indicator,unit,period,value\n2.2.1,statistics,2020-03,210.5\n",
        gives: "accepted, UTF-8: 1 new, 0 corrected, 0 unchanged")
      try connection.submit(
        "\u{FEFF}备注,数值,期间,单位,指标\r\n已核对,211,2020-03,statistics,2.2.1\r\n,,,,\r\n",
        gives: "accepted, UTF-8: 0 new, 1 corrected, 0 unchanged")
      // 指标,单位,期间,数值 and the same figure with 已核 as its note
      let gb18030: [UInt8] =
        [0xD6, 0xB8, 0xB1, 0xEA, 0x2C, 0xB5, 0xA5, 0xCE, 0xBB, 0x2C, 0xC6, 0xDA, 0xBC, 0xE4, 0x2C]
        + [0xCA, 0xFD, 0xD6, 0xB5, 0x2C, 0xB1, 0xB8, 0xD7, 0xA2, 0x0A] + Array("2.2.1,statistics,2020-04,300,".utf8)
        + [0xD2, 0xD1, 0xBA, 0xCB]
      try connection.submit(
        gb18030,
        gives: "accepted, GB18030: 1 new, 0 corrected, 0 unchanged")
      try connection.submit(
        gb18030,
        gives: "known")
      try connection.submit(
        "indicator,unit,period,value,note,,\n2.2.1,statistics,2020-04,300.000000,已核,,\n",
        gives: "accepted, UTF-8: 0 new, 0 corrected, 1 unchanged")
      try connection.expect(
        "select string_agg(note, ' ' order by period) from intake.submission",
        is: "已核对 已核")
      try connection.expect(
        "select bool_and(sha256 = sha256(content)) from intake.batch where outcome = 'accepted'",
        is: "true")
    }
  }

  @Test("Every fault of a file in one report, in Chinese first")
  func faults() async throws {
    try await IntakeDatabase.with { connection in
      try connection.submit(
        "indicator,unit,period,stage,progress\n1.6.1,dev_reform,2020-03,started,30\n",
        at: "2020-04-03T09:30:00+08:00", gives: "accepted, UTF-8: 1 new, 0 corrected, 0 unchanged")
      try connection.submit(
        """
        indicator,unit,period,value,denominator,base_value,base_denominator,stage,progress,occurred_on,note
        2.2.1,statistics,2020-02,"1,200",,,,,,,
        2.2.1,statistics,2020-03,12.5%,,,,,,,
        2.2.1,statistics,2020-04,１２３,,,,,,,
        2.2.1,statistics,2020-05,3亿,,,,,,,
        2.2.1,statistics,2020-06,1.1234567,,,,,,,
        2.2.11,statistics,2020-06,1,,,,,,,
        社会消费品零售额,statistics,2020-06,1,,,,,,,
        2.4.2,investmnt,2020-06,1,,,,,,,
        2.4.2,commerce,2020-06,1,,,,,,,
        2.2.1,statistics,2020-01,1,,,,,,,
        2.4.2,investment,2020-07,1,,,,,,,
        2.4.2,investment,2019-06,1,,,,,,,
        2.4.2,investment,2020/5,1,,,,,,,
        5.9.3,disabled,2020-06,1,,,,,,,
        2.4.2,investment,2020-03,,,,,,,,
        2.4.2,investment,2020-04,1,2,,,,,,
        1.6.1,dev_reform,2020-06,not_started,10,2020-08-01,,
        1.6.1,dev_reform,2020-06,,,,,not_started,110,2020-07-09,
        1.1.1,dev_reform,2020-06,,,,,,50,,
        1.1.1,dev_reform,2020-06,,,,,,51,,
        2.4.2,investment,,1,,,,,,,
        "2.4.2",investment,2020-02,=B1,,,,动工,,2020-02-30,
        """,
        gives: """
          refused, UTF-8: 26 faults in 22 lines
          2: value（数值）："1,200"；请去掉千位分隔符，写成 1200
              found "1,200"; wanted a figure without thousands separators: 1200
          3: value（数值）："12.5%"；请去掉百分号，12.5% 填 12.5
              found "12.5%"; wanted a figure without a percent sign: 12.5 for 12.5 %
          4: value（数值）："１２３"；请用半角数字，写成 123
              found "１２３"; wanted a figure in half-width characters: 123
          5: value（数值）："3亿"；请换算成指标的计量单位，不带“万”“亿”
              found "3亿"; wanted a figure in the indicator's own unit of measure, without 万 or 亿
          6: value（数值）："1.1234567"；整数部分至多 14 位，小数部分至多 6 位
              found "1.1234567"; wanted at most 14 integer and 6 fraction digits
          7: indicator（指标）："2.2.11"；该年度计划中没有此指标，最接近的编号是 2.2.1
              found "2.2.11"; wanted an indicator of the year's plan; the nearest code is 2.2.1
          8: indicator（指标）："社会消费品零售额"；该年度计划中没有此指标，最接近的编号是 2.2.1
              found "社会消费品零售额"; wanted an indicator of the year's plan; the nearest code is 2.2.1
          9: unit（单位）："investmnt"；该年度计划中没有此单位，最接近的代码是 investment
              found "investmnt"; wanted a unit of the year's plan; the nearest code is investment
          10: unit（单位）："commerce"；该单位不是 2.4.2 的填报单位；填报单位是 investment
              found "commerce"; wanted an expected reporter of 2.4.2: investment
          11: period（期间）："2020-01"；该指标此期无需填报，频率为2 月起每月
              found "2020-01"; wanted a month in which the indicator is due; its frequency is monthly_from_february
          12: period（期间）："2020-07"；该期间尚未结束，今天是 2020-07-03
              found "2020-07"; wanted a month that is over; today is 2020-07-03
          13: period（期间）："2019-06"；该年度尚未载入工作计划
              found "2019-06"; wanted a month of a year whose work plan is loaded
          14: period（期间）："2020/5"；期间应写成 2020-05
              found "2020/5"; wanted a month YYYY-MM, as 2020-05
          15: denominator（分母）：空；占比类指标必须填“分母”
              found nothing; wanted a denominator, which the measure share needs
          16: value（数值）：空；总量类指标必须填“数值”
              found nothing; wanted a value, which the measure total needs
          17: denominator（分母）："2"；总量类指标不填“分母”，请留空
              found "2"; wanted nothing: the measure total takes no denominator
          18: 有 8 列；应与表头一致，共 11 列（单元格里有逗号时要加引号）
              found 8 fields; wanted 11 fields, as in the header
          19: stage（阶段）："not_started"；阶段不能倒退，2020-03 已报为已开工
              found "not_started"; wanted started or later, as reported for 2020-03
          19: progress（进度）："110"；进度应在 0 至 100 之间
              found "110"; wanted a percentage from 0 to 100
          19: occurred_on（发生日期）："2020-07-09"；发生日期不能晚于今天（2020-07-03）
              found "2020-07-09"; wanted a date that is not in the future; today is 2020-07-03
          19: occurred_on（发生日期）："2020-07-09"；发生日期不能晚于 2020-06 月末
              found "2020-07-09"; wanted a date not after the end of 2020-06
          21: "1.1.1, dev_reform, 2020-06" 与第 20 行重复；同一文件内指标、单位、期间不能重复
              found "1.1.1, dev_reform, 2020-06" again, first on line 20; wanted each indicator, unit and period once in a file
          22: period（期间）：空；“期间”不能为空
              found nothing; wanted a period
          23: value（数值）："=B1"；请填数值，不能是公式或公式错误
              found "=B1"; wanted a figure, not a formula or its error
          23: stage（阶段）："动工"；阶段应为未开工、已开工或已完成
              found "动工"; wanted not_started, started or completed
          23: occurred_on（发生日期）："2020-02-30"；应为真实存在的日期 YYYY-MM-DD，如 2020-03-31
              found "2020-02-30"; wanted a date of the calendar YYYY-MM-DD, as 2020-03-31
          """)
    }
  }

  @Test("Files that are no table at all")
  func wholeFiles() async throws {
    try await IntakeDatabase.with { connection in
      try connection.submit(
        "",
        gives: """
          refused, UTF-8: 1 faults in 0 lines
          1: 文件是空的；应有表头和数据行
              found an empty file; wanted a header line and data lines
          """)
      try connection.submit(
        "indicator,unit,period\n\n,,\n",
        gives: """
          refused, UTF-8: 1 faults in 0 lines
          1: 只有表头，没有数据；至少应有一行数据
              found a header and no data; wanted at least one data line
          """)
      try connection.submit(
        "指标;单位;期间;数值\n2.2.1;statistics;2020-06;1\n",
        gives: """
          refused, UTF-8: 1 faults in 0 lines
          1: 各列用分号分隔；请用半角逗号分隔（另存为“CSV UTF-8（逗号分隔）”）
              found columns separated by semicolons; wanted columns separated by commas
          """)
      try connection.submit(
        "indicator,unit,unit,amount\n2.2.1,statistics,,1\n",
        gives: """
          refused, UTF-8: 3 faults in 0 lines
          1: 列名 "amount"；列名应为：指标、单位、期间、数值、分母、同期数值、同期分母、阶段、进度、发生日期、备注
              found column "amount"; wanted columns among indicator, unit, period, value, denominator, base_value, \
          base_denominator, stage, progress, occurred_on, note
          1: unit（单位）：该列重复出现；每列只能出现一次
              found the column a second time; wanted each column once
          1: period（期间）：没有这一列；请加上“期间”列
              found no such column; wanted a column period
          """)
      try connection.submit(
        "indicator,unit,period,value,\n2.2.1,statistics,2020-06,\"1,见附件\n2.2.1,statistics,2020-05,2,x\n",
        gives: """
          refused, UTF-8: 2 faults in 2 lines
          2: value（数值）：第 26 字节处引号没有配对；请补上后引号
              found a quote that is never closed at byte 26; wanted a closing quote
          3: "x"，所在列没有列名；请补上列名或删去该内容
              found "x" in a column without a name; wanted nothing, or a name of the column in the header
          """)
      try connection.submit(
        [0xFF, 0xFE, 0x69, 0x00, 0x0A, 0x00],
        gives: """
          refused, no encoding: 1 faults in 0 lines
          1: 文件是 UTF-16（“Unicode 文本”）编码；请在表格软件中另存为“CSV UTF-8（逗号分隔）”
              found a file in UTF-16; wanted a file saved as "CSV UTF-8" (UTF-8 with a byte-order mark) or in GB18030
          """)
      try connection.submit(
        Array("indicator,unit,period,value,note\n2.2.1,statistics,2020-06,1,".utf8) + [0xC4, 0xA3, 0x0A],
        gives: """
          refused, no encoding: 1 faults in 0 lines
          2: 字节 0xC4 0xA3 既可读作 UTF-8 也可读作 GB18030，无法判定编码；请在表格软件中另存为“CSV UTF-8（逗号分隔）”
              found bytes 0xC4 0xA3, which can be read as UTF-8 and as GB18030; wanted a file saved as "CSV UTF-8" \
          (UTF-8 with a byte-order mark) or in GB18030
          """)
      try connection.expect("select count(*) from intake.submission", is: "0")
      try connection.expect("select string_agg(distinct outcome, ' ') from intake.batch", is: "refused")
      try connection.expect("select count(*) from intake.batch", is: "7")
      try connection.expect("select count(*) from intake.fault", is: "10")
    }
  }

  @Test("A file wrong on every line: all faults are on record, the first thousand in the report")
  func manyFaults() async throws {
    try await IntakeDatabase.with { connection in
      let lines = (0..<6_000).map { "2.2.1,statistics,2020-06,\($0)万\n" }
      let file = try SubmissionFile(
        name: "坏.csv", bytes: Array(("indicator,unit,period,value\n" + lines.joined()).utf8))
      let receipt = try file.submit(on: connection, district: nil)
      // Each but the first is a duplicate, too.
      #expect(receipt.faultCount == 11_999)
      #expect(receipt.faults.count == 1_000)
      #expect(receipt.faults[0].line == 2)
      #expect(receipt.faults[999].line == 502)
      try connection.expect(
        "select count(*) || ' ' || max(line) || ' ' || max(ordinal) from intake.fault", is: "11999 6001 11999")
      try connection.expect(
        "select bool_and(line >= earlier) from (select line, lag(line) over (order by ordinal) as earlier from intake.fault) as f",
        is: "true")
      try connection.expect("select jsonb_array_length(faults) from intake.batch", is: "1000")
    }
  }

  @Test("A file that changes between being read and being submitted is refused")
  func changedFile() async throws {
    let path = NSTemporaryDirectory() + "dabiao-\(UUID().uuidString).csv"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try await IntakeDatabase.with { connection in
      try Data("indicator,unit,period,value\n2.2.1,statistics,2020-06,1\n".utf8).write(to: URL(fileURLWithPath: path))
      let file = try SubmissionFile(path: path)
      try Data("indicator,unit,period,value\n2.2.1,statistics,2020-06,9\n".utf8).write(to: URL(fileURLWithPath: path))
      #expect(throws: IntakeError.self) { try file.submit(on: connection, district: nil) }
      try connection.expect("select count(*) from intake.batch", is: "0")
    }
  }

  @Test("A stage may go back only where the later period is corrected with it")
  func stages() async throws {
    try await IntakeDatabase.with { connection in
      let header = "indicator,unit,period,stage,progress\n"
      try connection.submit(
        header + "1.6.1,dev_reform,2020-06,已开工,30\n", gives: "accepted, UTF-8: 1 new, 0 corrected, 0 unchanged")
      try connection.submit(
        header + "1.6.1,dev_reform,2020-03,completed,100\n",
        gives: """
          refused, UTF-8: 1 faults in 1 lines
          2: stage（阶段）："completed"；阶段不能倒退，2020-06 已报为已开工；如需更正请在同一文件中一并更正
              found "completed"; wanted started or earlier, as reported for 2020-06; or a correction of that period in \
          the same file
          """)
      try connection.submit(
        header + "1.6.1,dev_reform,2020-03,completed,100\n1.6.1,dev_reform,2020-06,completed,100\n",
        gives: "accepted, UTF-8: 1 new, 1 corrected, 0 unchanged")
    }
  }
}
