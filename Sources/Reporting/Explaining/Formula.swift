import Attainment
import Foundation

/// A formula of the method, in its symbols and with its numbers (method, sections 4, 6 and 7).
public struct Formula: Sendable, Encodable {
  /// The formula in the method's symbols.
  public let symbols: String

  /// The same with the numbers in their places.
  public let numbers: String

  /// A formula from a template whose symbols stand in braces, as `{A} / {v} × 100`.
  ///
  /// - Parameters:
  ///   - template: the formula.
  ///   - values: the number of each symbol.
  init(_ template: String, _ values: [String: String]) {
    var symbols = template
    var numbers = template
    for (symbol, value) in values {
      symbols.replace("{\(symbol)}", with: symbol)
      numbers.replace("{\(symbol)}", with: value.hasPrefix("-") ? "(\(value))" : value)
    }
    self.symbols = symbols
    self.numbers = numbers
  }
}

extension Formula {
  /// How the actual is made of the accumulated figures (method, section 4); a mean over fewer than the expected
  /// reporters is at most 99.
  static func actual(of measure: Measure, isComplete: Bool, _ values: [String: String]) -> Formula {
    let template =
      switch measure {
      case .total, .stock, .rate: "{A}"
      case .growth: "({A} / {B} − 1) × 100"
      case .share: "{N} / {D} × 100"
      case .ratio: "{N} / {D} × {scale}"
      case .intensityChange: "(({N} / {D}) / ({N₀} / {D₀}) − 1) × 100"
      case .dailyAverage: "{A} / {days}"
      case .milestone, .progress: isComplete ? "{Σp} / {n}" : "min({Σp} / {n}, 99)"
      }
    return Formula(template, values)
  }

  /// How attainment in percent is made (method, section 6).
  ///
  /// - Parameters:
  ///   - measure: the measure.
  ///   - direction: which side of the target is good.
  ///   - isGranted: whether the target has a tolerance.
  ///   - values: the number of each symbol.
  /// - Returns: the formula; the actual itself for work that carries no target.
  static func attainment(
    of measure: Measure, direction: Direction?, isGranted: Bool, _ values: [String: String]
  ) -> Formula {
    let level =
      switch measure {
      case .dailyAverage: "({A} / {days})"
      case .rate: "(100 + {A})"
      case .share: "({N} / {D} × 100)"
      case .ratio: "({N} / {D} × {scale})"
      case .intensityChange: "({N} / {D})"
      default: "{A}"
      }
    let target = isGranted ? "(\(granted(direction)))" : "{v}"
    let required =
      switch measure {
      case .rate: "(100 + \(target))"
      case .growth: "({B} × (1 + \(target)/100))"
      case .intensityChange: "(({N₀} / {D₀}) × (1 + \(target)/100))"
      default: target
      }
    let template =
      switch direction {
      case .atLeast, .maintain: "\(level) / \(required) × 100"
      case .atMost: "\(required) / \(level) × 100"
      case nil: "{actual}"
      }
    return Formula(template, values)
  }

  /// What the ratio takes in the place of a target with a tolerance (method, section 6).
  static func granted(_ direction: Direction?, _ values: [String: String]) -> Formula {
    Formula(granted(direction), values)
  }

  private static func granted(_ direction: Direction?) -> String { direction == .atMost ? "{v} + {t}" : "{v} − {t}" }
}

extension Formula {
  /// Expected progress in equal parts (method, section 7).
  static func linear(_ values: [String: String]) -> Formula { Formula("min({k} / {K}, 1) × 100", values) }

  /// Expected progress by a profile's amounts.
  ///
  /// - Parameters:
  ///   - amount: the amount for the month.
  ///   - target: the district's target, of which it is a part.
  ///   - isAtMostAll: whether no more than all of it is expected.
  /// - Returns: the formula in p and V, which in a unit's row is not its own target v.
  static func amounts(_ amount: Figure, of target: Figure, isAtMostAll: Bool) -> Formula {
    let values = ["p": amount.description, "V": target.description]
    return Formula(isAtMostAll ? "min({p} / {V}, 1) × 100" : "{p} / {V} × 100", values)
  }

  /// Expected progress in whole things.
  static func wholeThings(_ values: [String: String]) -> Formula {
    Formula("⌊{v} × {e} / 100⌋ / {v} × 100", values)
  }

  /// The pace (method, section 7).
  static func pace(_ direction: Direction?, _ values: [String: String]) -> Formula {
    Formula(direction == .atMost ? "{attainment} × {expected} / 100" : "{attainment} / {expected} × 100", values)
  }

  /// The projection to the due month (method, section 9).
  static func projection(_ values: [String: String]) -> Formula { Formula("{A} / {e} × 100", values) }

  /// What each month left has to bring.
  static func required(_ values: [String: String]) -> Formula { Formula("max({v} − {A}, 0) / ({K} − {k})", values) }

  /// Where the year leads if the rest of it goes as last year's went.
  static func lastYearsCourse(_ values: [String: String]) -> Formula { Formula("{A} × {Y} / {Yₖ}", values) }
}
