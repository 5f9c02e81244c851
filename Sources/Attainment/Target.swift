/// The target or allocation that applies (method, sections 3 and 6).
public struct Target: Sendable {
  /// v, in the indicator's unit: a figure, or a quotient where it is relative to another indicator.
  public let value: Amount

  /// By how much it may be missed, 0 or more (左右).
  public let tolerance: Figure

  /// A target.
  public init(_ value: Amount, tolerance: Figure = .zero) {
    self.value = value
    self.tolerance = tolerance
  }

  /// A target that is a figure.
  public init(_ figure: Figure, tolerance: Figure = .zero) { self.init(.figure(figure), tolerance: tolerance) }

  /// The figure; nil where it is a quotient.
  public var figure: Figure? {
    if case .figure(let figure) = value { figure } else { nil }
  }

  /// What the ratio takes in its place: v with the tolerance granted.
  ///
  /// - Parameter direction: which side of it is good.
  /// - Returns: v − tolerance, or v + tolerance where it is not to be exceeded.
  public func granted(_ direction: Direction?) -> Amount {
    guard tolerance != .zero else { return value }
    return value.minus(.figure(direction == .atMost ? .zero - tolerance : tolerance))
  }
}
