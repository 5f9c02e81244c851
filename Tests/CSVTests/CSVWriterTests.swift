import CSV
import Testing

@Suite("Writing CSV")
struct CSVWriterTests {
  @Test("A field is quoted only where it must be")
  func quoting() {
    var writer = CSVWriter()
    writer.write(["a", "b,c", "say \"hi\"", "two\nlines", "", " 静安 "])
    writer.write([""])
    #expect(
      String(decoding: writer.take(), as: UTF8.self) == "a,\"b,c\",\"say \"\"hi\"\"\",\"two\nlines\",, 静安 \n\"\"\n")
    #expect(writer.bytes.isEmpty)
  }

  @Test("Spreadsheets get CR LF")
  func lineEnd() {
    var writer = CSVWriter(lineEnd: .carriageReturnLineFeed)
    writer.write(["a", "b"])
    #expect(writer.bytes == Array("a,b\r\n".utf8))
  }

  @Test("What is written is read back")
  func roundTrip() {
    let fields = ["", "\"", ",", "\r\n", "plain", "达标"]
    var writer = CSVWriter()
    writer.write(fields)
    guard case .record(let record) = CSVReader.rows(of: writer.take()).first else {
      Issue.record("The written record is not CSV")
      return
    }
    #expect(record.texts() == fields)
  }
}
