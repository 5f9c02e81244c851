import CSV
import Foundation

/// The plan of the repository and the document that it was made from.
enum ShippedPlan {
  private static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The document.
  static func document() throws -> String {
    try String(contentsOf: package.appending(path: "Tests/Plan/2020-work-targets.txt"), encoding: .utf8)
  }

  /// The rows of one of the plan's files, by column.
  static func rows(_ file: String) throws -> [[String: String]] {
    let bytes = [UInt8](try Data(contentsOf: package.appending(path: "sql/plans/jingan-2020/\(file).csv")))
    let records = CSVReader.rows(of: bytes).compactMap { row -> [String]? in
      if case .record(let record) = row { record.texts() } else { nil }
    }
    guard let header = records.first else { return [] }
    return records.dropFirst().map { Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first }) }
  }
}
