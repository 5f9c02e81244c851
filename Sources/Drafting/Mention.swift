import Attainment
import Wording

/// A number that is to be reached, with the words around it.
struct Mention: Sendable {
  var numeral: Numeral
  /// What stands before it, from the number before it or the beginning of the clause; without brackets.
  var before: String
  /// What stands behind it, to the next number or the end of the clause; without brackets.
  var after: String
  /// What the sentence speaks of: `before`, or where that is nothing but a verb the clause before.
  var subject: String
  /// All of the clause, without brackets.
  var clause: String

  /// Whether a fall is asked for.
  var isFall: Bool { !isLevel && (before.has(Lexicon.falls) || after.begins(Lexicon.falls)) }
  /// Whether a growth is asked for.
  var isGrowth: Bool {
    !isLevel && (before.has(Lexicon.growths) || after.begins(Lexicon.growths)) || subject.has(Lexicon.rates)
  }
  /// Whether a change leads to the number rather than being it: 提高到.
  private var isLevel: Bool { before.ends(Lexicon.upTo) && !before.has(Lexicon.rates.filter { $0.count > 2 }) }

  /// Whether the number is not to be exceeded.
  var isAtMost: Bool {
    var words = before
    for word in Lexicon.notBelow { words = words.replacing(word, with: "") }
    return words.has(Lexicon.atMost) || after.begins(Lexicon.atMost)
  }

  /// Whether near the number is near enough.
  var isAbout: Bool { after.begins(Lexicon.about) || before.ends(Lexicon.aboutBefore) }

  /// How its actual is made.
  var measure: Measure {
    switch numeral.unit {
    case Lexicon.percent: percentMeasure
    case Lexicon.points: subject.has(Lexicon.shares) && !subject.has(Lexicon.rates) ? .share : changeMeasure
    case Lexicon.multiple: .ratio
    default: amountMeasure
    }
  }

  private var percentMeasure: Measure {
    isFall || isGrowth ? changeMeasure : .share
  }

  private var changeMeasure: Measure {
    if subject.has(Lexicon.perUnit), subject.has(Lexicon.intensities) { return .intensityChange }
    return subject.has(Lexicon.publishedRates) ? .rate : .growth
  }

  private var amountMeasure: Measure {
    let parts = numeral.unit.split(separator: Lexicon.divisor)
    if parts.count == 2 {
      if Lexicon.dayUnits.contains(String(parts[1])) { return .dailyAverage }
      return before.has(Lexicon.stocks) || subject.has(Lexicon.stocks) ? .stock : .ratio
    }
    if before.has(Lexicon.daily) { return .dailyAverage }
    if scaleOfSubject != nil { return subject.has(Lexicon.publishedRates) ? .stock : .ratio }
    if before.has(Lexicon.stocks) || subject.has(Lexicon.stocks) || before.has(Lexicon.accumulated) { return .stock }
    if numeral.unit.isEmpty, subject.has(Lexicon.rateWords) { return .ratio }
    if before.begins(Lexicon.kept) || subject.begins(Lexicon.kept) { return .stock }
    if clause.begins(Lexicon.towards), clause.has(Lexicon.handled) { return .stock }
    return .total
  }

  /// Per how many a ratio is stated; nil where nothing says so.
  var scale: Int? {
    if let per = numeral.unit.split(separator: Lexicon.divisor).dropFirst().first, let first = per.first {
      return Lexicon.scales[first] ?? 1
    }
    return scaleOfSubject
  }

  private var scaleOfSubject: Int? { Lexicon.perMany.first { subject.contains($0.word) }?.scale }

  /// Its unit, as a plan has it.
  var unit: String {
    if !numeral.unit.isEmpty, numeral.counter.isEmpty, subject.has(Lexicon.population) {
      return numeral.unit + Lexicon.people
    }
    if measure == .dailyAverage, !numeral.unit.contains(Lexicon.divisor) {
      return numeral.unit + String(Lexicon.divisor) + Lexicon.day
    }
    return numeral.unit
  }

  /// Whether it counts whole things.
  var isWhole: Bool {
    guard measure == .total || measure == .stock, let value = numeral.value else { return false }
    return numeral.unit == numeral.counter && Lexicon.counted.contains(numeral.counter)
      && value.millionths % 1_000_000 == 0
  }

  /// Half of the last place that is printed: how near is near enough, for want of anything better.
  var tolerance: Figure? {
    guard let value = numeral.value, value != .zero else { return nil }
    var place = Int128(1)
    while value.millionths % (place * 10) == 0 { place *= 10 }
    let half = Figure(millionths: place / 2)
    return half == .zero || isWhole && half.millionths % 1_000_000 != 0 ? nil : half
  }

  /// The number with its sign: a fall is negative.
  var value: Figure? {
    numeral.value.map { isFall && numeral.unit == Lexicon.percent ? Figure.zero - $0 : $0 }
  }

  /// Which side of it is good.
  var direction: Direction {
    if isFall, numeral.unit == Lexicon.percent { return isAtMost ? .atLeast : .atMost }
    return isAtMost || isFall ? .atMost : .atLeast
  }

  /// What its maker should look at.
  var doubts: [DraftDoubt] {
    var doubts: [DraftDoubt] = []
    if isAbout { doubts.append(.about(tolerance: tolerance?.description)) }
    if let upper = numeral.upper { doubts.append(.range(upper: upper.description)) }
    if numeral.unit == Lexicon.points { doubts.append(.points(numeral.value?.description ?? "")) }
    if measure == .rate { doubts.append(.publishedRate) }
    if numeral.unit.isEmpty { doubts.append(.noUnit) }
    if unit != numeral.unit { doubts.append(.unitSupplied) }
    if measure == .ratio { doubts.append(.scale) }
    if measure == .total, isFall { doubts.append(.fallInNumbers) }
    if measure == .total, !(clause + subject).has(Lexicon.additions), !numeral.unit.hasSuffix(Lexicon.money) {
      doubts.append(.totalOrStock)
    }
    if before.has([Lexicon.net]) { doubts.append(.net) }
    if before.has(Lexicon.stretch) { doubts.append(.striven) }
    return doubts
  }

  /// Whether the number itself is the target, and not a difference that has yet to be worked out.
  var isValue: Bool { numeral.unit != Lexicon.points && !(measure == .total && isFall) }
}
