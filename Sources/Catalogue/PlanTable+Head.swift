import Attainment
import Foundation

/// `plan.csv`: what holds for the plan as a whole.
extension PlanTable {
  /// Fills in what the only row says.
  mutating func head(_ plan: inout WorkPlan) {
    guard let row = rows.first, rows.count == 1 else {
      report(rows.dropFirst().first?.line ?? 2, nil, .notOneRow(rows.count))
      return
    }
    plan.district = code(row, "district")
    plan.districtZH = text(row, "district_zh")
    plan.districtEN = text(row, "district_en", else: plan.districtZH)
    plan.year = requiredNumber(row, "year", in: Day.years)
    plan.titleZH = text(row, "title_zh")
    plan.titleEN = text(row, "title_en", else: plan.titleZH)
    plan.source = text(row, "source")
    plan.timeZone = text(row, "time_zone")
    if !plan.timeZone.isEmpty && TimeZone(identifier: plan.timeZone) == nil {
      report(row.line, "time_zone", .unknown(plan.timeZone, .zone))
    }
    plan.dueDay = requiredNumber(row, "due_day", in: 1...31)
    plan.earlyDays = number(row, "early_days", in: 0...31) ?? 0
    plan.review = requiredWord(row, "review", else: .automatic)
    plan.stopsOnError = boolean(row, "stop_on_error", else: false)
    plan.republication = word(row, "republish") ?? .never
    plan.isSample = boolean(row, "sample", else: false)
    plan.remindDays = remindDays(row)
    plan.changeNote = row["change_note"]
  }

  /// Days from a due date, with spaces between, as `-3 0 5`.
  private mutating func remindDays(_ row: Row) -> [Int] {
    var days: [Int] = []
    for word in (row["remind_days"] ?? "").split(separator: " ") {
      guard let day = Int(word), (-62...62).contains(day) else {
        report(row.line, "remind_days", .unknown(String(word), .remindDays))
        continue
      }
      if days.contains(day) { report(row.line, "remind_days", .repeated("\(day)", .remindDay)) }
      days.append(day)
    }
    return days
  }
}
