import Testing

@testable import Catalogue

@Suite("Characters that no text of a plan may hold")
struct UnseenTests {
  /// Controls, breaks of a line, marks of direction, what nobody sees, and what is no character.
  private static let marks: [(scalar: Unicode.Scalar, name: String)] = [
    ("\t", "U+0009"), ("\n", "U+000A"), ("\u{1B}", "U+001B"), ("\u{7F}", "U+007F"),
    ("\u{9B}", "U+009B"), ("\u{AD}", "U+00AD"), ("\u{61C}", "U+061C"), ("\u{200B}", "U+200B"), ("\u{200F}", "U+200F"),
    ("\u{2028}", "U+2028"), ("\u{2029}", "U+2029"), ("\u{202E}", "U+202E"), ("\u{2066}", "U+2066"),
    ("\u{FEFF}", "U+FEFF"), ("\u{FFFE}", "U+FFFE"), ("\u{E0041}", "U+E0041"),
  ].compactMap { text, name in text.unicodeScalars.first.map { ($0, name) } }

  @Test("one in any cell of any file is told, and the text is shown without it", arguments: Self.marks.map(\.name))
  func cells(_ name: String) throws {
    let mark = try #require(Self.marks.first { $0.name == name }).scalar
    for file in PlanFile.all {
      let columns = file.columns + file.optionalColumns
      let cells = columns.map { _ in "\"ab\(Character(mark))c\"" }
      let lines = [columns.joined(separator: ","), cells.joined(separator: ",")]
      let table = PlanTable(
        file, PlanSource(name: file.name, csv: Array(lines.joined(separator: "\n").utf8)))
      #expect(table.faults.map(\.column) == columns)
      #expect(table.faults.allSatisfy { $0.line == 2 && $0.found == "\(name) in 'abc'" })
    }
  }

  @Test("the faults of a cell that held one are told of what is left of it")
  func otherFaults() throws {
    var files = PlanFiles.plain
    files.set("indicators", 2, ["measure": "to\u{202E}tal", "direction": "u\u{1B}p"])
    let faults = try files.faults()
    #expect(faults.map(\.found) == ["U+202E in 'total'", "U+001B in 'up'", "'up'"])
  }

  @Test("one in a header is told, and several in one cell together")
  func headers() throws {
    var files = PlanFiles.plain
    files.set("units", 1, "unit,ki\u{200B}nd,name_zh,name_en")
    #expect(
      try files.faults().map(\.description) == [
        "units.csv:1: found U+200B in 'kind'; wanted a text in one line, without control characters, marks of direction "
          + "and what nobody sees"
      ])
    files = .plain
    files.set("units", 2, ["name_zh": "\u{202E}甲\u{1B}乙\u{202C}\u{202E}"])
    #expect(try files.faults().map(\.found) == ["U+202E, U+001B, U+202C in '甲乙'"])
  }

  @Test("letters of every script, rare characters and signs are no marks")
  func letters() throws {
    var files = PlanFiles.plain
    files.set("units", 2, ["name_zh": "镕㛃𠮷䶮（一）“甲”—★°㎡é\u{E863}"])
    #expect(try files.read().units.first?.nameZH == "镕㛃𠮷䶮（一）“甲”—★°㎡é\u{E863}")
  }
}
