import Attainment
import Foundation
import Wording
import Workbook

extension SubmissionFile {
  /// Writes the receipt of the file into a folder as text and, for a refused workbook, a marked copy beside it.
  ///
  /// Each is whole or not there. What a killed program has begun has the same name each time, so that the next receipt of
  /// the file takes its place.
  ///
  /// - Parameters:
  ///   - receipt: what became of the file.
  ///   - folder: the folder.
  ///   - moment: the instant that a copy says it was made at.
  ///   - number: which of several files of one name it is, from 1.
  /// - Returns: the names of the files written.
  /// - Throws: ``IntakeError`` of kind `cannotWrite`.
  public func writeReceipt(
    _ receipt: Receipt, into folder: String, at moment: Instant, number: Int = 1
  ) throws(IntakeError) -> [String] {
    let stem = receiptStem(number)
    let name = ReceiptSentence.fileName(of: stem)
    // For people who open it with a double click: a mark tells their programs that it is UTF-8.
    let text = "\u{FEFF}" + receipt.chineseText(of: self.name).replacing("\n", with: "\r\n") + "\r\n"
    try Self.put(name, into: folder) { draft in try Data(text.utf8).write(to: URL(fileURLWithPath: draft)) }
    guard receipt.isRefused, receipt.encoding == .workbook, let book = try? WorkbookContent(reading: bytes) else {
      return [name]
    }
    let copy = ReceiptSentence.markedCopyName(of: stem)
    try Self.put(copy, into: folder) { draft in
      try MarkedCopy(of: book, draft: receipt.draft, faults: receipt.faults).write(to: draft, createdAt: moment)
    }
    return [name, copy]
  }

  /// The name of the file as part of others' names, which may have 255 bytes: what is put around it has its room.
  private func receiptStem(_ number: Int) -> String {
    var stem = PlainText.of(name, limit: 120).replacing("/", with: "-")
    while stem.utf8.count > 220 { stem.removeLast() }
    return number == 1 ? stem : "\(stem)-\(number)"
  }

  /// Has a file written beside its place, and puts it there in one step.
  private static func put(
    _ name: String, into folder: String, _ write: (String) throws -> Void
  ) throws(IntakeError) {
    let draft = "\(folder)/.\(name).part"
    do {
      try write(draft)
      guard unsafe rename(draft, "\(folder)/\(name)") == 0 else { throw CocoaError(.fileWriteUnknown) }
    } catch {
      unsafe unlink(draft)
      throw IntakeError(
        .cannotWrite, "the receipt \(name) cannot be written into \(folder)", hint: "name a folder with room")
    }
  }
}
