import Attainment
import Catalogue
import Wording

/// A plan drafted from the text of a published document, by a plain grammar of how such documents speak.
///
/// Every number of the text is a target among the ``proposals``, or stands in ``leftOut`` with the reason why not.
public struct Draft: Sendable {
  /// The document's first line.
  public let title: String
  /// The plan year, where the title or another line names one.
  public let year: Int?
  /// Its sections, with their titles.
  public let sections: [(number: Int, title: String)]
  /// Its items, as 2.3.
  public let items: [String]
  /// The targets, in the order of their codes.
  public private(set) var proposals: [Proposal] = []
  /// The numbers that are no targets.
  public private(set) var leftOut: [LeftOutNumber] = []

  /// Drafts a plan.
  ///
  /// - Parameter text: the document, in any of the layouts that such documents have.
  public init(_ text: String) {
    let outline = Outline(text)
    title = outline.title
    year = Self.year(in: DocumentText(outline.title)) ?? Self.year(in: DocumentText(text))
    sections = outline.sections.map { ($0.number, $0.title) }
    items = outline.items.map { "\($0.section).\($0.number)" }
    for aside in outline.asides { leaveOut(aside) }
    for item in outline.items {
      var reader = ItemReader(item)
      reader.read()
      proposals += reader.proposals
      leftOut += reader.leftOut
    }
    followEconomy()
    leftOut.sort { $0.line < $1.line }
  }

  private mutating func leaveOut(_ aside: Outline.Aside) {
    let reason: DraftLeftOut =
      switch aside.kind {
      case .beforeSections: .beforeSections
      case .heading: .heading
      case .note: .note
      }
    for numeral in Numeral.all(in: aside.text) {
      leftOut.append(
        LeftOutNumber(
          line: aside.line, item: "", number: aside.text.quote(numeral.range),
          context: aside.text.quote(aside.text.around(numeral.range)), reason: reason))
    }
  }

  /// What is in step with economic growth follows the indicator of economic output.
  private mutating func followEconomy() {
    let output = proposals.first {
      $0.measure.isPercentChange && !$0.followsEconomy && $0.name.has(Lexicon.economicOutput)
    }
    for index in proposals.indices where proposals[index].followsEconomy {
      if let output {
        proposals[index].relativeTo = output.code
        proposals[index].doubts.append(.follows(output.code.description))
      } else {
        proposals[index].doubts.append(.followsUnknown)
      }
    }
  }

  private static func year(in text: DocumentText) -> Int? {
    for numeral in Numeral.all(in: text) where text.has(Lexicon.year, at: numeral.digits.upperBound) {
      if let year = Int(text.text(numeral.digits)), (1990...2100).contains(year) { return year }
    }
    return nil
  }
}

extension DocumentText {
  /// A few words around a place.
  func around(_ range: Range<Int>) -> Range<Int> {
    max(0, range.lowerBound - 12)..<min(plain.count, range.upperBound + 12)
  }
}
