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

  /// Its seasonal profile, where it has one.
  public var profile: Profile?

  /// Its own floor in percent; nil for the measure's default.
  public var behindFloor: Figure?

  /// Per how many of the denominator a ratio is stated: 10000 for so many a 10,000 people.
  public var scale: Figure

  /// Describes an indicator.
  public init(
    measure: Measure, direction: Direction? = nil, accumulation: Accumulation, frequency: Frequency,
    dueMonth: Int = 12, requiredStage: Stage = .completed, profile: Profile? = nil, behindFloor: Figure? = nil,
    scale: Figure = Figure(1)
  ) {
    self.measure = measure
    self.direction = direction
    self.accumulation = accumulation
    self.frequency = frequency
    self.dueMonth = dueMonth
    self.requiredStage = requiredStage
    self.profile = profile
    self.behindFloor = behindFloor
    self.scale = scale
  }

  /// The pace in percent below which it is off track (method, section 8).
  public var floor: Figure { behindFloor ?? measure.defaultFloor }

  /// Whether the target, once met, cannot be undone by later months: work that grows towards it (method, section 8).
  public var growsTowardsTarget: Bool {
    switch measure {
    case .total: direction == .atLeast
    case .milestone, .progress: true
    default: false
    }
  }
}
