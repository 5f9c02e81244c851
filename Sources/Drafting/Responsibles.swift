/// Who leads an item, where the document names them: 责任单位:区发展改革委、区财政局.
enum Responsibles {
  /// The place in an item where they are named, from its bracket or line on, and their names; nil where none are.
  static func find(in text: DocumentText) -> (range: Range<Int>, names: [String])? {
    for word in Lexicon.responsible {
      guard let place = (0..<text.plain.count).first(where: { text.has(word + ":", at: $0) }) else { continue }
      let start = place + word.count + 1
      let isBracketed = place > 0 && text.plain[place - 1] == "("
      let end =
        text.plain[start...].firstIndex { isBracketed ? $0 == ")" : Lexicon.sentenceEnds.contains($0) || $0 == "\n" }
        ?? text.plain.count
      let range = (isBracketed ? place - 1 : place)..<min(end + 1, text.plain.count)
      return (range, names(text.text(start..<end)))
    }
    return nil
  }

  /// The names of a list, the first leading.
  static func names(_ text: String) -> [String] {
    text.split { $0 == Lexicon.listComma || $0 == "," || $0 == ";" || $0 == " " || $0 == "/" }.map(String.init)
  }
}
