/// What the accepted figures of one indicator add up to, for the district or for one unit (method, sections 4 and 5).
public struct Measurement: Sendable, Equatable {
  /// The reported month m, 1 to 12.
  public var reportedMonth: Int

  /// The figure period q; nil without an accepted figure.
  public var figurePeriod: Int?

  /// The latest period d up to m that is due at T; nil while none is.
  public var latestDue: Int?

  /// The accumulated value A or numerator N.
  public var value: Figure?

  /// The accumulated denominator D.
  public var denominator: Figure?

  /// The accumulated base B or N₀; nil when a reporter has none.
  public var baseValue: Figure?

  /// The accumulated base denominator D₀; nil when a reporter has none.
  public var baseDenominator: Figure?

  /// The days of a daily average.
  public var days: Int?

  /// The sum of the reporters' progress in percent, of a milestone or progress.
  public var progressSum: Figure?

  /// Whether every reporter that is missing for the latest due period waits for the office's review.
  public var awaitsReview: Bool

  /// Whether the target is relative to an indicator that is provisional, or whose figures are of an earlier period.
  public var dependsOnProvisional: Bool

  /// How many expected reporters have an accepted figure.
  public var reportersWithFigure: Int

  /// How many reporters are expected.
  public var expectedReporters: Int

  /// Figures accepted, out of those that coverage counts.
  public var coverageAccepted: Int

  /// Figures that coverage counts.
  public var coverageDue: Int

  /// Describes a measurement; what is left out does not exist.
  public init(
    reportedMonth: Int, figurePeriod: Int? = nil, latestDue: Int? = nil, value: Figure? = nil,
    denominator: Figure? = nil, baseValue: Figure? = nil, baseDenominator: Figure? = nil, days: Int? = nil,
    progressSum: Figure? = nil, awaitsReview: Bool = false, dependsOnProvisional: Bool = false,
    reportersWithFigure: Int = 1, expectedReporters: Int = 1, coverageAccepted: Int = 1,
    coverageDue: Int = 1
  ) {
    self.reportedMonth = reportedMonth
    self.figurePeriod = figurePeriod
    self.latestDue = latestDue
    self.value = value
    self.denominator = denominator
    self.baseValue = baseValue
    self.baseDenominator = baseDenominator
    self.days = days
    self.progressSum = progressSum
    self.awaitsReview = awaitsReview
    self.dependsOnProvisional = dependsOnProvisional
    self.reportersWithFigure = reportersWithFigure
    self.expectedReporters = expectedReporters
    self.coverageAccepted = coverageAccepted
    self.coverageDue = coverageDue
  }
}
