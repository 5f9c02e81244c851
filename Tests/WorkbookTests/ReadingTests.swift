import Foundation
import Testing

@testable import Workbook

@Suite("Reading a workbook")
struct ReadingTests {
  @Test("Places of cells and ranges")
  func places() {
    #expect(CellAddress("AB12").map { [$0.row, $0.column] } == [12, 27])
    #expect(CellAddress(row: 1_048_576, column: 16_383).description == "XFD1048576")
    for text in ["A0", "XFE1", "A1048577", "1A", "A", "1", "", "A2147483647"] { #expect(CellAddress(text) == nil) }
    #expect(CellRange("D5:D6")?.description == "D5:D6")
    for text in ["D6:D5", "D5:", "A1:B2:C3"] { #expect(CellRange(text) == nil) }
  }

  @Test("XML in pieces of any size, and what is refused of it")
  func xml() throws {
    struct Listener: XMLHandler {
      var heard = ""
      mutating func start(_ name: String, _ attributes: XMLAttributes) {
        heard += "<\(name)" + attributes.pairs.map { " \($0.name)=\($0.value)" }.joined() + ">"
      }
      mutating func end(_ name: String) { heard += "</\(name)>" }
      mutating func text(_ text: ArraySlice<UInt8>) { heard += String(decoding: text, as: UTF8.self) }
    }
    func heard(_ text: String, piece: Int) throws -> String {
      var reader = XMLReader("x", Listener())
      let bytes = Array(text.utf8)
      for start in stride(from: 0, to: bytes.count, by: piece) {
        try reader.feed(bytes[start..<min(start + piece, bytes.count)])
      }
      let listener = try reader.finish()
      return listener.heard
    }
    let sound =
      "\u{FEFF}<?xml version='1.0'?><!-- a > b --><x:a xmlns:x=\"u\" r:id = 'a>b&amp;\"'><b/>1 &lt; 2&#x41;<![CDATA[<]]></x:a >\n"
    for piece in [1, 2, 3, 5, 1_000] {
      #expect(try heard(sound, piece: piece) == "<a id=a>b&\"><b></b>1 < 2A<</a>")
    }
    for text in [
      "", "x", "<a>", "<a></b>", "<a/><b/>", "<a>&x;</a>", "<!DOCTYPE a><a/>", "<a b/>", "<a b=c/>", "<a>&#0;</a>",
      "<a>&#xD800;</a>", "</a>", "<a/>x", "< a/>", "<a", "<a>&lt", "<![CDATA[x]]>",
      String(repeating: "<a>", count: 1_000),
    ] {
      for piece in [1, 1_000] {
        #expect(throws: ReadingError.self, "\(text)") { try heard(text, piece: piece) }
      }
    }
  }
}
