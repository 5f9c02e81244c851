import Attainment
import Foundation
import Testing

@testable import Catalogue
@testable import Reporting

/// A recipe of docs/plans.md: rows of a plan, then figures of months with the verdict that follows.
struct Recipe: Sendable, CustomTestStringConvertible {
  /// A figure, and the verdict once it is in; nil where nothing is said of it.
  struct Figures: Sendable {
    var month: Int
    var indicator: String
    var cells: [String: String]
    var verdict: String?
  }

  let name: String
  /// As the page has it.
  let block: String
  /// Rows of the plan's files: name of the file, cells by column.
  private(set) var rows: [(file: String, cells: [String: String])] = []
  private(set) var figures: [Figures] = []

  var testDescription: String { name }

  private init(name: String, block: Substring) throws {
    self.name = name
    self.block = String(block)
    for line in block.split(separator: "\n") {
      let parts = line.split(separator: ": ", maxSplits: 1).map(String.init)
      let (head, rest) = (parts[0], try #require(parts.last))
      guard let month = Month(parsing: head) else {
        rows.append((head, Self.cells(rest, separator: ", ")))
        continue
      }
      let halves = rest.components(separatedBy: " -> ")
      let words = halves[0].split(separator: " ", maxSplits: 1).map(String.init)
      figures.append(
        Figures(
          month: month.month, indicator: words[0], cells: Self.cells(words.dropFirst().first ?? "", separator: " "),
          verdict: halves.dropFirst().first))
    }
  }

  private static func cells(_ text: String, separator: String) -> [String: String] {
    var cells: [String: String] = [:]
    for pair in text.components(separatedBy: separator) {
      // A list of units has spaces of its own.
      let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
      if parts.count == 2 { cells[parts[0]] = parts[1] }
    }
    return cells
  }

  /// The recipes of a page, each under its heading.
  static func all(in path: String) throws -> [Recipe] {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(contentsOf: package.appending(path: path), encoding: .utf8)
    return try text.components(separatedBy: "\n### ").compactMap { part in
      guard let start = part.range(of: "```recipe\n"),
        let end = part.range(of: "\n```", range: start.upperBound..<part.endIndex)
      else { return nil }
      let name = String(part.prefix { $0 != "\n" })
      return try Recipe(name: name, block: part[start.upperBound..<end.lowerBound])
    }
  }

  /// The plan that it makes, with what every plan has beside it.
  func plan() throws -> WorkPlan {
    var sheets = PlanSheets.empty
    sheets.add(
      "plan",
      [
        "district": "trial", "district_zh": "试验区", "year": "2021", "title_zh": "计划", "source": "试验",
        "time_zone": "Asia/Shanghai", "due_day": "10", "review": "automatic",
      ])
    for unit in ["planning", "east", "west"] {
      sheets.add("units", ["unit": unit, "kind": "other", "name_zh": "单位\(unit)"])
    }
    sheets.add("sections", ["section": "1", "title_zh": "一"])
    for (file, cells) in rows { sheets.add(file, Self.usual[file, default: [:]].merging(cells) { $1 }) }
    let files = sheets.all.map { ("\($0.file).csv", $0.csv) }
    return try WorkPlan.read(files: Dictionary(files, uniquingKeysWith: { first, _ in first }))
  }

  /// What a recipe does not show.
  private static let usual: [String: [String: String]] = [
    "indicators": ["name_zh": "指标", "accumulation": "cumulative", "frequency": "monthly", "lead_unit": "planning"],
    "targets": ["revision": "1", "decided_on": "2021-01-20"],
  ]
}
