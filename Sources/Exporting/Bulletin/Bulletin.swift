import Wording

/// The page of a month: one HTML file that needs nothing beside it, in Chinese with an English edition behind a link.
///
/// It holds no script, and its policy forbids any, so that nothing that came with a submission or a plan can run.
struct Bulletin {
  /// The month.
  let report: MonthReport

  /// The page, the same bytes for the same month.
  ///
  /// - Throws: when a template of the program's own is wrong.
  func page() throws -> String {
    let publication = report.publication
    let heading = BulletinSentence.heading(district: publication.district, month: publication.month)
    let titles = Language.allCases.map { heading[$0] }
    let values: [String: Any] = [
      "title": titles.joined(separator: " · "),
      "editions": Language.allCases.map { Edition(report: report, language: $0).values },
    ]
    guard let page = try BulletinTemplates.library().render(values, withTemplate: "page") else {
      throw BulletinTemplates.Missing(name: "page")
    }
    return page
  }
}
