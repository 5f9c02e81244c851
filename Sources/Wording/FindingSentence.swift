import Attainment

/// The sentences of findings, which quote the figures (method, section 11).
public enum FindingSentence {
  /// A finding as it is published: what it is about, and what there is to say.
  ///
  /// - Parameters:
  ///   - indicator: name of the indicator.
  ///   - unit: name of the unit concerned; nil for the district.
  ///   - period: the period concerned; nil for none.
  ///   - message: what there is to say, its Chinese without a full stop.
  /// - Returns: the sentence.
  public static func about(indicator: Phrase, unit: Phrase?, period: Month?, _ message: Phrase) -> Phrase {
    var (zh, en) = (indicator.zh, indicator.en)
    if let unit {
      zh += "（\(unit.zh)）"
      en += " (\(unit.en))"
    }
    if let period {
      zh += " \(period)"
      en += ", \(period)"
    }
    return Phrase(zh: "\(zh)：\(message.zh)。", en: "\(en): \(message.en)")
  }

  /// The allocations of a target do not add up to it.
  public static func allocationMismatch(sum: Figure, target: Figure, difference: Figure) -> Phrase {
    Phrase(
      zh: "分解合计\(sum)与目标\(target)不符，相差\(difference)",
      en: "The allocations add up to \(sum), the target is \(target): a difference of \(difference).")
  }

  /// A revision that nobody has reviewed, of which no figure is told.
  public static func awaitingReview(revision: Int, submittedOn: Day) -> Phrase {
    Phrase(
      zh: "第\(revision)次报送于\(submittedOn)报来，尚未审核",
      en: "Revision \(revision), submitted on \(submittedOn), awaits review.")
  }

  /// A stated base that is not last year's figure.
  public static func baseDiffers(stated: Figure, lastYear: Figure) -> Phrase {
    Phrase(
      zh: "所报同期基数\(stated)与上年已通过数\(lastYear)不一致",
      en: "The stated base is \(stated), last year's accepted figure \(lastYear).")
  }

  /// A stated base denominator that is not last year's.
  public static func baseDenominatorDiffers(stated: Figure, lastYear: Figure) -> Phrase {
    Phrase(
      zh: "所报同期分母\(stated)与上年已通过数\(lastYear)不一致",
      en: "The stated base denominator is \(stated), last year's accepted one \(lastYear).")
  }

  /// Two sentences about one figure.
  public static func both(_ first: Phrase, _ second: Phrase) -> Phrase {
    Phrase(zh: "\(first.zh)；\(second.zh)", en: "\(first.en) \(second.en)")
  }

  /// A cumulative value below an earlier one.
  public static func cumulativeDecrease(value: Figure, earlier: Figure, of period: Month) -> Phrase {
    Phrase(
      zh: "累计值\(value)小于\(period)的\(earlier)",
      en: "The cumulative value is \(value), less than the \(earlier) of \(period).")
  }

  /// A figure that first came after its due date.
  public static func late(submittedOn: Day, dueOn: Day) -> Phrase {
    Phrase(
      zh: "首次报送于\(submittedOn)，迟于截止日\(dueOn)",
      en: "First submitted on \(submittedOn), after the due date \(dueOn).")
  }

  /// A figure that is due and not accepted.
  public static func missing(dueOn: Day) -> Phrase {
    Phrase(zh: "无已通过的数据，报送截止日为\(dueOn)", en: "No accepted figure; it is due by \(dueOn).")
  }

  /// A negative level.
  public static func negativeValue(_ value: Figure) -> Phrase {
    Phrase(zh: "数值\(value)为负", en: "The value \(value) is negative.")
  }

  /// A value without a base.
  public static func noBase(value: Figure?) -> Phrase {
    let value = value?.description ?? ""
    return Phrase(
      zh: "数值\(value)无同期基数：未报，上年同期亦无已通过的数据",
      en: "The value \(value) has no base: none is stated, and none was accepted last year.")
  }

  /// A denominator without a base.
  public static func noBaseDenominator(denominator: Figure?) -> Phrase {
    let denominator = denominator?.description ?? ""
    return Phrase(
      zh: "分母\(denominator)无同期分母：未报，上年同期亦无已通过的数据",
      en: "The denominator \(denominator) has no base: none is stated, and none was accepted last year.")
  }

  /// A share above 100 %.
  public static func numeratorExceedsDenominator(numerator: Figure, denominator: Figure) -> Phrase {
    Phrase(
      zh: "分子\(numerator)大于分母\(denominator)",
      en: "The numerator \(numerator) exceeds the denominator \(denominator).")
  }

  /// An indicator that exceeds the one it is part of.
  public static func partExceedsWhole(part: Figure, whole: Figure, of indicator: String) -> Phrase {
    Phrase(
      zh: "累计数\(part)大于其所属指标\(indicator)的\(whole)",
      en: "It stands at \(part), more than the \(whole) of \(indicator), of which it is part.")
  }

  /// A returned revision after which nothing came, and the reason as the reviewer wrote it; of its figures none is told.
  public static func returned(revision: Int, submittedOn: Day, reason: String) -> Phrase {
    let reason = Mark.withoutFullStop(reason)
    return Phrase(
      zh: "第\(revision)次报送（\(submittedOn)报来）已退回，未再报送；退回原因：\(reason)",
      en: "Revision \(revision), submitted on \(submittedOn), was returned and nothing newer came; the reason: "
        + "\(reason).")
  }

  /// A figure that an earlier report used and that has changed since.
  public static func revised(
    reportOf period: Month, used revision: Int, _ content: Phrase, now: (revision: Int, content: Phrase)?
  ) -> Phrase {
    let counting =
      now.map { now in
        Phrase(
          zh: "采用第\(now.revision)次报送（\(now.content.zh)）", en: "revision \(now.revision) (\(now.content.en)) counts")
      } ?? Phrase(zh: "无已通过的数据", en: "no figure is accepted")
    return Phrase(
      zh: "\(period)报告采用第\(revision)次报送（\(content.zh)），现\(counting.zh)",
      en: "The report for \(period) used revision \(revision) (\(content.en)); now \(counting.en).")
  }

  /// What a revision says.
  public static func content(
    value: Figure?, denominator: Figure?, baseValue: Figure?, baseDenominator: Figure?, stage: Stage?, progress: Figure?
  ) -> Phrase {
    [
      value.map { Phrase(zh: "\(Term.value.zh)\($0)", en: "\(Term.value.en) \($0)") },
      denominator.map { Phrase(zh: "\(Term.denominator.zh)\($0)", en: "\(Term.denominator.en) \($0)") },
      baseValue.map { Phrase(zh: "\(Term.baseValue.zh)\($0)", en: "\(Term.baseValue.en) \($0)") },
      baseDenominator.map { Phrase(zh: "\(Term.baseDenominator.zh)\($0)", en: "\(Term.baseDenominator.en) \($0)") },
      stage.map { Phrase(zh: "\(Term.stage.zh)\($0.name.zh)", en: "\(Term.stage.en) \($0.rawValue)") },
      progress.map { Phrase(zh: "\(Term.progress.zh)\($0)%", en: "\(Term.progress.en) \($0) %") },
    ].compactMap { $0 }.joined(by: .comma)
  }
}
