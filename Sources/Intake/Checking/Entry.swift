import Attainment

/// Names a figure: whose it is, of what and for when.
struct FigureKey: Hashable, Sendable {
  var indicator: String
  var unit: String
  var period: Month
}

/// What is said of a figure.
struct FigureContent: Hashable, Sendable {
  var value: Figure?
  var denominator: Figure?
  var baseValue: Figure?
  var baseDenominator: Figure?
  var stage: Stage?
  var progress: Figure?
  var occurredOn: Day?
  var reason: String?
  var nextStep: String?
  var evidence: String?
  var note: String?

  /// Its numbers, as stated.
  var quantities: Quantities {
    Quantities(value: value, denominator: denominator, baseValue: baseValue, baseDenominator: baseDenominator)
  }
}

/// A line of a file that can be put on record.
struct Entry: Hashable, Sendable {
  var line: Int
  var key: FigureKey
  var content: FigureContent
}
