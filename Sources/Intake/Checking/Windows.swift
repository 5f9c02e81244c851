import Attainment

/// When periods were closed and opened again, and who may submit all the same.
struct Windows: Sendable {
  /// A decision on a period; of several the last one stands.
  struct Closing: Sendable {
    var period: Month
    /// From when on submissions are refused; nil where the period was opened again.
    var closesAt: Instant?
  }

  /// Who may submit for a closed period.
  struct Exception: Sendable {
    var period: Month
    /// The unit; nil for all.
    var unit: String?
    /// The indicator; nil for all.
    var indicator: String?
    var opensAt: Instant
    var closesAt: Instant
  }

  private let closings: [Month: Closing]
  private let exceptions: [Month: [Exception]]

  /// What was decided.
  ///
  /// - Parameters:
  ///   - closings: the decisions in the order in which they were made.
  ///   - exceptions: the exceptions in any order.
  init(closings: [Closing] = [], exceptions: [Exception] = []) {
    self.closings = Dictionary(closings.map { ($0.period, $0) }, uniquingKeysWith: { _, last in last })
    self.exceptions = Dictionary(grouping: exceptions, by: \.period)
  }

  /// Since when a figure may no longer be submitted; nil where it may.
  func closed(_ key: FigureKey, at moment: Instant) -> Instant? {
    guard let since = closings[key.period]?.closesAt, since <= moment else { return nil }
    let isExcepted = exceptions[key.period, default: []].contains { exception in
      exception.opensAt <= moment && moment < exception.closesAt
        && (exception.unit ?? key.unit) == key.unit && (exception.indicator ?? key.indicator) == key.indicator
    }
    return isExcepted ? nil : since
  }
}
