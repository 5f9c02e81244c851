import Attainment
import Wording

/// What a clause without a number to be reached asks for.
enum Work: Sendable, Hashable {
  /// A stage that one or more named works must reach.
  case stage(Stage, works: [String])
  /// All of so many groups.
  case complete([String])
  /// A number of none.
  case none
  /// A level to be kept.
  case kept
  /// Not less than last year.
  case asLastYear
  /// To go in step with the economy.
  case inStep
  /// To be better than something the document does not put in figures.
  case aboveOther
  /// Work whose progress is told in percent.
  case progress

  /// Reads a clause.
  init(_ clause: String) {
    let bare = clause.withoutBrackets
    if bare.contains(Lexicon.inStep), bare.has(Lexicon.withOther), bare.has(Lexicon.growths + Lexicon.economicGrowth) {
      self = .inStep
    } else if bare.has(Lexicon.above), bare.has(Lexicon.averages), bare.has(Lexicon.growths + Lexicon.shares) {
      self = .aboveOther
    } else if Self.isComplete(bare) {
      self = .complete(Self.groups(bare))
    } else if bare.has(Lexicon.cleared) {
      self = .complete([bare])
    } else if bare.has(Lexicon.none), !bare.contains(where: Lexicon.quotes.contains) {
      self = .none
    } else if bare.has(Lexicon.asLastYear) {
      self = .asLastYear
    } else if bare.has(Lexicon.keptUp) {
      self = .kept
    } else if let stage = Self.stage(bare) {
      self = .stage(stage, works: Self.works(clause))
    } else {
      self = .progress
    }
  }

  /// 全覆盖 as what is reached, not as what something else is like.
  private static func isComplete(_ bare: String) -> Bool {
    guard let range = bare.ranges(of: Lexicon.complete).first else { return false }
    let next = bare[range.upperBound...].first
    return next != Lexicon.asWhole && next != Lexicon.listComma && !bare.contains(where: Lexicon.quotes.contains)
  }

  /// 住宅小区和单位达标全覆盖: each of the groups.
  private static func groups(_ bare: String) -> [String] {
    let parts = bare.split(separator: Lexicon.and).map(String.init)
    return parts.count == 2 && parts.allSatisfy({ $0.count > 1 }) ? parts : [bare]
  }

  /// 149、150及31街坊等地块: each number with what follows the last.
  private static func plots(_ clause: String) -> [String]? {
    let text = DocumentText(clause)
    let numerals = Numeral.all(in: text).filter { $0.unit.isEmpty && $0.bracket == nil && !$0.isQuoted }
    guard numerals.count > 1, let first = numerals.first, let last = numerals.last else { return nil }
    let isList = zip(numerals, numerals.dropFirst()).allSatisfy { $1.digits.lowerBound - $0.digits.upperBound == 1 }
    let rest = text.text(last.digits.upperBound..<text.plain.count)
    guard isList, let suffix = Lexicon.nameSuffixes.first(where: rest.hasPrefix),
      rest.dropFirst(suffix.count).hasPrefix(Lexicon.andOthers)
    else { return nil }
    let lead = text.text(0..<first.digits.lowerBound)
    return numerals.map { lead + text.text($0.digits) + rest }
  }

  private static func stage(_ bare: String) -> Stage? {
    let end = bare.stripped(trailing: Lexicon.stageEnds)
    if end.ends(Lexicon.completions) { return .completed }
    if end.ends(Lexicon.starts) { return .started }
    let core = bare.withoutDeadline.stripped(leading: Lexicon.intentions)
    if core.begins(Lexicon.firstSteps) { return .started }
    if core.begins(Lexicon.strictDeeds) && !core.ends(Lexicon.endless) || core.ends(Lexicon.passed) {
      return .completed
    }
    if core.begins(Lexicon.deeds), core.ends(Lexicon.deedEnds), !core.ends(Lexicon.ongoing) { return .completed }
    if core.begins(Lexicon.held), core.ends(Lexicon.events) { return .completed }
    if core.contains(Lexicon.reach), core.ends(Lexicon.standards) { return .completed }
    return core.has(Lexicon.adding) || core.contains(Lexicon.done) && !core.hasSuffix(Lexicon.done) ? .completed : nil
  }

  /// The works that a clause names before it says how many there are, 张园、洪南山宅等12个; empty where it names none, or
  /// nothing says what is to become of them.
  static func named(in clause: String, before numeral: String) -> (stage: Stage, works: [String])? {
    guard numeral.hasSuffix(Lexicon.andOthers), let stage = stage(clause.withoutBrackets) else { return nil }
    let named = works(String(numeral.dropLast(Lexicon.andOthers.count)))
    return named.count > 1 ? (stage, named) : nil
  }

  /// The works that a clause names one after another.
  private static func works(_ clause: String) -> [String] {
    let nesting = Nesting(DocumentText(clause))
    var parts = [""]
    var previous: Character = " "
    for (place, character) in clause.enumerated() {
      let isBetweenQuotes = character == Lexicon.openQuote && previous == Lexicon.closeQuote
      if nesting.isOpen[place], character == Lexicon.listComma {
        parts.append("")
      } else if isBetweenQuotes {
        parts.append(String(character))
      } else {
        parts[parts.count - 1].append(character)
      }
      previous = character
    }
    if let plots = plots(clause) { return plots }
    // 119、120街坊 and B、C、D楼 are one work each.
    let isNamed = parts.allSatisfy { $0.withoutBrackets.count > 1 && $0.first.map(Marker.isDigit) == false }
    return parts.count > 1 && isNamed ? parts : [clause]
  }
}

extension String {
  /// Without the date that a clause begins with: 6月底前.
  fileprivate var withoutDeadline: String {
    let rest = stripped(leading: Lexicon.halves.map(\.word) + Lexicon.yearEnds)
    let digits = rest.prefix { Marker.isDigit($0) }
    guard !digits.isEmpty, rest.dropFirst(digits.count).first == Lexicon.monthWord else { return rest }
    let words = rest.dropFirst(digits.count + 1)
    return String(
      words.drop { Lexicon.deadlines.contains(String($0)) || Marker.isDigit($0) || Lexicon.dayWords.contains($0) })
  }
}
