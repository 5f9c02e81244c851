import Encoding
import Testing

@testable import Intake

/// What the detector says of some bytes, fed in pieces of a size.
private func detected(_ bytes: [UInt8], piece: Int) -> String {
  var detector = EncodingDetector()
  var start = 0
  while start < bytes.count {
    let end = min(start + piece, bytes.count)
    detector.feed(Array(bytes[start..<end]))
    start = end
  }
  do {
    return try detector.detect().rawValue
  } catch {
    let lines = error.lines.map { "\($0.line): \(Hexadecimal.spelled($0.bytes))" }
    return "\(error.kind) \(lines.joined(separator: ", "))"
  }
}

private func detected(_ bytes: [UInt8]) -> String {
  let whole = detected(bytes, piece: 1 << 20)
  for piece in [1, 2, 3, 7] { #expect(detected(bytes, piece: piece) == whole) }
  return whole
}

private let header = Array("indicator,unit,period,value,note\n".utf8)

private func line(_ note: [UInt8]) -> [UInt8] { header + Array("2.2.1,statistics,2020-06,1,".utf8) + note + [0x0A] }

private func utf16(_ text: String, littleEndian: Bool) -> [UInt8] {
  text.utf16.flatMap { unit in
    littleEndian ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
  }
}

@Suite("Detecting the encoding")
struct EncodingTests {
  @Test("ASCII and UTF-8, with and without a byte-order mark")
  func utf8() {
    #expect(detected([]) == "UTF-8")
    #expect(detected(line([])) == "UTF-8")
    #expect(detected(line(Array("按可比口径调整".utf8))) == "UTF-8")
    #expect(detected([0xEF, 0xBB, 0xBF] + line(Array("中国".utf8))) == "UTF-8")
    #expect(detected(line(Array("café 咖啡，35μg/m³ 😀".utf8))) == "UTF-8")
    // Twelve bytes that GB18030 reads as six characters.
    #expect(detected(line(Array("统计局数".utf8))) == "UTF-8")
  }

  @Test("GB 2312, GBK's rare names and GB18030's four bytes")
  func gb18030() {
    // 数据已核对
    #expect(detected(line([0xCA, 0xFD, 0xBE, 0xDD, 0xD2, 0xD1, 0xBA, 0xCB, 0xB6, 0xD4])) == "GB18030")
    // 朱镕基同志, whose 镕 is in GBK only, and 㐀, of four bytes, after ten characters of GB 2312
    let name: [UInt8] = [0xD6, 0xEC, 0xE9, 0x46, 0xBB, 0xF9, 0xCD, 0xAC, 0xD6, 0xBE]
    #expect(detected(line(name)) == "GB18030")
    #expect(detected(line(name + name + [0x81, 0x39, 0xEE, 0x39])) == "GB18030")
  }

  @Test("GBK that is valid UTF-8 by accident is in doubt, whichever of the two it is")
  func ambiguous() {
    // 模 in GBK, ģ in UTF-8; 路 in GBK, · in UTF-8
    #expect(detected(line([0xC4, 0xA3])) == "ambiguous 2: 0xC4 0xA3")
    #expect(detected(line(Array("m² · 5".utf8))) == "ambiguous 2: 0xC2 0xB2")
    // … and not with a mark, or with a word of Chinese.
    #expect(detected([0xEF, 0xBB, 0xBF] + line(Array("m²".utf8))) == "UTF-8")
    #expect(detected(line(Array("m² 绿地".utf8))) == "UTF-8")
  }

  @Test("Latin-1 and Big5 are not taken for GB18030")
  func otherEncodings() {
    // résumé, which GB18030 reads as two rare characters
    let latin1: [UInt8] = [0x72, 0xE9, 0x73, 0x75, 0x6D, 0xE9, 0x73]
    #expect(detected(line(latin1)) == "unlikely 2: 0xE9 0x73")
    #expect(detected(line([0x63, 0x61, 0x66, 0xE9])) == "invalid(Encoding.TextEncoding.utf8) 2: 0xE9")
    // 統計數字 in Big5
    #expect(detected(line([0xB2, 0xCE, 0xAD, 0x70, 0xBC, 0xC6, 0xA6, 0x72])) == "unlikely 2: 0xAD 0x70")
  }

  @Test("UTF-16 and UTF-32, with a mark and without")
  func wide() {
    let text = "indicator,unit,period\n2.2.1,statistics,2020-06\n"
    #expect(detected([0xFF, 0xFE] + utf16(text, littleEndian: true)) == "utf16 1: 0xFF 0xFE")
    #expect(detected([0xFE, 0xFF] + utf16(text, littleEndian: false)) == "utf16 1: 0xFE 0xFF")
    #expect(detected(utf16(text, littleEndian: true)) == "utf16 1: 0x69 0x00")
    #expect(detected(utf16(text, littleEndian: false)) == "utf16 1: 0x00 0x69")
    #expect(detected([0xFF, 0xFE, 0, 0, 0x69, 0, 0, 0]) == "utf32 1: 0xFF 0xFE 0x00 0x00")
    #expect(detected(line([0x00])) == "UTF-8")
  }

  @Test("Every line at fault is named, under the encoding that fits better")
  func badLines() {
    let bad: [UInt8] = [0x61, 0xFF, 0x0A, 0x62, 0x0A, 0xE4, 0xB8, 0x0A, 0xC4, 0xE3, 0xBA, 0xC3, 0x0A]
    #expect(detected(bad) == "invalid(Encoding.TextEncoding.gb18030) 1: 0xFF")
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF, 0x0A]
    #expect(
      detected(mark + bad)
        == "invalid(Encoding.TextEncoding.utf8) 2: 0xFF, 4: 0xE4 0xB8, 5: 0xC4 0xE3")
  }

  @Test("Overlong forms, surrogates and what lies beyond Unicode are not UTF-8")
  func strictness() {
    for bytes: [UInt8] in [[0xC0, 0xAF], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF8]] {
      let told = detected([0xEF, 0xBB, 0xBF] + bytes)
      #expect(told.hasPrefix("invalid"))
      #expect((String(validating: bytes, as: UTF8.self) == nil) == true)
    }
  }
}
