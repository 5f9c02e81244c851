import Attainment

/// Why a rule of the method's section 8 decided, without a full stop. Quotients come as printed.
public enum RuleSentence {
  /// Rule 1.
  public static func nothingDue(firstDue: Month, by day: Day?) -> Phrase {
    Phrase(
      zh: "尚无到期数据，首个应报月份为\(firstDue)\(day.map { "，截止日\($0)" } ?? "")",
      en: "no figure is due yet; the first is that of \(firstDue)\(day.map { ", due by \($0)" } ?? "")")
  }

  /// Rule 2.
  public static func nothingAccepted(dueUpTo latestDue: Month) -> Phrase {
    Phrase(
      zh: "应报至\(latestDue)，但本年度尚无已通过的数据",
      en: "figures were due up to \(latestDue), but none of the year is accepted")
  }

  /// Rule 0.
  public static let reference = Phrase(zh: "仅供参考，不作评定", en: "it stands for reference and is not judged")

  /// Rule 2, where the office holds it up.
  public static func nothingReviewed(dueUpTo latestDue: Month) -> Phrase {
    Phrase(
      zh: "应报至\(latestDue)，已报送的数据均待审核", en: "figures were due up to \(latestDue), and those that came await review")
  }

  /// Rule 6, where the office holds it up.
  public static func latestPeriodAwaitsReview(dueUpTo latestDue: Month, latest figurePeriod: Month) -> Phrase {
    Phrase(
      zh: "应报至\(latestDue)，已报送待审核，已通过的数据仅至\(figurePeriod)",
      en: "figures were due up to \(latestDue) and await review, the latest accepted are of \(figurePeriod)")
  }

  /// Rule 3, where what a target is relative to has no actual that serves.
  public static func nothingToCompareWith(_ indicator: String) -> Phrase {
    Phrase(
      zh: "所比照的\(indicator)尚无可用的\(Term.actual.zh)",
      en: "\(indicator), which the target is relative to, has no \(Term.actual.en) that serves")
  }

  /// Rule 4.
  public static func reachedForGood(attainment: String) -> Phrase {
    Phrase(
      zh: "\(Term.attainment.zh)\(attainment)%，已达到100%，以后各月不再改变",
      en: "\(Term.attainment.en) \(attainment) % reaches 100 %, which later months cannot undo")
  }

  /// Rule 5.
  public static func exceededForGood(actual: String, limit: String) -> Phrase {
    Phrase(
      zh: "\(Term.actual.zh)\(actual)已超过上限\(limit)，以后各月不再改变",
      en: "the \(Term.actual.en) \(actual) exceeds the limit \(limit), which later months cannot undo")
  }

  /// Rule 6.
  public static func latestPeriodOutstanding(dueUpTo latestDue: Month, latest figurePeriod: Month) -> Phrase {
    Phrase(
      zh: "应报至\(latestDue)，最新数据仅至\(figurePeriod)",
      en: "figures were due up to \(latestDue), the latest are of \(figurePeriod)")
  }

  /// Rule 7; without an attainment the level is zero or less, which meets any limit.
  public static func whenDue(dueMonth: Month, attainment: String?, isMet: Bool) -> Phrase {
    let level =
      attainment.map { Phrase(zh: "\(Term.attainment.zh)\($0)%，", en: "\(Term.attainment.en) \($0) %") }
      ?? Phrase(zh: "\(Term.actual.zh)为零或负，视为", en: "a level of zero or less")
    return Phrase(
      zh: "已到\(Term.dueMonth.zh)\(dueMonth)且数据齐全，\(level.zh)\(isMet ? "达到" : "低于")100%",
      en:
        "the \(Term.dueMonth.en) \(dueMonth) is reached with all figures in, and \(level.en) \(isMet ? "reaches" : "is below") 100 %"
    )
  }
}
