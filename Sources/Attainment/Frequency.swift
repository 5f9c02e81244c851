/// In which periods of a year a figure is due (method, section 2).
public enum Frequency: String, Sendable, CaseIterable {
  /// Every month.
  case monthly
  /// Every month from February, which covers January too.
  case monthlyFromFebruary = "monthly_from_february"
  /// March, June, September, December.
  case quarterly
  /// June and December.
  case halfYearly = "half_yearly"
  /// December.
  case annual

  /// The months, 1 to 12, in which a figure is due.
  public var duePeriods: [Int] {
    switch self {
    case .monthly: Array(1...12)
    case .monthlyFromFebruary: Array(2...12)
    case .quarterly: [3, 6, 9, 12]
    case .halfYearly: [6, 12]
    case .annual: [12]
    }
  }

  /// The first of the months that a due period's figure covers: the one after the due period before it.
  ///
  /// - Parameter period: a due period, 1 to 12.
  /// - Returns: a month, 1 to 12.
  public func coverage(from period: Int) -> Int { (duePeriods.last { $0 < period } ?? 0) + 1 }

  /// The latest due period up to a month; nil while none has come.
  public func latestDue(by month: Int) -> Int? { duePeriods.last { $0 <= month } }
}
