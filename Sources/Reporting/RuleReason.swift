import Attainment

/// Why a rule of the method's section 8 decided, with the figures that made it apply.
struct RuleReason {
  let indicator: Indicator
  let measurement: Measurement
  let target: Figure?
  let evaluation: Evaluation
  let year: Int

  /// The sentence in both languages, without its full stop.
  var words: Explanation.Words {
    let latestDue = measurement.latestDue.map(period) ?? ""
    let figurePeriod = measurement.figurePeriod.map(period) ?? ""
    let reported = period(measurement.reportedMonth)
    switch evaluation.rule {
    case 1:
      let first = period(indicator.frequency.duePeriods.first ?? 12)
      return Explanation.Words(
        zh: "截至\(reported)尚无应报数据，首个应报期为\(first)",
        en: "no figure is due up to \(reported); the first due period is \(first)")
    case 2:
      return Explanation.Words(
        zh: "应报至\(latestDue)，但本年度尚无已审数据", en: "figures were due up to \(latestDue), but none of the year is accepted")
    case 3: return notAssessable
    case 4:
      return Explanation.Words(
        zh: "完成率\(attainment)%，已达到100%，以后各月不再改变",
        en: "attainment \(attainment) % reaches 100 %, which later months cannot undo")
    case 5:
      let (actual, limit) = (evaluation.actual?.description ?? "", target?.description ?? "")
      return Explanation.Words(
        zh: "实绩\(actual)已超过上限\(limit)，以后各月不再改变",
        en: "the actual \(actual) exceeds the limit \(limit), which later months cannot undo")
    case 6:
      return Explanation.Words(
        zh: "应报至\(latestDue)，最新数据仅至\(figurePeriod)",
        en: "figures were due up to \(latestDue), the latest are of \(figurePeriod)")
    case 7:
      let due = period(indicator.dueMonth)
      let isMet = evaluation.verdict == .attained
      return Explanation.Words(
        zh: "已到完成月份\(due)且数据齐全，\(levelZH)\(isMet ? "达到" : "低于")100%",
        en:
          "the due month \(due) is reached with all figures in, and \(levelEN) \(isMet ? "reaches" : "is below") 100 %")
    default: return paced
    }
  }

  private var paced: Explanation.Words {
    guard let pace = evaluation.pace else {
      return evaluation.attainment == nil
        ? Explanation.Words(
          zh: "实绩为零或负，“不高于”目标必然满足", en: "a level of zero or less meets a target that is not to be exceeded")
        : Explanation.Words(zh: "本期应达进度为0，视为符合进度", en: "nothing is expected yet, so the pace counts as met")
    }
    let floor = indicator.floor
    switch evaluation.verdict {
    case .onTrack:
      return Explanation.Words(zh: "进度比\(shown(pace))%，不低于100%", en: "pace \(shown(pace)) % is at least 100 %")
    case .behind:
      return Explanation.Words(
        zh: "进度比\(shown(pace))%，低于100%，不低于下限\(floor)%",
        en: "pace \(shown(pace)) % is below 100 %, but not below the floor \(floor) %")
    default:
      return Explanation.Words(
        zh: "进度比\(shown(pace))%，低于下限\(floor)%", en: "pace \(shown(pace)) % is below the floor \(floor) %")
    }
  }

  private var notAssessable: Explanation.Words {
    let measure = indicator.measure
    if target == nil { return Explanation.Words(zh: "没有目标值", en: "there is no target") }
    if measure.takesBase {
      guard let base = measurement.baseValue else {
        return Explanation.Words(zh: "有填报单位缺同期数", en: "the base of a reporter is missing")
      }
      if base <= .zero {
        return Explanation.Words(zh: "同期数\(base)不大于0", en: "the base \(base) is not above 0")
      }
    }
    if measure.takesDenominator, let denominator = measurement.denominator, denominator <= .zero {
      return Explanation.Words(zh: "分母\(denominator)不大于0", en: "the denominator \(denominator) is not above 0")
    }
    if measure == .intensityChange {
      guard let denominator = measurement.baseDenominator else {
        return Explanation.Words(zh: "有填报单位缺同期分母", en: "the base denominator of a reporter is missing")
      }
      if denominator <= .zero {
        return Explanation.Words(zh: "同期分母\(denominator)不大于0", en: "the base denominator \(denominator) is not above 0")
      }
    }
    return Explanation.Words(zh: "目标值为0，不能作除数", en: "the target is 0 and cannot be divided by")
  }

  private var attainment: String { evaluation.attainment.map(shown) ?? "" }

  private var levelZH: String { evaluation.attainment == nil ? "实绩为零或负，视为" : "完成率\(attainment)%，" }

  private var levelEN: String {
    evaluation.attainment == nil ? "a level of zero or less" : "attainment \(attainment) %"
  }

  /// A quotient as printed, with its exact value where the printed one would hide on which side of a bound it lies.
  private func shown(_ fraction: Fraction) -> String {
    let printed = fraction.rounded.description
    let isBound = printed == "100" || printed == indicator.floor.description
    let exact = fraction.lowestTerms
    guard isBound, exact.denominatorText != "1", exact.numeratorText != printed else { return printed }
    return "\(printed) (= \(exact.numeratorText)/\(exact.denominatorText))"
  }

  private func period(_ month: Int) -> String { Month(year: year, month: month)?.description ?? "" }
}
