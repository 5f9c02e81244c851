import Mustache

/// The page's templates and style sheet, compiled into the program.
enum BulletinTemplates {
  /// Why the page could not be made: a template of the program's own is wrong.
  struct Missing: Error {
    let name: String
  }

  /// Each template by the name that others include it by.
  static let texts: [String: String] = [
    "page": text(PackageResources.page_mustache),
    "style": text(PackageResources.style_css),
    "edition": text(PackageResources.edition_mustache),
    "overview": text(PackageResources.overview_mustache),
    "headline": text(PackageResources.headline_mustache),
    "behind": text(PackageResources.behind_mustache),
    "lights_head": text(PackageResources.lights_head_mustache),
    "lights_row": text(PackageResources.lights_row_mustache),
    "lights_bar": text(PackageResources.lights_bar_mustache),
    "progress_bar": text(PackageResources.progress_bar_mustache),
    "verdict": text(PackageResources.verdict_mustache),
    "targets_table": text(PackageResources.targets_table_mustache),
    "sections": text(PackageResources.sections_mustache),
    "livelihood": text(PackageResources.livelihood_mustache),
    "departments": text(PackageResources.departments_mustache),
    "trend": text(PackageResources.trend_mustache),
    "changes": text(PackageResources.changes_mustache),
    "findings": text(PackageResources.findings_mustache),
    "notes": text(PackageResources.notes_mustache),
  ]

  /// The templates, parsed.
  ///
  /// - Throws: when one of them is not a Mustache template.
  static func library() throws -> MustacheLibrary {
    MustacheContentTypes.register(PageText(), named: PageText.name)
    var library = MustacheLibrary()
    // A template that another includes starts with the library's own HTML type, so each has to call for the page's.
    for (name, text) in texts { try library.register("{{% CONTENT_TYPE:\(PageText.name)}}\(text)", named: name) }
    return library
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
