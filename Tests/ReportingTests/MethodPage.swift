import CSV
import Foundation
import TestSupport
import Testing

@testable import Catalogue

/// The worked examples of docs/method.md (section 17): the files that each shows, and what they come to.
///
/// A block begins with ```` ```csv ```` and the name of a file. The blocks before the first example are what all share; of these
/// `default NAME` holds what a column says that an example leaves out. Files under `data/` are results.
enum MethodPage {
  /// A row of a file, by its columns.
  typealias Row = [String: String]

  /// One example.
  struct Example: Sendable, CustomTestStringConvertible {
    /// Its heading.
    let title: String
    /// The files that go in, each row with every column that the example or the defaults give.
    let files: [String: [Row]]
    /// The rows of data/ that come out, of the columns shown, by the name without `.csv`.
    let results: [String: [Row]]

    var testDescription: String { title }
  }

  /// Every example, in the order of the page.
  ///
  /// - Throws: where the page cannot be read.
  static func examples() throws -> [Example] {
    let page = try String(contentsOfFile: packageRoot + "/docs/method.md", encoding: .utf8)
    let section = page.components(separatedBy: "\n## 17. ").dropFirst().joined()
    let parts = section.components(separatedBy: "\n### ")
    let shared = blocks(of: parts.first ?? "")
    return parts.dropFirst().map { Example($0, shared) }
  }

  /// The CSV blocks of a part of the page, by the names behind their fences.
  fileprivate static func blocks(of part: String) -> [String: [Row]] {
    var blocks: [String: [Row]] = [:]
    var name: String?
    var lines: [String] = []
    for line in part.components(separatedBy: "\n") {
      if let begun = name {
        if line == "```" {
          blocks[begun] = rows(of: lines)
          name = nil
        } else {
          lines.append(line)
        }
      } else if line.hasPrefix("```csv ") {
        name = String(line.dropFirst("```csv ".count))
        lines = []
      }
    }
    return blocks
  }

  private static func rows(of lines: [String]) -> [Row] {
    let bytes = Array(lines.map { $0 + "\n" }.joined().utf8)
    let records = CSVReader.rows(of: bytes).compactMap { row -> [String]? in
      if case .record(let record) = row { record.texts() } else { nil }
    }
    guard let header = records.first else { return [] }
    return records.dropFirst().map { Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first }) }
  }
}

extension MethodPage.Example {
  fileprivate init(_ part: String, _ shared: [String: [MethodPage.Row]]) {
    let blocks = MethodPage.blocks(of: part)
    func completed(_ name: String, _ rows: [MethodPage.Row]) -> [MethodPage.Row] {
      let usual = shared["default " + name.replacing("last/", with: "")]?.first ?? [:]
      return rows.map { usual.merging($0) { _, own in own } }
    }
    let own = blocks.filter { !$0.key.hasPrefix("data/") }
    let common = shared.filter { !$0.key.hasPrefix("default ") }
    title = part.prefix { $0 != "\n" }.description
    files = Dictionary(
      uniqueKeysWithValues: common.merging(own) { _, own in own }.map { ($0, completed($0, $1)) })
    results = Dictionary(
      uniqueKeysWithValues: blocks.filter { $0.key.hasPrefix("data/") }.map {
        ($0.dropFirst("data/".count).dropLast(".csv".count).description, $1)
      })
  }

  /// The example's plan, read and checked as `dabiao plan load` does.
  func plan() throws -> WorkPlan { try read { files[$0] } }

  /// The plan of the year before; nil where the example has none.
  func planBefore() throws -> WorkPlan? {
    guard files.keys.contains(where: { $0.hasPrefix("last/") }) else { return nil }
    return try read { name in
      let isShared = ["plan.csv", "units.csv", "sections.csv"].contains(name)
      let rows = files["last/" + name] ?? (isShared ? files[name] : nil)
      return name == "plan.csv" ? rows?.map { $0.merging(["year": "2019"]) { _, earlier in earlier } } : rows
    }
  }

  private func read(_ rows: (String) -> [MethodPage.Row]?) throws -> WorkPlan {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("dabiao-page-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for file in PlanFile.all {
      guard let rows = rows(file.name) ?? (file.isRequired ? [] : nil) else { continue }
      let columns = Set(file.columns).union(rows.flatMap(\.keys)).sorted()
      let lines = [columns] + rows.map { row in columns.map { row[$0] ?? "" } }
      let text = lines.map { $0.joined(separator: ",") + "\n" }.joined()
      try text.write(to: folder.appendingPathComponent(file.name), atomically: false, encoding: .utf8)
    }
    return try WorkPlan.read(folder.path)
  }
}
