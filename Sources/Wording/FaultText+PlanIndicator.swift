import Attainment

/// What of an indicator's cells does not go together.
extension FaultText {
  private static let nothing = Phrase(zh: "空", en: "nothing")
  private static func named(_ measure: Measure) -> Phrase { Phrase(zh: measure.name.zh, en: measure.rawValue) }

  /// What stands in a cell that a measure leaves empty, or the other way round.
  ///
  /// `found` is what stands there, by the word of the format.
  public static func shape(_ found: String?, _ wanted: Shape) -> FaultText {
    FaultText(found: found.map { .plain($0) } ?? nothing, wanted: wanted.phrase)
  }

  /// What would go together.
  public enum Shape: Sendable {
    case direction(Measure)
    case maintainedStock
    case noDirection(Measure)
    case point(Measure)
    case daily
    case oneReporter
    case noStage
    case reachedStage
    case noPacing(Measure)
    case linearCap
    case notWhole
    case noScale
    case aboveZero
    case printedUnit(String?, Measure)
    case noBounds(Measure)
    case boundAbove(Figure)
    case noReference(Measure)

    fileprivate var phrase: Phrase {
      switch self {
      case .direction(let measure):
        Phrase(
          zh: "\(measure.name.zh)要填方向：不低于或不高于", en: "at_least or at_most: the measure \(measure.rawValue) needs one")
      case .maintainedStock: Phrase(zh: "只有存量可以“保持”", en: "at_least or at_most: only a stock can be maintained")
      case .noDirection(let measure):
        Phrase(zh: "\(measure.name.zh)没有目标值，不填方向", en: "nothing: \(measure.rawValue) carries no target value")
      case .point(let measure):
        Phrase(zh: "\(measure.name.zh)应为“\(Accumulation.point.name.zh)”", en: "point, as for every \(measure.rawValue)")
      case .daily:
        Phrase(zh: "日均量不能用时点数", en: "monthly or cumulative: a level has no days to be divided by")
      case .oneReporter: Phrase(zh: "公布增速只能有一个报送单位", en: "one: rates of several do not add up")
      case .noStage: Phrase(zh: "只有节点填要求阶段", en: "nothing: only a milestone has stages")
      case .reachedStage: Phrase(zh: "应为已启动或已完成", en: "started or completed")
      case .noPacing(let measure):
        Phrase(zh: "\(measure.name.zh)任何时候都要达标，不填序时方式", en: "nothing: a \(measure.rawValue) holds at any date")
      case .linearCap:
        Phrase(
          zh: "不可超过的总量应为按月均衡或不填", en: "linear or nothing: what is not to be exceeded cannot wait for its due month")
      case .notWhole: Phrase(zh: "只有总量和存量可以按整数计数", en: "false: only a total or a stock counts whole things")
      case .noScale: Phrase(zh: "只有比值填换算系数", en: "nothing: only a ratio has one")
      case .aboveZero: Phrase(zh: "应大于 0", en: "a figure above 0")
      case .printedUnit(let unit, let measure):
        Phrase(
          zh: "\(measure.name.zh)的数值单位就是计量单位“\(unit ?? "")”",
          en: "\(unit ?? "nothing"), its unit_of_measure: a \(measure.rawValue) is printed as it is submitted")
      case .noBounds(let measure):
        Phrase(zh: "\(measure.name.zh)没有数值，不填合理区间", en: "nothing: a \(measure.rawValue) has no value to be bounded")
      case .boundAbove(let least):
        Phrase(zh: "不能小于合理下限 \(least)", en: "\(least), the plausible_min, or more")
      case .noReference(let measure):
        Phrase(
          zh: "\(measure.name.zh)没有数值，不能作参考指标",
          en: "false: a \(measure.rawValue) has no figure to refer to, only work to be done")
      }
    }
  }

  /// So many reporters.
  public static func reporters(_ count: Int) -> FaultText {
    FaultText(found: Phrase(zh: "\(count) 个单位", en: "\(count) units"), wanted: Shape.oneReporter.phrase)
  }

  /// A unit of submitted values that is not that of the actual.
  public static func otherUnit(_ unit: String, printed: String?, _ measure: Measure) -> FaultText {
    FaultText(found: told(unit), wanted: Shape.printedUnit(printed, measure).phrase)
  }

  /// A whole that is measured in another unit.
  public static func wholeInOtherUnit(_ whole: String, _ unit: String?, wanted: String?) -> FaultText {
    FaultText(
      found: Phrase(zh: "\(whole) 的计量单位是“\(unit ?? "")”", en: "\(whole), measured in \(unit ?? "no unit")"),
      wanted: Phrase(
        zh: "总项的计量单位应与本指标相同：“\(wanted ?? "")”",
        en: "an indicator measured in \(wanted ?? "no unit"), as this one is"))
  }

  /// A chain of parts that comes back to its beginning.
  public static func circleOfParts(through whole: String) -> FaultText {
    FaultText(
      found: Phrase(zh: "经过 \(whole) 的循环", en: "a circle through \(whole)"),
      wanted: Phrase(zh: "总项不能是自己的分项", en: "a whole that is not part of its own part"))
  }
}
