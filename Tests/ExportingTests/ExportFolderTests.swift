import Foundation
import TestSupport
import Testing

@testable import Exporting

@Suite("The folder of an export")
struct ExportFolderTests {
  private let temporary: TemporaryFolder

  init() throws { temporary = try TemporaryFolder() }

  @Test("every file is hashed, and sha256sum agrees")
  func sums() async throws {
    var folder = ExportFolder(at: temporary.path)
    let empty = try folder.write("empty", text: "")
    #expect(empty.sha256 == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    let file = try folder.write("data/比.csv", text: "héllo,达标\n")
    #expect(file.byteCount == 14)
    try folder.write("data/another.csv", text: "1\n")
    try folder.finish()
    let sums = try String(contentsOfFile: "\(temporary.path)/SHA256SUMS", encoding: .utf8)
    #expect(sums.split(separator: "\n").map { $0.dropFirst(66) } == ["data/another.csv", "data/比.csv", "empty"])
    let check = try await run("sha256sum", ["--check", "--strict", "SHA256SUMS"], directory: temporary.path)
    #expect(check.status == 0, "\(check.stderr)")
  }

  @Test("no file is written twice")
  func refusesTwice() throws {
    var folder = ExportFolder(at: temporary.path)
    try folder.write("file", text: "1")
    #expect(throws: ExportError.self) { try folder.write("file", text: "2") }
  }
}
