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

  /// The year would end short of the target if it went on as last year did.
  public static func atRisk(projected: Quotient, target: Amount) -> Phrase {
    Phrase(
      zh: "按上年走势推算全年为\(projected)，达不到目标\(target)",
      en: "By last year's course the year ends at \(projected), which misses the target \(target).")
  }

  /// A revision that nobody has reviewed.
  public static func awaitingReview(revision: Int, submittedOn: Day) -> Phrase {
    Phrase(
      zh: "第\(revision)次报送于\(submittedOn)报来，尚未审核",
      en: "Revision \(revision), submitted on \(submittedOn), awaits review.")
  }

  /// A stated base, a stated base denominator or both that are not last year's figures; nil for none.
  public static func basesDiffer(
    _ value: (stated: Figure, lastYear: Figure)?, denominator: (stated: Figure, lastYear: Figure)?
  ) -> Phrase? {
    joined(
      value.map { base in
        Phrase(
          zh: "所报同期基数\(base.stated)与上年已通过数\(base.lastYear)不一致",
          en: "The stated base is \(base.stated), last year's accepted figure \(base.lastYear).")
      },
      denominator.map { base in
        Phrase(
          zh: "所报同期分母\(base.stated)与上年已通过数\(base.lastYear)不一致",
          en: "The stated base denominator is \(base.stated), last year's accepted one \(base.lastYear).")
      })
  }

  /// A base that was taken from last year.
  public static func baseFilled(_ base: Figure) -> Phrase {
    Phrase(zh: "未报同期基数，采用上年已通过数\(base)", en: "No base is stated; last year's accepted figure \(base) was taken.")
  }

  /// A base denominator that was taken from last year.
  public static func baseDenominatorFilled(_ base: Figure) -> Phrase {
    Phrase(
      zh: "未报同期分母，采用上年已通过数\(base)",
      en: "No base denominator is stated; last year's accepted \(base) was taken.")
  }

  /// Two sentences about one figure, or the only one of them.
  public static func joined(_ first: Phrase?, _ second: Phrase?) -> Phrase? {
    guard let first, let second else { return first ?? second }
    return Phrase(zh: "\(first.zh)；\(second.zh)", en: "\(first.en) \(second.en)")
  }

  /// A cumulative value below an earlier one.
  public static func cumulativeDecrease(value: Figure, earlier: Figure, of period: Month) -> Phrase {
    Phrase(
      zh: "累计值\(value)小于\(period)的\(earlier)",
      en: "The cumulative value is \(value), less than the \(earlier) of \(period).")
  }

  /// Work that is expected at its due month, which is near.
  public static func dueSoon(actual: Amount?, due: Month) -> Phrase {
    let now =
      actual.map { Phrase(zh: "目前为\($0)", en: "It stands at \($0)") } ?? Phrase(zh: "目前无数据", en: "Nothing is reported")
    return Phrase(
      zh: "应于\(due.year)年\(due.month)月完成，\(now.zh)", en: "It is due in month \(due.month) of \(due.year). \(now.en).")
  }

  /// Attainment beyond what is believable.
  public static func farAboveTarget(attainment: Quotient, actual: Amount, target: Amount) -> Phrase {
    Phrase(
      zh: "达标率\(attainment)%，远超目标：实绩\(actual)，目标\(target)，请核对计量单位",
      en: "Attainment is \(attainment) %: the actual \(actual) against the target \(target). Check the unit of measure."
    )
  }

  /// A figure outside its plausible bounds, of which either may be missing.
  public static func implausible(_ figure: Amount, from least: Figure?, to most: Figure?) -> Phrase {
    let bounds = Phrase(
      zh: [least.map { "不低于\($0)" }, most.map { "不高于\($0)" }].compactMap { $0 }.joined(separator: "、"),
      en: [least.map { "at least \($0)" }, most.map { "at most \($0)" }].compactMap { $0 }.joined(separator: " and "))
    return Phrase(zh: "\(figure)存疑，合理范围为\(bounds.zh)", en: "\(figure) is not plausible, which is \(bounds.en).")
  }

  /// Numbers ten times those of the same reporter's period before, or a tenth of them.
  public static func jump(_ jumps: [(earlier: Figure, now: Figure)], since period: Month) -> Phrase {
    let pairs = jumps.map { "\($0.earlier) → \($0.now)" }
    return Phrase(
      zh: "比\(period)相差十倍以上（\(pairs.joined(separator: "，"))），请核对计量单位",
      en: "It differs from \(period) by a factor of ten or more (\(pairs.joined(separator: ", "))). "
        + "Check the unit of measure.")
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

  /// Below the target, but not once rounded.
  public static func nearTarget(actual: Amount, target: Amount) -> Phrase {
    Phrase(
      zh: "实绩\(actual)未达目标\(target)，仅差在四舍五入之内",
      en: "The actual \(actual) misses the target \(target) by less than rounding would hide.")
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

  /// One change of a target.
  public struct TargetChange: Sendable {
    let before: String
    let after: String
    let decidedOn: Day
    let source: String?

    /// A change from one revision to the next; a target relative to another indicator is its code and a difference.
    public init(
      from before: Figure, fromIndicator: String?, to after: Figure, toIndicator: String?, decidedOn: Day,
      source: String?
    ) {
      self.before = Self.text(before, fromIndicator)
      self.after = Self.text(after, toIndicator)
      self.decidedOn = decidedOn
      self.source = source
    }

    private static func text(_ figure: Figure, _ indicator: String?) -> String {
      guard let indicator else { return figure.description }
      return figure == .zero ? indicator : "\(indicator)\(figure < .zero ? "" : "+")\(figure)"
    }
  }

  /// A target in force that is not the first.
  public static func targetRevised(_ changes: [TargetChange]) -> Phrase {
    Phrase(
      zh: changes.map { change in
        "目标由\(change.before)调整为\(change.after)（\(change.decidedOn)\(change.source.map { "，\($0)" } ?? "")）"
      }.joined(separator: "；"),
      en: changes.map { change in
        "The target changed from \(change.before) to \(change.after), decided on \(change.decidedOn)"
          + "\(change.source.map { " (\($0))" } ?? "")."
      }.joined(separator: " "))
  }

  /// Last year's figure that an earlier report took as a base and that has changed since.
  public static func baseRevised(_ change: Phrase) -> Phrase {
    Phrase(zh: "上年同期基数：\(change.zh)", en: "Last year's figure as the base: \(change.en)")
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
