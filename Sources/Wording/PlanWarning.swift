/// What the maker of a plan should look at before it is loaded, and what keeps no plan from being loaded.
public enum PlanWarning: Sendable, Hashable {
  /// An indicator without a target, which nothing can be said of.
  case noTarget(String)
  /// A target whose due month brings no figure.
  case noFigureWhenDue(String, month: Int)
  /// Progress is expected month by month of what is reported once or twice a year.
  case rarelyReported(String)
  /// Allocations that come to more than the target.
  case allocationsBeyond(String, sum: String, target: String)
  /// Allocations that come to less than the target.
  case allocationsShort(String, sum: String, target: String)
  /// An indicator of the headline without plausible bounds.
  case noBounds(String)
  /// A unit that leads and has no post among the responsibilities.
  case noPost(unit: String, indicators: Int)
  /// A code that meant something else last year.
  case otherMeaning(String, before: String, now: String)

  /// The warning in words.
  public var phrase: Phrase {
    switch self {
    case .noTarget(let code):
      Phrase(zh: "\(code) 没有目标值，无法评定", en: "\(code) has no target and cannot be assessed")
    case .noFigureWhenDue(let code, let month):
      Phrase(
        zh: "\(code) 的完成月份 \(month) 月没有数据，要等下一期才有结论", en: "\(code) is due in month \(month), for which no figure comes")
    case .rarelyReported(let code):
      Phrase(
        zh: "\(code) 一年只报一两次，年中看不出进度", en: "\(code) is reported once or twice a year: its pace is not seen in between")
    case .allocationsBeyond(let code, let sum, let target):
      Phrase(
        zh: "\(code) 分解目标合计 \(sum)，超过目标 \(target)", en: "\(code): allocations of \(sum) go beyond the target, \(target)"
      )
    case .allocationsShort(let code, let sum, let target):
      Phrase(
        zh: "\(code) 分解目标合计 \(sum)，不足目标 \(target)",
        en: "\(code): allocations of \(sum) fall short of the target, \(target)")
    case .noBounds(let code):
      Phrase(zh: "主要指标 \(code) 没有合理区间", en: "\(code) is of the headline and has no plausible bounds")
    case .noPost(let unit, let indicators):
      Phrase(
        zh: "\(unit) 牵头 \(indicators) 个指标，责任表里没有它的岗位", en: "\(unit) leads \(indicators) indicators and has no post")
    case .otherMeaning(let code, let before, let now):
      Phrase(
        zh: "\(code) 上年是“\(before)”，今年是“\(now)”：编号含义变了，请核对上年指标",
        en: "\(code) was '\(before)' last year and is '\(now)' now: check what it continues")
    }
  }
}
