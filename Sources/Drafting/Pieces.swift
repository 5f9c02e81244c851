/// A document cut at its markers: each piece begins with one, or is the row of a table.
struct Pieces: Sendable {
  /// What stands from one marker to the next.
  struct Piece: Sendable {
    var marker: Marker?
    /// What follows the marker on its line.
    var text: DocumentText
    /// Lines without a marker after it.
    var more: [(line: Int, text: DocumentText)] = []
    var line: Int
    var printed: String?
    var leads: [String] = []

    init(marker: Marker? = nil, text: DocumentText, line: Int, printed: String? = nil, leads: [String] = []) {
      self.marker = marker
      self.text = text
      self.line = line
      self.printed = printed
      self.leads = leads
    }

    /// Whether the line is a title: short, and ending without a mark.
    var isHeading: Bool {
      guard let last = text.plain.last else { return false }
      return text.plain.count <= 30 && !more.isEmpty && !Lexicon.sentenceEnds.contains(last) && last != ";"
        && !text.plain.contains(where: Marker.isDigit)
    }

    /// The title that a section's line holds: all of it, or its first sentence where more follows.
    var heading: String {
      let end = text.plain.firstIndex { Lexicon.sentenceEnds.contains($0) } ?? text.plain.count
      return text.quote(0..<end)
    }

    /// What stands under a section's title without markers.
    var body: [(line: Int, text: DocumentText)] {
      guard let end = text.plain.firstIndex(where: { Lexicon.sentenceEnds.contains($0) }), end + 1 < text.plain.count
      else { return more }
      return [(line, text[(end + 1)..<text.plain.count])] + more
    }

    /// All of it as one text: lines that were only wrapped are joined.
    var whole: DocumentText {
      more.reduce(text) { whole, next in
        let isWrapped = whole.plain.count > 20 && !(whole.plain.last.map(Self.endsClause) ?? true)
        return DocumentText(String(whole.printed) + (isWrapped ? "" : "\n") + String(next.text.printed))
      }
    }

    private static func endsClause(_ character: Character) -> Bool {
      Lexicon.sentenceEnds.contains(character) || character == ";" || character == ":"
    }
  }

  private(set) var title = ""
  private(set) var all: [Piece] = []
  private(set) var asides: [Outline.Aside] = []
  private var isInNotes = false

  init(_ text: String) {
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }.map(String.init)
    var number = 0
    var table: TableLines?
    while number < lines.count {
      let line = DocumentText(Self.trimmed(lines[number]))
      number += 1
      if line.plain.isEmpty { continue }
      if let (found, taken) = TableLines.begin(lines[(number - 1)...].map { DocumentText(Self.trimmed($0)) }) {
        table = found
        for (offset, head) in lines[(number - 1)...].prefix(taken).enumerated() {
          asides.append(Outline.Aside(text: DocumentText(head), line: number + offset, kind: .heading))
        }
        number += taken - 1
        continue
      }
      if let row = table?.row(lines, from: number - 1) {
        all.append(Piece(text: row.text, line: number, printed: row.printed, leads: row.leads))
        number += row.lines - 1
        continue
      }
      table = nil
      take(line, number)
    }
  }

  private static func trimmed(_ line: String) -> String {
    var line = Substring(line)
    while let first = line.first, first == " " || first == "\u{3000}" || first == "\u{FEFF}" { line.removeFirst() }
    while let last = line.last, last.isWhitespace { line.removeLast() }
    return String(line)
  }

  private mutating func take(_ line: DocumentText, _ number: Int) {
    let marker = Marker(in: line, at: 0)
    if Lexicon.notes.contains(where: { line.has($0, at: 0) }) { isInNotes = !all.isEmpty }
    if isInNotes, marker == nil || marker?.style != all.first?.marker?.style {
      asides.append(Outline.Aside(text: line, line: number, kind: .note))
      return
    }
    isInNotes = false
    guard let marker else {
      if all.isEmpty {
        if title.isEmpty { title = line.quote(0..<line.plain.count) }
        asides.append(Outline.Aside(text: line, line: number, kind: .beforeSections))
      } else if all[all.count - 1].printed != nil {
        all.append(Piece(text: line, line: number))
      } else {
        all[all.count - 1].more.append((number, line))
      }
      return
    }
    cut(line, number, first: marker)
  }

  /// Cuts a line at the markers that go on counting within it.
  private mutating func cut(_ line: DocumentText, _ number: Int, first: Marker) {
    var marker = first
    var start = first.length
    var place = start
    while place < line.plain.count {
      if Self.mayBegin(line, at: place), let next = Marker(in: line, at: place), Self.follows(next, marker) {
        all.append(Piece(marker: marker, text: line[start..<place], line: number))
        marker = next
        start = place + next.length
        place = start
      } else {
        place += 1
      }
    }
    all.append(Piece(marker: marker, text: line[start..<line.plain.count], line: number))
  }

  private static func mayBegin(_ line: DocumentText, at place: Int) -> Bool {
    guard place > 0 else { return true }
    let before = line.plain[place - 1]
    return Lexicon.sentenceEnds.contains(before) || before == ";" || before == ":" || before == " "
      || before == Lexicon.star
  }

  /// Whether a marker within a line goes on from the one before: the next of its kind, or the first of another.
  private static func follows(_ next: Marker, _ marker: Marker) -> Bool {
    guard next.style != .bullet, let number = next.number else { return false }
    return next.style == marker.style ? number == (marker.number ?? 0) + 1 : number == 1
  }
}
