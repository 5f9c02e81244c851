import Attainment
import Catalogue
import Wording

/// A target as a document seems to mean it.
public struct Proposal: Sendable {
  /// Its code: section, item, and its place within the item.
  public internal(set) var code: IndicatorCode
  /// The document's own words.
  public internal(set) var wording: String
  /// What it could be called.
  public internal(set) var name: String
  /// Whether a ★ covers it.
  public internal(set) var isLivelihood = false
  /// How its actual is made.
  public internal(set) var measure: Measure
  /// Which side of the target is good.
  public internal(set) var direction: Direction?
  /// The number to be reached; nil where there is none, or it has yet to be worked out.
  public internal(set) var value: Figure?
  /// Unit of the number as printed.
  public internal(set) var unit: String?
  /// How near is near enough.
  public internal(set) var tolerance: Figure?
  /// The stage that a milestone must reach.
  public internal(set) var stage: Stage?
  /// The one that it is part of.
  public internal(set) var partOf: IndicatorCode?
  /// The one that it is in step with.
  public internal(set) var relativeTo: IndicatorCode?
  /// Per how many a ratio is stated.
  public internal(set) var scale: Int?
  /// Whether it counts whole things.
  public internal(set) var isWhole = false
  /// The month by whose end it is to be met, where the document says so.
  public internal(set) var dueMonth: Int?
  /// Who leads it, as the document names them; the first leads.
  public internal(set) var leads: [String] = []
  /// What its maker should look at.
  public internal(set) var doubts: [DraftDoubt] = []
  /// The numbers of the document that it says, as printed without their units.
  public internal(set) var numbers: [String] = []
  /// Line of the document on which its item begins.
  public internal(set) var line: Int
  /// Where its words stand in the item.
  var range: Range<Int>
  /// Whether it is in step with economic growth, whose indicator is known once all are.
  var followsEconomy = false
}

/// A number of the document that is no target.
public struct LeftOutNumber: Sendable {
  /// Line of the document on which its item begins.
  public let line: Int
  /// The item, as 2.3; empty outside of all.
  public let item: String
  /// The number with its unit, as printed.
  public let number: String
  /// The words around it.
  public let context: String
  /// Why.
  public let reason: DraftLeftOut
}
