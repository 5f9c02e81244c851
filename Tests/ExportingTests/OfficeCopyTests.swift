import Foundation
import Postgres
import TestSupport
import Testing

@testable import Exporting

@Suite("A copy for the office", .needsDatabase)
struct OfficeCopyTests {
  /// GBK has fewer characters than Unicode; the encodings that can be asked for have all of them.
  private static let gbk = OfficeEncoding(name: "gbk", serverName: "GBK", mark: [])

  private let temporary: TemporaryFolder

  init() throws { temporary = try TemporaryFolder() }

  private func write(_ query: String, columns: [String], in encoding: OfficeEncoding) async throws -> [UInt8] {
    let path = "\(temporary.path)/copy.csv"
    let copy = OfficeCopy(path: "office/copy.csv", columns: columns, query: query)
    try await ScratchDatabase.with { database in
      try await database.connect().perform { @Sendable connection in
        try connection.transaction(.repeatableRead, readOnly: true) { connection in
          var file = try HashedFile(creating: path)
          try copy.write(in: encoding, to: &file, on: connection)
          _ = try file.finish()
          // The transaction is still good for the parts that follow.
          _ = try connection.queryOne("select 1")
        }
      }
    }
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  private let query = """
    select number as "号", text as "说明"
    from (values (1, '达标'), (2, 'a, "b"'), (3, '𠮷'), (4, null)) as line (number, text)
    """

  @Test("UTF-8 begins with its mark, lines end with CRLF, and only what needs quotes has them")
  func utf8() async throws {
    let bytes = try await write(query, columns: ["号", "说明"], in: .utf8)
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(
      String(decoding: bytes.dropFirst(3), as: UTF8.self)
        == "号,说明\r\n1,达标\r\n2,\"a, \"\"b\"\"\"\r\n3,𠮷\r\n4,\r\n")
  }

  @Test("GB18030 has no mark, and four bytes for a rare character")
  func gb18030() async throws {
    let bytes = try await write(query, columns: ["号", "说明"], in: .gb18030)
    // What Python's codec makes of the same text.
    #expect(
      bytes.map { String(256 + Int($0), radix: 16).suffix(2) }.joined()
        == "bac52ccbb5c3f70d0a312cb4efb1ea0d0a322c22612c202222622222220d0a332c9534b2350d0a342c0d0a")
  }

  @Test("a character that the encoding lacks is named with its file, row and column")
  func refuses() async throws {
    let error = await #expect(throws: ExportError.self) {
      _ = try await write(query, columns: ["号", "说明"], in: Self.gbk)
    }
    #expect(error?.kind == .notRepresentable)
    #expect(
      error?.description
        == "office/copy.csv, row 4, column 说明: '𠮷' (U+20BB7) cannot be written in gbk. Export in utf-8.")
  }

  @Test("PostgreSQL writes every character of Unicode in GB18030 and reads it back")
  func wholeRepertoire() async throws {
    let counts = try await ScratchDatabase.with { database in
      try await database.connect().perform { @Sendable connection in
        // A character a row, in blocks, so that one that is refused fails the query.
        try connection.queryOne(
          """
          select
              count(*) as characters,
              count(*) filter (where convert_from(convert_to(chr(code), 'GB18030'), 'GB18030') = chr(code)) as kept
          from generate_series(1, 1114111) as code
          where code not between 55296 and 57343
          """
        ).values
      }
    }
    #expect(counts == ["1112063", "1112063"])
  }
}
