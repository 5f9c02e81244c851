/// Expected cumulative progress by month, for seasonal work (method, section 7).
public struct Profile: Sendable, Equatable {
  private let byMonth: [Int: Figure]

  /// A profile from cumulative percentages of the target by month, 1 to 12; it may leave months out.
  public init(cumulativePercentages: [Int: Figure]) { byMonth = cumulativePercentages }

  /// The percentage expected by the end of a month: that of the greatest given month up to it, 0 where none is given.
  public func percentage(at month: Int) -> Figure {
    byMonth.keys.filter { $0 <= month }.max().flatMap { byMonth[$0] } ?? .zero
  }
}
