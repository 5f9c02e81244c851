/// Which actuals the figures of an indicator can come to (method, section 4): what a boundary between verdicts may name.
struct PossibleActuals {
  /// The distance from one to the next that a boundary can be.
  private let step: Figure
  /// Whether each actual is a multiple of the step; a quotient may lie between two.
  private let isStepped: Bool
  /// The least and the greatest, of work without a figure of its own.
  private let range: ClosedRange<Figure>?
  /// The greatest below 100 where the last reporter of a milestone lifts it there in one go.
  private let lastBeforeDone: Fraction?

  /// The possible actuals of an indicator, its reporters being those of a measurement.
  ///
  /// - Parameters:
  ///   - indicator: the indicator.
  ///   - measurement: what its figures add up to now.
  ///   - actual: the actual now. Where it is no whole number, what should be counted in whole things is not.
  init(of indicator: Indicator, _ measurement: Measurement, near actual: Amount) {
    let isComplete = measurement.reportersWithFigure >= measurement.expectedReporters
    isStepped = [.total, .stock, .rate].contains(indicator.measure)
    step = indicator.isWhole && actual.isWhole ? Figure(1) : .millionth
    range = indicator.measure.takesTarget ? nil : .zero...Figure(isComplete ? 100 : 99)
    lastBeforeDone =
      indicator.measure == .milestone && isComplete
      ? Fraction(100) - Fraction(Figure(1), over: Figure(max(1, measurement.expectedReporters))) : nil
  }

  /// The least that is not below a number; nil where that cannot be.
  func least(from number: Fraction) -> Figure? {
    if leapsOver(number) { return Figure(100) }
    guard let least = number.figures(every: step)?.above, range?.contains(least) ?? true else { return nil }
    return least
  }

  /// The greatest that is not above a number.
  func greatest(upTo number: Fraction) -> Figure? { number.figures(every: step)?.below }

  /// How a verdict that holds from a number up is left.
  ///
  /// - Returns: the boundary below which it does not hold, and the first actual there; nil where there is none.
  func leaving(below number: Fraction) -> (boundary: Figure, next: Amount)? {
    if leapsOver(number), let lastBeforeDone { return (Figure(100), .fraction(lastBeforeDone)) }
    guard let nearest = number.figures(every: step) else { return nil }
    let boundary = isStepped ? nearest.above : nearest.below
    guard range.map({ boundary > $0.lowerBound }) ?? true else { return nil }
    return (boundary, .figure(boundary - step))
  }

  /// How a verdict that holds from a number down is left.
  ///
  /// - Returns: the boundary above which it does not hold, and the first actual there.
  func leaving(above number: Fraction) -> (boundary: Figure, next: Amount)? {
    guard let nearest = number.figures(every: step) else { return nil }
    let boundary = isStepped ? nearest.below : nearest.above
    return (boundary, .figure(boundary + step))
  }

  private func leapsOver(_ number: Fraction) -> Bool {
    lastBeforeDone.map { $0 < number && Fraction(100) >= number } ?? false
  }
}

extension Amount {
  fileprivate var isWhole: Bool {
    if case .figure(let figure) = self { figure.decimals == 0 } else { false }
  }
}
