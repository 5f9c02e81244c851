import Attainment

/// What is wrong with targets, allocations and profiles of a plan.
extension FaultText {
  /// A revision out of its order.
  public static func revisionOrder(_ revision: Int, next: Int, of code: String) -> FaultText {
    FaultText(
      found: .plain(revision),
      wanted: Phrase(
        zh: "应为 \(next)：\(code) 的调整次序从 1 起依次编号", en: "\(next): revisions of \(code) count from 1 in their order"))
  }

  /// A revision decided before the one before it.
  public static func decidedBefore(_ day: Day, earlier: Int, on earlierDay: Day) -> FaultText {
    FaultText(
      found: .plain(day),
      wanted: Phrase(
        zh: "不能早于第 \(earlier) 次的 \(earlierDay)", en: "a date not before revision \(earlier)'s, \(earlierDay)"))
  }

  /// A target of an indicator that carries none.
  public static func noTarget(_ value: String?, _ measure: Measure, isReference: Bool) -> FaultText {
    let reason =
      isReference && measure.takesTarget
      ? Phrase(zh: "参考指标没有目标", en: "an indicator for reference has no target")
      : Phrase(zh: "\(measure.name.zh)没有目标值", en: "a \(measure.rawValue) carries no target value")
    return FaultText(
      found: value.map { .plain($0) } ?? Phrase(zh: "空", en: "nothing"),
      wanted: Phrase(zh: "请删去此行：\(reason.zh)", en: "no row: \(reason.en)"))
  }

  /// A percent change by which nothing would be left.
  public static func percentChange(_ value: Figure) -> FaultText {
    FaultText(found: .plain(value), wanted: Phrase(zh: "变化率应大于 -100", en: "a percent change above -100"))
  }

  /// A target that is not positive.
  public static func notPositive(_ value: Figure, _ measure: Measure) -> FaultText {
    FaultText(
      found: .plain(value),
      wanted: Phrase(
        zh: "要达到的\(measure.name.zh)应大于 0", en: "a target above 0 for a \(measure.rawValue) to be reached"))
  }

  /// A part of what is counted in whole things.
  public static func notWhole(_ figure: Figure, _ code: String) -> FaultText {
    FaultText(
      found: .plain(figure),
      wanted: Phrase(zh: "\(code) 按整数计数，应为整数", en: "a whole number: \(code) counts whole things"))
  }

  // MARK: Targets that follow another

  /// A total that would follow another.
  public static func totalFollows(_ other: String) -> FaultText {
    FaultText(
      found: .plain(other),
      wanted: Phrase(
        zh: "总量不能参照其他指标，请清空", en: "nothing: a total is not met at any date, as what follows another must be"))
  }

  /// One that follows what is not comparable.
  public static func notComparable(_ other: String, _ kind: ActualKind, wanted: ActualKind) -> FaultText {
    FaultText(
      found: Phrase(zh: "\(other)（\(kind.phrase.zh)）", en: "\(other), \(kind.phrase.en)"),
      wanted: Phrase(zh: "应参照\(wanted.phrase.zh)的指标", en: "an indicator of \(wanted.phrase.en)"))
  }

  /// What an actual is, as far as another can follow it.
  public enum ActualKind: Sendable {
    case percentChanges, shares, work
    case levels(String?)

    fileprivate var phrase: Phrase {
      switch self {
      case .percentChanges: Phrase(zh: "变化率", en: "percent changes")
      case .shares: Phrase(zh: "占比", en: "shares")
      case .levels(let unit): Phrase(zh: "以“\(unit ?? "")”计的水平", en: "levels in \(unit ?? "no unit")")
      case .work: Phrase(zh: "没有数值的工作", en: "work without a value")
      }
    }
  }

  /// A chain of targets that comes back to its beginning.
  public static func circleOfTargets(through other: String) -> FaultText {
    FaultText(
      found: Phrase(zh: "经过 \(other) 的循环", en: "a circle through \(other)"),
      wanted: Phrase(zh: "不能参照到自己", en: "one that does not follow this one itself"))
  }

  // MARK: Profiles

  /// Neither a percentage nor an amount.
  public static let noExpectation = FaultText(
    found: Phrase(zh: "空", en: "nothing"),
    wanted: Phrase(zh: "请填累计百分比或累计数", en: "a percentage, or an amount as cumulative_value"))

  /// Both of them.
  public static let twoExpectations = FaultText(
    found: Phrase(zh: "累计百分比和累计数都填了", en: "an amount beside a percentage"),
    wanted: Phrase(zh: "只能填一种", en: "one of both"))

  /// Both kinds in one profile.
  public static func mixedProfile(_ figure: Figure, amounts: Bool, line: Int) -> FaultText {
    FaultText(
      found: .plain(figure),
      wanted: Phrase(
        zh: "应与第 \(line) 行一样填\(amounts ? "累计数" : "累计百分比")",
        en: "\(amounts ? "amounts" : "percentages") throughout, as in line \(line)"))
  }

  /// Amounts where only percentages say something.
  public static func amounts(_ obstacle: AmountObstacle) -> FaultText {
    FaultText(
      found: Phrase(zh: "累计数", en: "amounts"),
      wanted: Phrase(zh: "请改填累计百分比：\(obstacle.phrase.zh)", en: "percentages: \(obstacle.phrase.en)"))
  }

  /// Why amounts say nothing.
  public enum AmountObstacle: Sendable {
    case measure(Measure)
    case follows(String)
    case zero(String)
    case noTarget(String)

    fileprivate var phrase: Phrase {
      switch self {
      case .measure(let measure):
        Phrase(zh: "\(measure.name.zh)按百分比", en: "a \(measure.rawValue) is expected in percent")
      case .follows(let code): Phrase(zh: "\(code) 的目标参照其他指标", en: "the target of \(code) follows another indicator")
      case .zero(let code): Phrase(zh: "\(code) 的目标是 0", en: "the target of \(code) is 0 and divides nothing")
      case .noTarget(let code): Phrase(zh: "\(code) 没有目标值", en: "\(code) has no target at which they could end")
      }
    }
  }

  /// A percentage or an amount beyond its range.
  public static func expected(_ figure: Figure, isAmount: Bool) -> FaultText {
    FaultText(
      found: .plain(figure),
      wanted: isAmount ? Phrase(zh: "应为 0 或以上", en: "0 or more") : Phrase(zh: "应为 0 到 100", en: "0 to 100"))
  }

  /// A profile that falls.
  public static func fall(from earlier: Figure, to later: Figure, of code: String) -> FaultText {
    FaultText(
      found: Phrase(zh: "从 \(earlier) 降到 \(later)", en: "a fall from \(earlier) to \(later)"),
      wanted: Phrase(zh: "\(code) 的序时进度不能下降", en: "a profile of \(code) that never falls"))
  }

  /// A profile that does not come to its end.
  public static func noEnd(_ figure: Figure, month: Int, wanted: Figure, of code: String, isAmount: Bool) -> FaultText {
    FaultText(
      found: Phrase(zh: "到 \(month) 月为 \(figure)", en: "\(figure) by month \(month)"),
      wanted: isAmount
        ? Phrase(
          zh: "\(code) 在该月到期，应为最初的目标 \(wanted)",
          en: "\(wanted), the target's first revision, by then: \(code) is due in that month")
        : Phrase(zh: "\(code) 在该月到期，应为 100", en: "100 by then: \(code) is due in that month"))
  }

  // MARK: Who answers

  /// A responsibility of nobody.
  public static let nobody = FaultText(
    found: Phrase(zh: "单位和岗位都没填", en: "neither unit nor post"), wanted: Phrase(zh: "至少填一个", en: "at least one"))

  /// A term without a beginning.
  public static let noTerm = FaultText(
    found: Phrase(zh: "空", en: "nothing"), wanted: Phrase(zh: "请填到任日期", en: "the first day in the post"))

  /// A term that ends before it begins.
  public static func endsBefore(_ to: Day, _ from: Day) -> FaultText {
    FaultText(found: .plain(to), wanted: Phrase(zh: "不能早于 \(from)", en: "a day not before \(from)"))
  }

  /// A term that another holds, too.
  public static func overlaps(_ from: Day, post: String) -> FaultText {
    FaultText(
      found: .plain(from),
      wanted: Phrase(
        zh: "与岗位“\(post)”的其他任期重叠", en: "a term that overlaps no other of the post '\(post)'"))
  }

  // MARK: Last year's

  /// What does not serve as last year's figure, and why.
  public static func noBase(from code: String, _ obstacle: BaseObstacle) -> FaultText { obstacle.text(code) }

  /// Why last year's figures of another cannot stand for bases that were left empty.
  public enum BaseObstacle: Sendable {
    case noValue(Measure)
    case noDenominator(Measure)
    case unit(String?, wanted: String?)
    case denominatorUnit(String?, wanted: String?)
    case accumulation(Accumulation, wanted: Accumulation)
    case frequency(Frequency, wanted: Frequency)

    fileprivate func text(_ code: String) -> FaultText {
      switch self {
      case .noValue(let measure):
        FaultText(
          found: Phrase(zh: "\(code)（\(measure.name.zh)）", en: "\(code), a \(measure.rawValue)"),
          wanted: Phrase(zh: "应为报送数值的指标", en: "an indicator whose figures carry a value"))
      case .noDenominator(let measure):
        FaultText(
          found: Phrase(zh: "\(code)（\(measure.name.zh)）", en: "\(code), a \(measure.rawValue)"),
          wanted: Phrase(zh: "应为也报送分母的指标", en: "an indicator whose figures carry a denominator, too"))
      case .unit(let unit, let wanted):
        FaultText(
          found: Phrase(zh: "\(code) 报送的单位是“\(unit ?? "")”", en: "\(code), submitted in \(unit ?? "no unit")"),
          wanted: Phrase(
            zh: "应与本指标的数值单位“\(wanted ?? "")”相同",
            en: "figures in \(wanted ?? "no unit"), as this one's value_unit has it"))
      case .denominatorUnit(let unit, let wanted):
        FaultText(
          found: Phrase(
            zh: "\(code) 的分母单位是“\(unit ?? "")”", en: "\(code), with denominators in \(unit ?? "no unit")"),
          wanted: Phrase(
            zh: "应与本指标的分母单位“\(wanted ?? "")”相同",
            en: "denominators in \(wanted ?? "no unit"), as this one's denominator_unit has it"))
      case .accumulation(let other, let wanted):
        FaultText(
          found: Phrase(zh: "\(code)：\(other.name.zh)", en: "\(code), \(other.rawValue)"),
          wanted: Phrase(
            zh: "累计方式应为“\(wanted.name.zh)”", en: "the accumulation \(wanted.rawValue), as this one's"))
      case .frequency(let other, let wanted):
        FaultText(
          found: Phrase(zh: "\(code)：\(other.name.zh)", en: "\(code), \(other.rawValue)"),
          wanted: Phrase(zh: "报送频率应为“\(wanted.name.zh)”", en: "the frequency \(wanted.rawValue), as this one's"))
      }
    }
  }
}
