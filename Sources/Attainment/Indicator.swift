/// What the method must know of an indicator to judge it.
public struct Indicator: Sendable, Equatable {
  /// How its actual is made.
  public var measure: Measure

  /// Which side of the target is good; nil for a milestone or progress.
  public var direction: Direction?

  /// How its periods add up.
  public var accumulation: Accumulation

  /// In which periods it is due.
  public var frequency: Frequency

  /// The month, 1 to 12, by whose end the target is to be met.
  public var dueMonth: Int

  /// The stage that a milestone must reach.
  public var requiredStage: Stage

  /// What is expected by month, where that is given.
  public var profile: Profile?

  /// How what is expected grows where no profile says it.
  public var pacing: Pacing

  /// Whether it counts whole things, which cannot be expected by halves.
  public var isWhole: Bool

  /// For how many of its denominator a ratio is: 1 a head, 10000 for each ten thousand.
  public var scale: Figure

  /// Whether it stands for reference only, without a target.
  public var isReference: Bool

  /// Its own floor in percent; nil for the measure's default.
  public var behindFloor: Figure?

  /// Describes an indicator.
  public init(
    measure: Measure, direction: Direction? = nil, accumulation: Accumulation, frequency: Frequency,
    dueMonth: Int = 12, requiredStage: Stage = .completed, profile: Profile? = nil, pacing: Pacing = .linear,
    isWhole: Bool = false, scale: Figure = Figure(1), isReference: Bool = false, behindFloor: Figure? = nil
  ) {
    self.measure = measure
    self.direction = direction
    self.accumulation = accumulation
    self.frequency = frequency
    self.dueMonth = dueMonth
    self.requiredStage = requiredStage
    self.profile = profile
    self.pacing = pacing
    self.isWhole = isWhole
    self.scale = scale
    self.isReference = isReference
    self.behindFloor = behindFloor
  }

  /// The pace in percent below which it is off track (method, section 8).
  public var floor: Figure { behindFloor ?? measure.defaultFloor }

  /// Whether the target, once met, cannot be undone by later months: work that grows towards it (method, section 8).
  public var growsTowardsTarget: Bool { measure.isPaced && direction != .atMost }

  /// Whether its target, once exceeded, stays exceeded: a total that is not to pass a limit (method, section 8).
  public var staysBelowLimit: Bool { measure == .total && direction == .atMost }
}
