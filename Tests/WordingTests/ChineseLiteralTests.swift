import Foundation
import Testing

/// The package's own folder.
private let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// The files below a folder of the package, by their paths in it.
private func files(below folder: String) throws -> [String] {
  let files = FileManager.default
  return try files.subpathsOfDirectory(atPath: package.appending(path: folder).path).map { "\(folder)/\($0)" }
    .filter { path in
      try files.attributesOfItem(atPath: package.appending(path: path).path)[.type] as? FileAttributeType
        == .typeRegular
    }.sorted()
}

/// What of a file reaches the program: all of it, but for the comments of Swift code.
private func lines(of path: String) throws -> [String] {
  let text = try String(contentsOf: package.appending(path: path), encoding: .utf8)
  return path.hasSuffix(".swift") ? SwiftCode(text).lines : text.components(separatedBy: "\n")
}

private func hasChinese(_ line: String) -> Bool { line.unicodeScalars.contains { $0.isChinese } }

@Suite("Where Chinese stands")
struct ChineseLiteralTests {
  /// Files and folders of Sources beside the glossary that may hold Chinese, with what they hold.
  private static let exceptions = [
    // What is recognised in published documents.
    "Sources/Drafting/Lexicon",
    // What is recognised in files of figures.
    "Sources/Intake/Reading/Vocabulary.swift",
    // What is recognised in number formats: signs and brackets that Chinese input methods write.
    "Sources/Workbook/Reading/NumberFormat",
  ]

  @Test("every Chinese word of Sources stands in Wording")
  func onlyInWording() throws {
    var places: [String] = []
    for path in try files(below: "Sources") {
      guard !path.hasPrefix("Sources/Wording/"), !Self.exceptions.contains(where: path.hasPrefix) else { continue }
      for (index, line) in try lines(of: path).enumerated() where hasChinese(line) {
        places.append("\(path):\(index + 1): \(line.trimmingCharacters(in: .whitespaces))")
      }
    }
    #expect(places.isEmpty, "move to Sources/Wording:\n\(places.joined(separator: "\n"))")
  }

  @Test("an exception that holds no Chinese is one no longer", arguments: exceptions)
  func exceptionsAreNeeded(exception: String) throws {
    let meant = try files(below: "Sources").filter { $0.hasPrefix(exception) }
    #expect(try meant.contains { try lines(of: $0).contains(where: hasChinese) })
  }

  @Test("a comment is no literal, and what looks like one in a text is none")
  func comments() {
    let code = SwiftCode(
      #"""
      let a = "http://目标" // 注释
      /// `月报.xlsx`
      let b = "\"// 指标"
      let c = """
        // 进度
        """
      // 结论
      """#)
    #expect(code.lines.map(hasChinese) == [true, false, true, false, true, false, false])
    #expect(code.lines[0] == #"let a = "http://目标" "#)
  }
}

@Suite("One word for one thing")
struct ChosenWordTests {
  /// Words that say what another word of the glossary says, each with the word to take.
  private static let passedOver = [
    ("完成率", "达标率"), ("完成值", "实绩"), ("增长率", "增速"), ("应达进度", "序时进度"), ("未开工", "未启动"), ("未开始", "未启动"),
    ("已开工", "已启动"), ("已开始", "已启动"), ("填报单位", "报送单位"), ("填报说明", "备注"), ("填报数据", "报送数据"), ("上报", "报送"),
    ("主责单位", "牵头单位"), ("责任单位", "牵头单位"), ("方案", "计划"), ("已审", "已通过"), ("数据期", "数据月份"), ("民生实事", "实事项目"),
    ("问题清单", "核查问题"), ("分章", "分领域"), ("同期数", "同期基数"),
  ]

  /// What people read of the program and its documentation.
  private static let folders = ["Sources/Wording", "Sources/Exporting", "Sources/Reporting", "Sources/dabiao", "docs"]

  /// Quotes the words of the intake, until those are made in Wording, too.
  private static let exception = "docs/intake.md"

  @Test("no other word stands beside the chosen one")
  func others() throws {
    for path in try Self.folders.flatMap(files(below:)) where path != Self.exception {
      for (index, line) in try lines(of: path).enumerated() where hasChinese(line) {
        for (word, chosen) in Self.passedOver {
          #expect(!line.contains(word), "\(path):\(index + 1) says \(word), elsewhere it is \(chosen)")
        }
      }
    }
  }
}
