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
  static func attainment(
    of measure: Measure, direction: Direction?, actual: String, _ values: [String: String]
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
    let required =
      switch measure {
      case .rate: "(100 + {v})"
      case .growth: "({B} × (1 + {v}/100))"
      case .intensityChange: "(({N₀} / {D₀}) × (1 + {v}/100))"
      default: "{v}"
      }
    let template =
      switch direction {
      case .atLeast, .maintain: "\(level) / \(required) × 100"
      case .atMost: "\(required) / \(level) × 100"
      case nil: "{actual}"
      }
    var values = values
    values["actual"] = actual
    return Formula(template, values)
  }
}
