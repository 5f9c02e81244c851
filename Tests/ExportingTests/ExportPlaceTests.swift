import Foundation
import Synchronization
import Testing

@testable import Exporting

@Suite("The place of an export")
struct ExportPlaceTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func publish(
    _ period: String, _ text: String, exchange: ExportPlace.Exchange? = nil
  ) throws {
    let place =
      if let exchange {
        try ExportPlace(root: folder.path, period: period, exchange: exchange)
      } else {
        try ExportPlace(root: folder.path, period: period)
      }
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(place.staged)/file"))
    try place.publish()
  }

  private var latest: String? {
    try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder.path)/latest")
  }

  @Test("a month takes its place, then the place of the one before, and nothing else is left")
  func publishes() throws {
    try publish("2020-06", "first")
    #expect(folder.text(of: "2020-06") == "first")
    try publish("2020-06", "second")
    #expect(folder.text(of: "2020-06") == "second")
    #expect(try folder.names == ["2020-06", "latest"])
    #expect(latest == "2020-06")
  }

  @Test("where folders cannot be exchanged in one step, the month is replaced all the same")
  func withoutExchange() throws {
    for text in ["first", "second", "third"] {
      try publish("2020-06", text) { _, _ in .unsupported }
      #expect(folder.text(of: "2020-06") == text)
    }
    #expect(try folder.names == ["2020-06", "latest"])
  }

  @Test("a reader finds the month at every moment while it is replaced")
  func neverAbsent() async throws {
    try publish("2020-06", "0")
    let isOver = Atomic(false)
    let looks = Atomic(0)
    let file = "\(folder.path)/2020-06"
    async let missed = Task.detached { () -> Int in
      var misses = 0
      while !isOver.load(ordering: .relaxed) {
        if unsafe access(file, F_OK) != 0 { misses += 1 }
        looks.add(1, ordering: .relaxed)
      }
      return misses
    }.value
    // The reader may be late to start on a busy machine.
    var number = 0
    while number < 300 || looks.load(ordering: .relaxed) < 300 {
      number += 1
      try publish("2020-06", String(number))
      await Task.yield()
    }
    isOver.store(true, ordering: .relaxed)
    let misses = await missed
    #expect(misses == 0, "\(misses) looks found no month")
  }

  @Test("latest does not go back to an older month, and leaves one that is gone")
  func latestMonth() throws {
    try publish("2020-06", "June")
    try publish("2020-05", "May")
    #expect(latest == "2020-06")
    try FileManager.default.removeItem(atPath: "\(folder.path)/2020-06")
    try publish("2020-05", "May again")
    #expect(latest == "2020-05")
  }

  @Test("discarding leaves what stood there")
  func discards() throws {
    try publish("2020-06", "first")
    let place = try ExportPlace(root: folder.path, period: "2020-06")
    place.discard()
    #expect(folder.text(of: "2020-06") == "first")
    #expect(try folder.names == ["2020-06", "latest"])
  }

  @Test("what a killed process left is cleared away by the next export, of whichever month")
  func clearsLeftovers() throws {
    // Killed while writing May; killed between exchanging April and removing the old one; while pointing latest.
    try folder.makeExport(".2020-05.abc.partial", holding: "half")
    try folder.makeExport("2020-04", holding: "new")
    try folder.makeExport(".2020-04.abc.partial", holding: "old")
    try folder.makeExport(".2020-04.abc.replaced", holding: "older")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/.latest.abc.link", withDestinationPath: "2020-04")
    // Killed between the two renames, where folders cannot be exchanged: the month comes back.
    try folder.makeExport(".2020-03.abc.replaced", holding: "March")
    try folder.makeExport(".2020-03.def.partial", holding: "new March")
    // Not ours.
    try folder.makeExport(".snapshot", holding: "")
    try publish("2020-06", "June")
    #expect(try folder.names == [".snapshot", "2020-03", "2020-04", "2020-06", "latest"])
    #expect(folder.text(of: "2020-03") == "March")
    #expect(folder.text(of: "2020-04") == "new")
  }

  @Test("an export that is still being written is no leftover")
  func sparesTheLiving() throws {
    let living = try ExportPlace(root: folder.path, period: "2020-06")
    try publish("2020-05", "May")
    #expect(FileManager.default.fileExists(atPath: living.staged))
    try Data("June".utf8).write(to: URL(fileURLWithPath: "\(living.staged)/file"))
    try living.publish()
    #expect(folder.text(of: "2020-06") == "June")
    #expect(try folder.names == ["2020-05", "2020-06", "latest"])
  }

  @Test("when the month's place cannot be taken, the error says so and nothing is left behind")
  func cannotPublish() throws {
    try publish("2020-06", "first")
    let place = try ExportPlace(root: folder.path, period: "2020-06") { a, b throws(ExportError) in
      throw .cannot("exchange \(a) for", b, errno: EACCES)
    }
    #expect(throws: ExportError.self) { try place.publish() }
    #expect(folder.text(of: "2020-06") == "first")
    #expect(try folder.names == ["2020-06", "latest"])
  }
}
