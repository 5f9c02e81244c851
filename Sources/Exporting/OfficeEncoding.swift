/// The encoding of the files in `office/`.
public struct OfficeEncoding: Sendable, Hashable {
  /// How a person names it, as in `--encoding gb18030`.
  public let name: String

  /// How PostgreSQL names it.
  let serverName: String

  /// What the file begins with, so that a spreadsheet knows the encoding.
  let mark: [UInt8]

  /// UTF-8 with a byte-order mark.
  public static let utf8 = OfficeEncoding(name: "utf-8", serverName: "UTF8", mark: [0xEF, 0xBB, 0xBF])

  /// GB18030, for programs that take a file for GBK whatever it says. PostgreSQL 15 writes every character in it.
  public static let gb18030 = OfficeEncoding(name: "gb18030", serverName: "GB18030", mark: [])

  /// Every encoding that can be asked for.
  public static let all = [utf8, gb18030]
}
