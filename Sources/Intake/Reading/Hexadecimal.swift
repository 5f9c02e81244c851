/// Bytes written in hexadecimal.
enum Hexadecimal {
  private static let digits = Array("0123456789abcdef".utf8)

  /// Appends two digits a byte.
  static func append(_ bytes: some Sequence<UInt8>, to text: inout [UInt8]) {
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
  }

  /// Two digits a byte.
  static func text(_ bytes: some Sequence<UInt8>) -> String {
    var text: [UInt8] = []
    append(bytes, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// As `0xE9 0x9D`, for a reader.
  static func spelled(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { "0x" + text([$0]).uppercased() }.joined(separator: " ")
  }
}
