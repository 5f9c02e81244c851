import Attainment
import Catalogue
import Encoding
import Foundation
import TestSupport
import Wording

@testable import Intake

/// The 2020 plan and what a file comes to under it, without a database.
enum Judging {
  static let plan = try? WorkPlan.read(packageRoot + "/sql/plans/jingan-2020")

  /// A moment after the plan's year.
  static let afterTheYear = "2021-01-20T09:30:00+08:00"

  struct NotFound: Error {}

  static func found<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw NotFound() }
    return value
  }

  /// What a file comes to.
  static func judgement(
    of bytes: [UInt8], name: String = "报送.csv", at moment: String = afterTheYear, windows: Windows = Windows(),
    records: Records = Records(), change: (inout WorkPlan) -> Void = { _ in }
  ) throws -> (form: TextEncoding?, draft: Draft, judgement: Judgement) {
    var plan = try Judging.found(plan)
    change(&plan)
    let moment = try Judging.found(Instant(parsing: moment))
    let (form, draft) = try SubmissionFile(name: name, bytes: bytes).draft()
    return (
      form, draft,
      Check.judge(draft, by: PlanBook([plan]), windows: windows, records: records, at: moment)
    )
  }

  /// A report on a file: what it comes to, then each fault, in both languages.
  static func report(
    _ text: String, at moment: String = "2020-07-03T09:30:00+08:00", windows: Windows = Windows(),
    records: Records = Records()
  ) throws -> String {
    let (form, draft, judgement) = try judgement(
      of: Array(text.utf8), at: moment, windows: windows, records: records)
    let head =
      judgement.faults.isEmpty
      ? "accepted"
      : "refused, \(form?.rawValue ?? "no form"): \(judgement.faults.count) faults in \(draft.lineCount) lines"
    return ([head] + judgement.faults.map(\.description)).joined(separator: "\n")
  }

  /// Every Chinese word of the faults.
  static func chinese(_ judgement: Judgement) -> String {
    judgement.faults.map { fault in
      [fault.column?.name.zh, fault.cell, fault.text.found.zh, fault.text.wanted.zh].compactMap(\.self)
        .joined(separator: " ")
    }.joined(separator: "\n")
  }

  /// The value that a file puts on record for retail sales in June.
  static func june(_ judgement: Judgement) -> String? {
    judgement.decisions.first { decision in
      decision.entry.key
        == Month(year: 2020, month: 6).map { FigureKey(indicator: "2.2.1", unit: "statistics", period: $0) }
    }?.entry.content.value?.description
  }
}
