import Attainment

/// A number of the text with the unit behind it.
struct Numeral: Sendable {
  /// Where its digits stand in the item.
  var digits: Range<Int>
  /// Where digits and unit stand.
  var range: Range<Int>
  /// What it says; nil where no figure has as many digits.
  var value: Figure?
  /// The upper end of a range, 5%-6%.
  var upper: Figure?
  /// Its unit as a plan has it, empty where none stands there.
  var unit = ""
  /// The unit as counted, without its magnitude: 户 of 万户.
  var counter = ""
  /// Whether it stands within quotes or the title of a book.
  var isQuoted = false
  /// The bracket that it stands in.
  var bracket: Range<Int>?

  /// Every number of an item.
  static func all(in text: DocumentText) -> [Numeral] {
    var found: [Numeral] = []
    let nesting = Nesting(text)
    var place = 0
    while place < text.plain.count {
      guard Marker.isDigit(text.plain[place]) else {
        place += 1
        continue
      }
      var numeral = read(text, at: place)
      numeral.isQuoted = nesting.isQuoted[place]
      numeral.bracket = nesting.bracket(at: place)
      if let last = found.last, last.joins(numeral, in: text) {
        found[found.count - 1].upper = numeral.value
        found[found.count - 1].unit = numeral.unit
        found[found.count - 1].counter = numeral.counter
        found[found.count - 1].range = last.range.lowerBound..<numeral.range.upperBound
      } else {
        found.append(numeral)
      }
      place = max(numeral.range.upperBound, place + 1)
    }
    return found
  }

  /// The numbers of a text as printed.
  static func runs(in text: String) -> [String] {
    let document = DocumentText(text)
    return all(in: document).flatMap { numeral in
      document.text(numeral.range).split { !Marker.isDigit($0) && $0 != "." && $0 != "," }.map(String.init)
    }
  }

  /// Whether the next is the upper end of the range that this begins.
  private func joins(_ next: Numeral, in text: DocumentText) -> Bool {
    let between = text.text(range.upperBound..<next.digits.lowerBound)
    guard Lexicon.rangeMarks.contains(between), !next.unit.isEmpty, upper == nil else { return false }
    return unit.isEmpty || unit == next.unit
  }

  private static func read(_ text: DocumentText, at start: Int) -> Numeral {
    let plain = text.plain
    var end = start
    var digits = ""
    while end < plain.count {
      if Marker.isDigit(plain[end]) {
        digits.append(plain[end])
      } else if plain[end] == ".", end + 1 < plain.count, Marker.isDigit(plain[end + 1]), !digits.contains(".") {
        digits.append(".")
      } else if plain[end] == ",", isGroup(plain, after: end), !digits.contains(".") {
        // A separator of thousands.
      } else {
        break
      }
      end += 1
    }
    var numeral = Numeral(digits: start..<end, range: start..<end, value: Figure(parsing: digits))
    let unitStart = plain[end...].prefix(1).first == " " ? end + 1 : end
    if let unit = Unit(in: text, at: unitStart) {
      numeral.unit = unit.name
      numeral.counter = unit.counter
      numeral.range = start..<unit.end
    }
    return numeral
  }

  private static func isGroup(_ plain: [Character], after comma: Int) -> Bool {
    let digits = plain[(comma + 1)...].prefix(4).prefix(while: Marker.isDigit)
    return digits.count == 3
  }
}

/// A unit behind a number.
struct Unit: Sendable {
  var name: String
  var counter: String
  var end: Int

  /// The unit at a place; nil where none stands there.
  init?(in text: DocumentText, at start: Int) {
    if text.has(Lexicon.percent, at: start) || text.has(Lexicon.points, at: start)
      || text.has(Lexicon.multiple, at: start)
    {
      let name = [Lexicon.percent, Lexicon.points, Lexicon.multiple].first { text.has($0, at: start) } ?? ""
      self.init(name: name, counter: name, end: start + name.count)
      return
    }
    var magnitudes = text.plain[min(start, text.plain.count)...].prefix { Lexicon.magnitudes.contains($0) }
    let printed = magnitudes
    // 亿千瓦时: the last sign of a magnitude may belong to the unit.
    var counter = Self.counter(in: text, after: magnitudes)
    while counter == nil, !magnitudes.isEmpty {
      magnitudes = magnitudes.dropLast()
      counter = Self.counter(in: text, after: magnitudes)
    }
    guard let (counter, end) = counter else {
      guard !printed.isEmpty else { return nil }
      self.init(name: String(printed), counter: "", end: start + printed.count)
      return
    }
    var place = end - counter.count
    place += counter.count
    var name = String(magnitudes) + (Lexicon.sameUnits[counter] ?? counter)
    if place < text.plain.count, text.plain[place] == Lexicon.divisor {
      let many = text.plain[(place + 1)...].prefix { Lexicon.magnitudes.contains($0) }
      if let per = Self.word(in: text, at: place + 1 + many.count) {
        name += String(Lexicon.divisor) + String(many) + (Lexicon.sameUnits[per] ?? per)
        place += 1 + many.count + per.count
      }
    }
    self.init(name: name, counter: counter, end: place)
  }

  private init(name: String, counter: String, end: Int) {
    self.name = name
    self.counter = counter
    self.end = end
  }

  /// The counter behind a magnitude, and where it ends.
  private static func counter(
    in text: DocumentText, after magnitudes: ArraySlice<Character>
  ) -> (word: String, end: Int)? {
    var place = magnitudes.endIndex
    if place < text.plain.count, Lexicon.andMore.contains(text.plain[place]) { place += 1 }
    return word(in: text, at: place).map { ($0, place + $0.count) }
  }

  private static func word(in text: DocumentText, at place: Int) -> String? {
    for length in stride(from: 5, through: 1, by: -1) where place + length <= text.plain.count {
      let word = text.text(place..<(place + length))
      guard Lexicon.counted.contains(word) || Lexicon.measured.contains(word) else { continue }
      let next = place + length < text.plain.count ? text.plain[place + length] : " "
      if Lexicon.noCounter[word]?.contains(next) == true { continue }
      return word
    }
    return nil
  }
}

/// What of a text stands within quotes, titles and brackets.
struct Nesting: Sendable {
  /// Of each character, whether it stands within quotes or the title of a book.
  private(set) var isQuoted: [Bool] = []
  /// Of each character, whether it stands outside of all of them.
  private(set) var isOpen: [Bool] = []
  private var brackets: [Range<Int>] = []

  init(_ text: DocumentText) {
    var waiting: [(close: Character, start: Int)] = []
    for (place, character) in text.plain.enumerated() {
      if let last = waiting.last, character == last.close {
        waiting.removeLast()
        if last.close == ")", waiting.allSatisfy({ $0.close == ")" }) { close(last.start..<(place + 1)) }
      } else if let close = Lexicon.opening[character] {
        waiting.append((close, place))
      } else if Lexicon.sentenceEnds.contains(character) || character == "\n" {
        // Nothing that is opened in one sentence is closed in the next.
        waiting.removeAll()
      }
      isQuoted.append(waiting.contains { $0.close != ")" })
      isOpen.append(waiting.isEmpty)
    }
  }

  private mutating func close(_ range: Range<Int>) {
    brackets.removeAll { range.contains($0.lowerBound) }
    brackets.append(range)
  }

  /// The outermost bracket around a character, with its signs.
  func bracket(at place: Int) -> Range<Int>? { brackets.first { $0.contains(place) } }
}
