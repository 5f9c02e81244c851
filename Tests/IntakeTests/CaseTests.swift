import CSV
import Foundation
import TestSupport
import Testing

@testable import Intake

@Suite("Files that clerks send")
struct CaseTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let file: String
    let isAccepted: Bool
    let wanted: String
    var testDescription: String { file }
  }

  static let folder = packageRoot + "/Tests/Cases/intake/"

  static let cases: [Case] = {
    let bytes = (try? Data(contentsOf: URL(fileURLWithPath: folder + "expected.csv"))).map(Array.init) ?? []
    return CSVReader.rows(of: bytes).dropFirst().compactMap { row in
      guard case .record(let record) = row, let texts = record.texts(), texts.count >= 3 else { return nil }
      return Case(file: texts[0], isAccepted: texts[1] == "accept", wanted: texts[2])
    }
  }()

  @Test("As expected.csv says", arguments: cases)
  func expected(_ sample: Case) throws {
    let path = Self.folder + sample.file
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    let (_, _, judgement) = try Judging.judgement(of: bytes, name: sample.file)
    if sample.isAccepted {
      #expect(judgement.faults.isEmpty, "\(judgement.faults.map(\.description).joined(separator: "\n"))")
      #expect(Judging.june(judgement) == sample.wanted)
    } else {
      #expect(!judgement.faults.isEmpty)
      let said = Judging.chinese(judgement)
      #expect(said.contains(sample.wanted), "\(said)")
    }
  }

  @Test("The list of cases is read")
  func isRead() { #expect(Self.cases.count >= 35) }
}
