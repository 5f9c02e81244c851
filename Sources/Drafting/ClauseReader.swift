import Attainment
import Wording

/// Tells of each number in a clause whether it is to be reached, and of those that are what is said of them.
struct ClauseReader: Sendable {
  /// What a number is.
  enum Role: Sendable, Hashable {
    case target
    /// So many for each of the number before it, which this multiplies.
    case each
    /// How many there are of those who all are served.
    case group
    /// What each has to keep.
    case standard
    case leftOut(DraftLeftOut)
  }

  let text: DocumentText
  let range: Range<Int>
  let numerals: [Numeral]
  /// The clause before in the same segment.
  let previous: String
  /// Whether the clause is one of a bracket.
  let isInBracket: Bool

  init(_ text: DocumentText, _ range: Range<Int>, numerals: [Numeral], previous: String, bracket: Range<Int>? = nil) {
    self.text = text
    self.range = range
    self.numerals = numerals.filter { range.contains($0.digits.lowerBound) && ($0.bracket == bracket) }
    self.previous = previous
    isInBracket = bracket != nil
  }

  /// The role of each number, in their order.
  var roles: [Role] {
    var roles: [Role] = numerals.map { leftOut($0).map(Role.leftOut) ?? .target }
    for index in roles.indices.reversed() where roles[index] == .leftOut(.noUnit) && index + 1 < roles.count {
      // 149、150街坊: what is listed is what the last of the list is.
      let between = text.text(numerals[index].range.upperBound..<numerals[index + 1].digits.lowerBound)
      if between.count == 1, between.first.map(Lexicon.conjunctions.contains) == true {
        roles[index] = roles[index + 1]
      }
    }
    for index in roles.indices where roles[index] == .leftOut(.noUnit) {
      if isReached(numerals[index]) { roles[index] = .target }
    }
    for index in roles.indices where roles[index] == .target { roles[index] = among(roles, index) }
    return roles
  }

  /// Why a number is no target, by what stands around it alone; nil where it may be one.
  private func leftOut(_ numeral: Numeral) -> DraftLeftOut? {
    if numeral.isQuoted { return .quoted }
    if numeral.value == nil { return .tooLong }
    if let reason = timeOrName(numeral) { return reason }
    let before = text.text(range.lowerBound..<numeral.digits.lowerBound)
    if isInBracket {
      let isPart = before.hasPrefix(Lexicon.partly) || before.has(Lexicon.additions)
      if before.has(Lexicon.eachOf) { return .each }
      if !isPart || before.begins(Lexicon.whichIncludes.filter { $0 != Lexicon.partly }) { return .bracket }
    }
    let near = String(before.suffix(6))
    if near.ends(Lexicon.sizes) { return .size }
    return numeral.unit.isEmpty ? .noUnit : nil
  }

  private func timeOrName(_ numeral: Numeral) -> DraftLeftOut? {
    let plain = text.plain
    let (start, end) = (numeral.digits.lowerBound, numeral.digits.upperBound)
    let digits = text.text(numeral.digits)
    let previous: Character = start > 0 ? plain[start - 1] : " "
    let next: Character = end < plain.count ? plain[end] : " "
    if previous == Lexicon.ordinal { return .ordinal }
    if digits.count == 4, let year = Int(digits), (1900...2100).contains(year) {
      if String(next) == Lexicon.year || numeral.unit.isEmpty || numeral.unit == Lexicon.year { return .year }
    }
    if next == Lexicon.monthWord, digits.count <= 2 { return .date }
    if Lexicon.dayWords.contains(next), previous == Lexicon.monthWord { return .date }
    if isCode(numeral) { return .name }
    if numeral.unit.isEmpty, Lexicon.nameSuffixes.contains(where: { text.has($0, at: end) }) { return .name }
    if Lexicon.timeUnits.contains(numeral.counter) {
      let before = text.text(range.lowerBound..<start)
      let isWanted = before.has(Lexicon.atMost + Lexicon.notBelow) && Lexicon.timeUnitsWanted.contains(numeral.counter)
      return isWanted ? nil : .duration
    }
    return nil
  }

  /// Whether letters or dashes make the digits part of a longer sign: M50, 02-16-B.
  private func isCode(_ numeral: Numeral) -> Bool {
    func isPart(_ character: Character) -> Bool {
      character.isASCII && (character.isLetter || character == "-" || character == "_" || Marker.isDigit(character))
    }
    let plain = text.plain
    var start = numeral.digits.lowerBound
    var end = numeral.digits.upperBound
    while start > 0, isPart(plain[start - 1]) { start -= 1 }
    while end < plain.count, isPart(plain[end]) { end += 1 }
    let around = plain[start..<numeral.digits.lowerBound] + plain[numeral.digits.upperBound..<end]
    if around.contains(where: \.isLetter) { return true }
    return numeral.upper == nil && around.contains("-") && numeral.unit.isEmpty
  }

  /// Whether the words before a number say that it is to be reached.
  private func isReached(_ numeral: Numeral) -> Bool {
    let before = text.text(range.lowerBound..<numeral.digits.lowerBound)
    return before.ends(Lexicon.levels)
  }

  /// What a number that may be a target is among the others of its clause.
  private func among(_ roles: [Role], _ index: Int) -> Role {
    let numeral = numerals[index]
    let before = text.text(range.lowerBound..<numeral.digits.lowerBound).withoutBrackets
    let after = text.text(numeral.range.upperBound..<range.upperBound).withoutBrackets
    if let next = roles.indices.first(where: { $0 > index && (roles[$0] == .target || roles[$0] == .each) }) {
      let between = text.text(numeral.range.upperBound..<numerals[next].digits.lowerBound).withoutBrackets
      if before.has(Lexicon.from), between.has(Lexicon.changes) { return .leftOut(.baseline) }
      if between.contains(Lexicon.each) { return .each }
      if describes(between) { return .leftOut(.describes) }
    }
    if before.has(Lexicon.eachOf), !before.has(Lexicon.perMany.map(\.word)) {
      return before.has(Lexicon.notBelow + Lexicon.atMost + Lexicon.leastWords) ? .standard : .leftOut(.each)
    }
    if before.ends(Lexicon.aboutBefore), before.begins(Lexicon.served), after.has(Lexicon.provided) { return .group }
    if isStretch(before, numeral, roles, index) { return .leftOut(.stretch) }
    return .target
  }

  /// 3条河道10.43公里: what stands between two numbers is a thing that both are said of.
  private func describes(_ between: String) -> Bool {
    // 收入10万元以上的村达到80%: a bound that tells which are meant.
    if let bound = Lexicon.boundsBehind.first(where: between.hasPrefix),
      between.dropFirst(bound.count).first == Lexicon.asWhole
    {
      return true
    }
    return describesThing(between)
  }

  private func describesThing(_ between: String) -> Bool {
    !between.isEmpty && !between.contains { Lexicon.conjunctions.contains($0) }
      && !between.has(Lexicon.additions + Lexicon.growths + Lexicon.falls + Lexicon.stretch)
      && !between.ends(Lexicon.levels) && !between.has(Lexicon.whichIncludes)
  }

  private func isStretch(_ before: String, _ numeral: Numeral, _ roles: [Role], _ index: Int) -> Bool {
    let earlier = index > 0 && roles[..<index].contains(.target)
    guard before.has(Lexicon.stretch) else { return false }
    if earlier, let last = numerals[..<index].last, last.unit == numeral.unit {
      return text.text(last.range.upperBound..<numeral.digits.lowerBound).has(Lexicon.stretch)
    }
    // 增长6%,力争达到6.5%: the goal of the clause before, once more.
    let words = before.stripped(leading: Lexicon.stretches + Lexicon.atLeast + Lexicon.growths)
    return words.isEmpty && !numeral.unit.isEmpty && previous.contains(numeral.unit)
  }

  /// The numbers to be reached, each with the words around it, and the role that it plays.
  func mentions(_ roles: [Role]) -> [(mention: Mention, role: Role, place: Int)] {
    let wanted = roles.indices.filter { index in
      if case .leftOut = roles[index] { false } else { true }
    }
    return wanted.enumerated().map { position, index in
      let numeral = numerals[index]
      let start = position == 0 ? range.lowerBound : numerals[wanted[position - 1]].range.upperBound
      let isLast = position + 1 == wanted.count
      let end = isLast ? range.upperBound : numerals[wanted[position + 1]].digits.lowerBound
      let before = Self.split(text.text(start..<numeral.digits.lowerBound).withoutBrackets)
      let after = Self.split(text.text(numeral.range.upperBound..<end).withoutBrackets)
      let own = position == 0 ? before.first + before.rest : before.rest
      let said = isLast ? after.first + after.rest : after.first
      let clean = own.stripped(leading: Lexicon.leadingWords).stripped(trailing: Lexicon.trailingWords)
      let all = text.text(range.lowerBound..<numeral.digits.lowerBound).withoutBrackets
      let subject = clean.count > 1 ? (position == 0 ? own : all) : previous + all
      let mention = Mention(
        numeral: numeral, before: own, after: said, subject: subject, clause: text.text(range).withoutBrackets)
      return (mention, roles[index], index)
    }
  }

  /// What stands between two numbers, at its last conjunction; what has none belongs to the number behind it.
  private static func split(_ between: String) -> (first: String, rest: String) {
    guard let place = between.lastIndex(where: { Lexicon.conjunctions.contains($0) }) else { return ("", between) }
    return (String(between[..<place]) + String(between[place]), String(between[between.index(after: place)...]))
  }
}
