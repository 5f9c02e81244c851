/// What is expected by month, for work or levels with seasons and for dated sub-targets (method, section 7).
public struct Profile: Sendable, Equatable {
  /// What the numbers of a profile are.
  public enum Kind: Sendable {
    /// Percentages of the target.
    case percentages
    /// Amounts in the target's unit.
    case amounts
  }

  /// What its numbers are.
  public let kind: Kind

  private let byMonth: [Int: Figure]

  /// A profile from what is expected by month, 1 to 12; it may leave months out.
  public init(_ kind: Kind, _ byMonth: [Int: Figure]) {
    self.kind = kind
    self.byMonth = byMonth
  }

  /// The number for a month: that of the greatest given month up to it, 0 where none is given.
  public func number(at month: Int) -> Figure {
    byMonth.keys.filter { $0 <= month }.max().flatMap { byMonth[$0] } ?? .zero
  }

  /// What is expected by the end of a month, in percent of the target.
  ///
  /// - Parameters:
  ///   - month: the month, 1 to 12.
  ///   - districtTarget: the district's target in force, of which amounts are a part; for its allocations too.
  /// - Returns: nil for amounts where there is no target to divide by.
  func expected(at month: Int, of districtTarget: Figure?) -> Fraction? {
    switch kind {
    case .percentages: return Fraction(number(at: month))
    case .amounts:
      guard let districtTarget, districtTarget != .zero else { return nil }
      return Fraction(number(at: month), over: districtTarget) * 100
    }
  }
}
