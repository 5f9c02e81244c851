import Attainment
import Wording

extension Explanation {
  /// What the plan says of the indicator.
  public struct Definition: Sendable, Encodable {
    /// Measure.
    public let measure: Measure
    /// Direction; none for a milestone or progress.
    public let direction: Direction?
    /// Unit of target and actual.
    public let unitOfMeasure: String?
    /// Accumulation.
    public let accumulation: Accumulation
    /// Frequency.
    public let frequency: Frequency
    /// Due month.
    public let dueMonth: Int
    /// Stage that a milestone must reach.
    public let requiredStage: Stage?
    /// The document's own words for the target.
    public let wording: String?
    /// Whether it stands for reference only.
    public let isReference: Bool
    /// By what its expected progress goes.
    public let expectation: Expectation
    /// Whether it counts whole things.
    public let isWhole: Bool
    /// For how many of its denominator a ratio is stated; none for other measures.
    public let scale: String?
    /// By which day its figures are due: 1 to 31 of the month after, 32 to 62 is day − 31 of the one after that.
    public let dueDay: Int
    /// Pace in percent below which it is off track.
    public let floorPct: String
    /// Where that comes from.
    public let floorFrom: FloorOrigin
    /// Code of the indicator of last year's plan that it continues.
    public let continues: String?
    /// Leading unit.
    public let leadUnit: String
    /// Names of the leading unit.
    public let leadUnitName: Phrase
    /// Weight in that unit's score.
    public let weight: String
  }
}
