import Testing

@testable import CSV

/// The rows of a text, written as one line each.
private func rows(_ text: String, limit: Int = CSVReader.defaultRecordLimit) -> [String] {
  CSVReader.rows(of: Array(text.utf8), recordLimit: limit).map(written)
}

private func written(_ row: CSVRow) -> String {
  switch row {
  case .record(let record):
    let fields = (record.texts() ?? ["not UTF-8"]).map { $0.debugDescription }
    return "\(record.line): \(record.isBlank ? "blank" : fields.joined(separator: " "))"
  case .fault(let fault):
    return "\(fault.line):\(fault.column): \(fault.kind) in field \(fault.field)"
  }
}

@Suite("Reading CSV")
struct CSVReaderTests {
  @Test("Fields, empty fields and a last line without a line end")
  func fields() {
    #expect(
      rows("a,b,c\n1,,3\n,,\nx,y,z") == [#"1: "a" "b" "c""#, #"2: "1" "" "3""#, #"3: "" "" """#, #"4: "x" "y" "z""#])
  }

  @Test("An empty file has no rows, and an empty line is a blank record")
  func emptiness() {
    #expect(rows("") == [])
    #expect(rows("\n") == ["1: blank"])
    #expect(rows("a\r\n\r\n\"\"\n") == [#"1: "a""#, "2: blank", #"3: """#])
  }

  @Test("Lines end in LF or CR LF")
  func lineEnds() {
    #expect(rows("a,b\r\nc,d\n\"e\",f\r\n") == [#"1: "a" "b""#, #"2: "c" "d""#, #"3: "e" "f""#])
  }

  @Test("Quoted fields hold commas, doubled quotes and line ends, which count as lines")
  func quotedFields() {
    #expect(
      rows("\"a,b\",\"say \"\"hi\"\"\"\n\"one\ntwo\r\nthree\",x\ny,\"\"\"\"") == [
        #"1: "a,b" "say \"hi\"""#, #"2: "one\ntwo\r\nthree" "x""#, #"5: "y" "\"""#,
      ])
  }

  @Test("A byte-order mark is skipped only at the start, and only where that is asked for")
  func mark() {
    #expect(rows("\u{FEFF}a\n\u{FEFF}b") == [#"1: "a""#, "2: \("\u{FEFF}b".debugDescription)"])
    let kept = CSVReader.rows(of: Array("\u{FEFF}a".utf8), skippingMark: false)
    #expect(kept.map(written) == ["1: \("\u{FEFF}a".debugDescription)"])
    #expect(CSVReader.rows(of: [0xEF, 0xBB]).map(written) == [#"1: "not UTF-8""#])
  }

  @Test("Every fault is listed with its place, and reading goes on with the next line")
  func faults() {
    #expect(
      rows("a,b\"c,d\nok,1\n\"x\"y,2\nok,2\nz,\0\nok,3\np\rq\nok,4\n") == [
        "1:4: strayQuote in field 2", #"2: "ok" "1""#,
        "3:4: textAfterQuote in field 1", #"4: "ok" "2""#,
        "5:3: nul in field 2", #"6: "ok" "3""#,
        "7:2: strayCarriageReturn in field 1", #"8: "ok" "4""#,
      ])
  }

  @Test("A quote never closed costs its own line, not the rest of the file")
  func unterminatedQuote() {
    #expect(
      rows("a,b\n1,\"two\n3,4\n5,6\n") == [
        #"1: "a" "b""#, "2:3: unterminatedQuote in field 2", #"3: "3" "4""#, #"4: "5" "6""#,
      ])
  }

  @Test("A quote closed by a later field's own costs the first line; the later field is read")
  func quoteClosedByAnother() {
    #expect(
      rows("1,\"two\n3,\"four\"\n5,6\n") == [
        "2:4: textAfterQuote in field 2", #"2: "3" "four""#, #"3: "5" "6""#,
      ])
  }

  @Test("A record longer than the limit is a fault, at the quote left open where there is one")
  func recordLimit() {
    #expect(
      rows("abcd\nabcde\nabc\n", limit: 5) == [#"1: "abcd""#, "2:1: recordTooLong(limit: 5) in field 1", #"3: "abc""#])
    #expect(
      rows("a,\"b\nccc\nddd\neee\n", limit: 8) == [
        "1:3: recordTooLong(limit: 8) in field 2", #"2: "ccc""#, #"3: "ddd""#, #"4: "eee""#,
      ])
    #expect(rows("abcde", limit: 5) == [#"1: "abcde""#])
  }

  @Test("GB18030 bytes pass through: its trail bytes are never delimiters")
  func gb18030() {
    // 静安,1 and the four-byte form of 㐀.
    let bytes: [UInt8] = [0xBE, 0xB2, 0xB0, 0xB2, 0x2C, 0x31, 0x0A, 0x81, 0x39, 0xEE, 0x39]
    let records = CSVReader.rows(of: bytes)
    guard case .record(let first) = records[0], case .record(let second) = records[1] else {
      Issue.record("Faults in \(records)")
      return
    }
    #expect(Array(first[0]) == [0xBE, 0xB2, 0xB0, 0xB2])
    #expect(first.text(at: 0) == nil)
    #expect(Array(second[0]) == [0x81, 0x39, 0xEE, 0x39])
  }

  @Test("However a file is cut, its rows are the same", arguments: ["whole", "short"])
  func chunkBoundaries(limit: String) {
    let text =
      "\u{FEFF}a,\"b \"\"c\"\"\",\r\n\"d\ne\",f\r\n\r\n\"\"\"\",\"\"\nx\"y,1\n\"q\"r\n\"s\0\nt\ru\nlong line of bytes,\"v\r\n\"w\"\nü,\"z"
    let bytes = Array(text.utf8)
    let recordLimit = limit == "whole" ? CSVReader.defaultRecordLimit : 12
    let whole = CSVReader.rows(of: bytes, recordLimit: recordLimit)
    #expect(whole.count > 8)
    for first in 0...bytes.count {
      for second in first...bytes.count {
        let pieces = [bytes[..<first], bytes[first..<second], bytes[second...]]
        #expect(collect(pieces, recordLimit: recordLimit) == whole, "cut at \(first) and \(second)")
      }
    }
    #expect(collect(bytes.map { [$0] }, recordLimit: recordLimit) == whole)
  }

  private func collect(_ pieces: [some Sequence<UInt8>], recordLimit: Int) -> [CSVRow] {
    var reader = CSVReader(recordLimit: recordLimit)
    var rows: [CSVRow] = []
    for piece in pieces {
      reader.feed(piece)
      while let row = reader.next() { rows.append(row) }
    }
    reader.finish()
    while let row = reader.next() { rows.append(row) }
    return rows
  }
}
