import Attainment
import Wording

/// The words that a column of a plan holds one of, with the names that people use for them.
struct PlanWords {
  let all: [CodeName]

  /// The names, in their order.
  var names: [String] { all.map(\.name.zh) }

  /// The name of a word of the format; nil where it is none.
  func name(of word: String) -> String? { all.first { $0.code == word }?.name.zh }

  /// The words of a column; nil where it holds something else.
  static func of(_ column: String, file: String) -> PlanWords? {
    switch column {
    case "measure": PlanWords(all: Measure.names)
    case "direction": PlanWords(all: Direction.names)
    case "accumulation": PlanWords(all: Accumulation.names)
    case "frequency": PlanWords(all: Frequency.names)
    case "pacing": PlanWords(all: Pacing.names)
    case "required_stage": PlanWords(all: Stage.names.filter { $0.code != Stage.notStarted.rawValue })
    case "kind": PlanWords(all: UnitKind.names)
    case "role": PlanWords(all: ResponsibleRole.names)
    case "review": PlanWords(all: WorkPlan.Review.names)
    case "republish": PlanWords(all: WorkPlan.Republication.names)
    case "rule": PlanWords(all: PointRule.names)
    case "livelihood", "headline", "whole", "reference", "sample", "stop_on_error":
      PlanWords(all: PlanWord.truths)
    default: nil
    }
  }
}
