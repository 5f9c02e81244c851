import Attainment
import Foundation
import Testing
import Wording

@testable import Catalogue
@testable import Reporting

@Suite("The recipes of the handbook for plans")
struct RecipeTests {
  @Test(
    "each makes a plan without a fault, and the verdicts that it says", arguments: try Recipe.all(in: "docs/plans.md"))
  func verdicts(_ recipe: Recipe) throws {
    let plan = try recipe.plan()
    var district = SmallDistrict(plan, before: nil)
    #expect(recipe.figures.contains { $0.verdict != nil }, "a recipe that says no verdict shows nothing")
    for figures in recipe.figures {
      let month = try #require(Month(year: 2021, month: figures.month))
      func figure(_ column: String) throws -> Figure? {
        try figures.cells[column].map { try #require(Figure(parsing: $0)) }
      }
      let content = SmallDistrict.Content(
        value: try figure("value"), denominator: try figure("denominator"), base: try figure("base_value"),
        baseDenominator: try figure("base_denominator"),
        stage: try figures.cells["stage"].map { try #require(Stage(rawValue: $0)) }, progress: try figure("progress"),
        occurredOn: figures.cells["occurred_on"].flatMap { Day(parsing: $0) })
      let due = try #require(month.due(by: 10))
      try district.submit(
        content, of: figures.indicator, by: figures.cells["unit"] ?? "planning", for: month.description,
        at: "\(due)T09:00+08")
      guard let verdict = figures.verdict else { continue }
      let results = try district.results(through: figures.month, at: "\(due + 1)T09:00+08")
      let place = try #require(plan.indicators.firstIndex { $0.code.description == figures.indicator })
      let row = try #require(results.rows.first { $0.indicator == place && $0.unit == nil })
      #expect(row.evaluation.verdict.rawValue == verdict, "\(figures)")
    }
  }

  @Test("the Chinese page has the same recipes")
  func chinese() throws {
    let english = try Recipe.all(in: "docs/plans.md")
    let chinese = try Recipe.all(in: "docs/zh/plans.md")
    print("\(english.count) recipes checked")
    #expect(english.count >= 30)
    #expect(english.map(\.block) == chinese.map(\.block))
  }

  @Test("both pages name every file and column, and every word that a column holds")
  func columns() throws {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    for path in ["docs/plans.md", "docs/zh/plans.md"] {
      let text = try String(contentsOf: package.appending(path: path), encoding: .utf8)
      let sections = text.components(separatedBy: "\n### ")
      for file in PlanFile.all {
        let section = try #require(
          sections.first { $0.prefix { $0 != "\n" }.contains(file.name) }, "\(path) \(file.name)")
        let lines = section.split(separator: "\n")
        for column in file.allColumns {
          let name = PlanColumn.name(column, of: file.stem).zh
          let line = try #require(
            lines.first { $0.contains("`\(column)`") && $0.contains(name) }, "\(path): \(file.stem).\(column)")
          for word in PlanWords.of(column, file: file.stem)?.all ?? [] where word.code != "true" && word.code != "false"
          {
            #expect(line.contains("`\(word.code)`") && line.contains(word.name.zh), "\(path): \(column) \(word.code)")
          }
        }
      }
    }
  }
}
