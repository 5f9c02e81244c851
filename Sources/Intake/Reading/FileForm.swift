import Encoding
import Wording
import Workbook

/// What a file is, by its bytes and whatever its name says.
enum FileForm: Equatable {
  case text(TextEncoding)
  case workbook
  case oldWorkbook
  case locked
  case webPage
  case xmlDocument
  case otherDocument

  /// How a file begins that is an archive, as .xlsx is.
  private static let archive: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
  private static let emptyArchive: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
  /// How a file begins that is a compound document, as .xls is, and .xlsx with a password.
  private static let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]

  /// What a file is.
  ///
  /// - Throws: `EncodingDoubt` where it is text, and in which encoding cannot be told.
  static func of(_ bytes: [UInt8]) throws(EncodingDoubt) -> FileForm {
    if bytes.starts(with: archive) || bytes.starts(with: emptyArchive) { return .workbook }
    if bytes.starts(with: compound) { return isLocked(bytes) ? .locked : .oldWorkbook }
    if let known = Vocabulary.marks.first(where: { bytes.starts(with: $0.mark) }) { return known.form }
    if let markup = markup(bytes) { return markup }
    var detector = EncodingDetector()
    detector.feed(bytes)
    return .text(try detector.detect())
  }

  /// Whether a compound document holds the stream of an encrypted workbook; its names are in UTF-16.
  private static func isLocked(_ bytes: [UInt8]) -> Bool {
    let name: [UInt8] = "EncryptedPackage".utf8.flatMap { (byte: UInt8) -> [UInt8] in [byte, 0] }
    var rest = bytes[...]
    while let start = rest.firstIndex(of: name[0]) {
      if rest[start...].starts(with: name) { return true }
      rest = rest[(start + 1)...]
    }
    return false
  }

  /// HTML and XML, which old programs put into files named .xls and .csv.
  private static func markup(_ bytes: [UInt8]) -> FileForm? {
    let head = bytes.prefix(4_096).filter { $0 != 0 }
    let text = String(decoding: head, as: UTF8.self).drop { $0.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{FFFD}" }
      .lowercased()
    if text.hasPrefix("mime-version:") { return .webPage }
    guard text.hasPrefix("<") else { return nil }
    if ["<html", "<!doctype html", "<table", "<meta", "<head", "<body", "<div", "<style"].contains(where: text.contains)
    {
      return .webPage
    }
    return text.hasPrefix("<?xml") || text.hasPrefix("<!") || text.dropFirst().first?.isLetter == true
      ? .xmlDocument : nil
  }
}
