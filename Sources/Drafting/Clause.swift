/// A stretch of an item between two commas.
struct Clause: Sendable {
  /// Where it stands in the item.
  var range: Range<Int>
  /// The clauses of one segment, between semicolons or stars, have the same number.
  var segment: Int
  /// Whether a star stands at the beginning of the segment.
  var opensStar = false
  /// Whether a sentence begins with it.
  var opensSentence = false

  /// The clauses of an item; what `without` covers is left out.
  static func all(in text: DocumentText, without: Range<Int>?) -> [Clause] {
    let nesting = Nesting(text)
    var clauses: [Clause] = []
    var start = 0
    var segment = 0
    var (star, sentence) = (false, true)
    func close(_ end: Int) {
      let range = trimmed(start..<end, in: text)
      guard !range.isEmpty else { return }
      clauses.append(Clause(range: range, segment: segment, opensStar: star, opensSentence: sentence))
      (star, sentence) = (false, false)
    }
    for (place, character) in text.plain.enumerated() {
      if let without, without.contains(place) {
        if place == without.lowerBound { close(place) }
        start = place + 1
        continue
      }
      let isStar = character == Lexicon.star
      let isSentenceEnd = Lexicon.sentenceEnds.contains(character) || character == "\n"
      guard isStar || isSentenceEnd || nesting.isOpen[place] && [",", ";", ":"].contains(character) else { continue }
      // A comma within a number is no end of a clause.
      if character == ",", isGroup(text, place) { continue }
      close(place)
      start = place + 1
      if character != "," && character != ":" { segment += 1 }
      if isSentenceEnd { (star, sentence) = (false, true) }
      if isStar { star = true }
    }
    close(text.plain.count)
    return clauses
  }

  private static func isGroup(_ text: DocumentText, _ place: Int) -> Bool {
    guard place > 0, Marker.isDigit(text.plain[place - 1]) else { return false }
    return text.plain[(place + 1)...].prefix(4).prefix(while: Marker.isDigit).count == 3
  }

  private static func trimmed(_ range: Range<Int>, in text: DocumentText) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, text.plain[start].isWhitespace { start += 1 }
    // Markers of a third level stand before clauses.
    while start < end, let marker = Marker(in: text, at: start), marker.style != .bullet || start == range.lowerBound,
      start == 0 || text.plain[start - 1] == "\n" || Lexicon.sentenceEnds.contains(text.plain[start - 1])
        || text.plain[start - 1].isWhitespace || text.plain[start - 1] == ";" || text.plain[start - 1] == ":"
    {
      start += marker.length
      while start < end, text.plain[start].isWhitespace { start += 1 }
    }
    while end > start, text.plain[end - 1].isWhitespace { end -= 1 }
    return start..<max(start, end)
  }
}

extension String {
  /// Whether any of some words stands in it.
  func has(_ words: [String]) -> Bool { words.contains { contains($0) } }

  /// Whether it ends with any of some words.
  func ends(_ words: [String]) -> Bool { words.contains { hasSuffix($0) } }

  /// Whether it begins with any of some words.
  func begins(_ words: [String]) -> Bool { words.contains { hasPrefix($0) } }

  /// Without words at its beginning, as often as there is one.
  func stripped(leading words: [String]) -> String {
    var text = self
    while let word = words.filter({ text.hasPrefix($0) }).max(by: { $0.count < $1.count }) {
      text.removeFirst(word.count)
    }
    return text
  }

  /// Without words at its end, as often as there is one.
  func stripped(trailing words: [String]) -> String {
    var text = self
    while let word = words.filter({ text.hasSuffix($0) }).max(by: { $0.count < $1.count }) {
      text.removeLast(word.count)
    }
    return text
  }

  /// Without brackets and what stands in them.
  var withoutBrackets: String {
    var (text, depth) = ("", 0)
    for character in self {
      if character == "(" { depth += 1 }
      if depth == 0 { text.append(character) }
      if character == ")" { depth = Swift.max(0, depth - 1) }
    }
    return text
  }
}
