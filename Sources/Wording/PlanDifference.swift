import Attainment

/// What differs between two versions of a plan, in words.
public enum PlanDifference: Sendable, Hashable {
  /// An indicator that was not there.
  case added(String, name: String)
  /// An indicator that is there no more.
  case removed(String, name: String)
  /// A target revision that was not there.
  case targetAdded(String, revision: Int, target: String, decidedOn: Day)
  /// A target revision that is there no more.
  case targetRemoved(String, revision: Int, target: String)
  /// A target revision that says something else.
  case targetChanged(String, revision: Int, before: String, now: String)
  /// A unit's part of a target; nil where there is none.
  case allocation(String, unit: String, before: String?, now: String?)
  /// Who leads.
  case lead(String, before: String, now: String)
  /// Who reports.
  case reporters(String, before: [String], now: [String])
  /// Another cell of an indicator or of the plan, by its column.
  case cell(String, column: String, file: String, before: String, now: String)

  /// The difference in words.
  public var phrase: Phrase {
    switch self {
    case .added(let code, let name): Phrase(zh: "新增指标 \(code) \(name)", en: "\(code) \(name) was added")
    case .removed(let code, let name): Phrase(zh: "删去指标 \(code) \(name)", en: "\(code) \(name) was removed")
    case .targetAdded(let code, let revision, let target, let day):
      Phrase(
        zh: "\(code) 新增第 \(revision) 次目标 \(target)，\(day) 决定",
        en: "\(code): target revision \(revision) was added, \(target), decided on \(day)")
    case .targetRemoved(let code, let revision, let target):
      Phrase(
        zh: "\(code) 删去第 \(revision) 次目标 \(target)", en: "\(code): target revision \(revision) was removed, \(target)")
    case .targetChanged(let code, let revision, let before, let now):
      Phrase(
        zh: "\(code) 第 \(revision) 次目标由 \(before) 改为 \(now)",
        en: "\(code): target revision \(revision) was \(before), is \(now)")
    case .allocation(let code, let unit, let before, let now):
      Phrase(
        zh: "\(code) 分解到 \(unit)：由 \(before ?? "无") 改为 \(now ?? "无")",
        en: "\(code): allocation of \(unit) was \(before ?? "none"), is \(now ?? "none")")
    case .lead(let code, let before, let now):
      Phrase(zh: "\(code) 牵头单位由 \(before) 改为 \(now)", en: "\(code): lead unit was \(before), is \(now)")
    case .reporters(let code, let before, let now):
      Phrase(
        zh: "\(code) 报送单位由 \(before.joined(separator: "、")) 改为 \(now.joined(separator: "、"))",
        en: "\(code): reporters were \(before.joined(separator: ", ")), are \(now.joined(separator: ", "))")
    case .cell(let code, let column, let file, let before, let now):
      Phrase(
        zh: "\(code) \(PlanColumn.name(column, of: file).zh)由“\(before)”改为“\(now)”",
        en: "\(code): \(column) was '\(before)', is '\(now)'")
    }
  }

  /// Nothing differs.
  public static let none = Phrase(zh: "没有不同", en: "nothing differs")

  /// A target as it stands in a sentence.
  public static func target(_ value: Figure, unit: String?, tolerance: Figure?, relativeTo: String?) -> String {
    var text = relativeTo.map { "[\($0)]+" } ?? ""
    text += value.description + (unit ?? "")
    if let tolerance { text += "±\(tolerance)" }
    return text
  }
}
