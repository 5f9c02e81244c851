import Foundation

extension Workbook {
  /// Whether every part of a workbook's file is there to its end.
  ///
  /// The library does not look whether the scratch files, of which it makes the parts, had room: on a full disk it leaves
  /// the ends of parts out without a word.
  static func isWhole(_ path: String) -> Bool {
    guard let data = FileManager.default.contents(atPath: path), let archive = try? ZipArchive(Array(data)) else {
      return false
    }
    // It is our own file: it may be as large as it is, and no limit holds.
    var budget = ReadingBudget(ReadingLimits(unpackedBytes: .max, time: .seconds(86_400)))
    return !archive.entries.isEmpty && archive.entries.values.allSatisfy { isWhole($0, of: archive, &budget) }
  }

  /// Whether a part ends with the end of the element that it begins with.
  private static func isWhole(
    _ entry: ZipArchive.Entry, of archive: ZipArchive, _ budget: inout ReadingBudget
  ) -> Bool {
    var (head, tail): ([UInt8], [UInt8]) = ([], [])
    let isRead: Void? = try? archive.unpack(entry, &budget) { piece in
      if head.count < edge { head += piece.prefix(edge - head.count) }
      tail = (tail + piece.suffix(edge)).suffix(edge)
    }
    guard isRead != nil,
      let root = String(decoding: head, as: UTF8.self).firstMatch(of: /<([A-Za-z][\w:.-]*)/)?.1
    else { return false }
    var end = tail[...]
    while end.last.map({ $0 == UInt8(ascii: "\n") }) ?? false { end.removeLast() }
    return String(decoding: end, as: UTF8.self).hasSuffix("</\(root)>")
  }

  /// Bytes of a part's beginning and end in which its first and its last tag stand.
  private static let edge = 512
}
