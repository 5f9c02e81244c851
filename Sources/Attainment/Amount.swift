/// An exact result: a sum, which prints with all its digits, or a quotient, which is rounded once (method, section 1).
public enum Amount: Sendable, CustomStringConvertible {
  /// A sum or difference of figures.
  case figure(Figure)
  /// A quotient.
  case fraction(Fraction)

  /// The exact value.
  public var exact: Fraction {
    switch self {
    case .figure(let figure): Fraction(figure)
    case .fraction(let fraction): fraction
    }
  }

  /// The value as printed.
  public var description: String {
    switch self {
    case .figure(let figure): figure.description
    case .fraction(let fraction): fraction.rounded.description
    }
  }

  /// Whether the value as printed is another number than the exact one.
  public var isRounded: Bool {
    switch self {
    case .figure: false
    case .fraction(let fraction): fraction.isRounded
    }
  }

  /// The difference from a target, a sum where both are.
  func minus(_ target: Amount) -> Amount {
    if case .figure(let a) = self, case .figure(let b) = target { return .figure(a - b) }
    return .fraction(exact - target.exact)
  }
}
