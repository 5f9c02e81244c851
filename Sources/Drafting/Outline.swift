/// A document in its sections and items, whatever it numbers them with.
struct Outline: Sendable {
  /// One item: what its targets' codes begin with.
  struct Item: Sendable {
    /// Number of the section.
    var section: Int
    /// Number within it.
    var number: Int
    /// What it says.
    var text: DocumentText
    /// Line of the document on which it begins, from 1.
    var line: Int
    /// What the row of a table prints, in its own words; nil for running text.
    var printed: String?
    /// Who leads it, as a column of a table or a bracket names them.
    var leads: [String] = []
  }

  /// A heading.
  struct Section: Sendable {
    var number: Int
    var title: String
  }

  /// A stretch of text that belongs to no item: where it stands, and what it is.
  struct Aside: Sendable {
    /// What it is.
    enum Kind: Sendable { case beforeSections, heading, note }

    var text: DocumentText
    var line: Int
    var kind: Kind
  }

  /// The first line.
  private(set) var title = ""
  private(set) var sections: [Section] = []
  private(set) var items: [Item] = []
  private(set) var asides: [Aside] = []

  /// Finds the sections and items of a document.
  init(_ text: String) {
    let pieces = Pieces(text)
    title = pieces.title
    asides = pieces.asides
    let levels = Self.levels(of: pieces.all)
    let depth = Set(levels).count
    for (piece, level) in zip(pieces.all, levels) {
      if depth > 1 && level == 0 {
        openSection(piece)
      } else if depth == 1 && piece.isHeading {
        openSection(piece)
      } else if level <= 1 || items.last?.section != sections.last?.number || sections.isEmpty {
        addItem(piece, number: piece.marker?.number)
      } else {
        addToItem(piece)
      }
    }
  }

  /// How deep each piece stands: a style seen for the first time opens a level below the one before it.
  private static func levels(of pieces: [Pieces.Piece]) -> [Int] {
    var stack: [Marker.Style] = []
    return pieces.map { piece in
      guard let style = piece.marker?.style else { return max(stack.count, 1) }
      if let level = stack.firstIndex(of: style) {
        stack.removeSubrange((level + 1)...)
        return level
      }
      stack.append(style)
      return stack.count - 1
    }
  }

  private mutating func openSection(_ piece: Pieces.Piece) {
    let last = sections.last?.number ?? 0
    let number = piece.marker?.number.flatMap { $0 > last ? $0 : nil } ?? last + 1
    sections.append(Section(number: number, title: piece.heading))
    asides.append(Aside(text: DocumentText(piece.heading), line: piece.line, kind: .heading))
    for (line, text) in piece.body { addItem(Pieces.Piece(text: text, line: line), number: nil) }
  }

  private mutating func addItem(_ piece: Pieces.Piece, number: Int?) {
    if sections.isEmpty { sections.append(Section(number: 1, title: title)) }
    let section = sections.last?.number ?? 1
    let last = items.last.flatMap { $0.section == section ? $0.number : nil } ?? 0
    items.append(
      Item(
        section: section, number: number.flatMap { $0 > last ? $0 : nil } ?? last + 1, text: piece.whole,
        line: piece.line, printed: piece.printed, leads: piece.leads))
  }

  private mutating func addToItem(_ piece: Pieces.Piece) {
    let index = items.count - 1
    items[index].text = DocumentText(
      String(items[index].text.printed) + "\n" + String(piece.whole.printed))
  }
}
