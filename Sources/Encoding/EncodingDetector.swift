/// Tells a file's encoding from its bytes, passed by in pieces of any size.
///
/// A byte-order mark decides. Bytes that are not valid UTF-8 are GB18030 if they are well formed in it and mostly
/// GB 2312, which nearly all Chinese text is. Bytes that are valid in both are UTF-8 when GB18030 makes characters of
/// them that nobody writes: continuation bytes lie half outside GB 2312, so Chinese in UTF-8 shows itself in a few
/// characters. Otherwise the file is in doubt, for a wrong guess would go unseen.
package struct EncodingDetector {
  private var head: [UInt8] = []
  private var count = 0
  private var evenNULs = 0
  private var oddNULs = 0
  private var line = 1
  private var utf8 = UTF8Scan()
  private var gb18030 = GB18030Scan()
  private var notUTF8: [EncodingDoubt.Line] = []
  private var notGB18030: [EncodingDoubt.Line] = []
  private var rare: [EncodingDoubt.Line] = []
  private var notASCII: [EncodingDoubt.Line] = []
  private var notUTF8Count = 0
  private var notGB18030Count = 0
  private var isNotASCII = false

  /// A detector at the start of a file.
  package init() {}

  /// Takes the next piece of the file.
  package mutating func feed(_ piece: [UInt8]) {
    if head.count < 4 { head += piece.prefix(4 - head.count) }
    for byte in piece {
      count += 1
      if byte == 0x0A {
        endLine()
      } else if byte < 0x80, utf8.isAtBoundary, gb18030.isAtBoundary {
        if byte == 0 { if count.isMultiple(of: 2) { oddNULs += 1 } else { evenNULs += 1 } }
      } else {
        utf8.take(byte)
        gb18030.take(byte)
        isNotASCII = isNotASCII || byte >= 0x80
      }
    }
  }

  /// Whether the file begins with four bytes.
  package func begins(with mark: [UInt8]) -> Bool { head == mark }

  /// The encoding of the whole file.
  package mutating func detect() throws(EncodingDoubt) -> TextEncoding {
    if head.starts(with: [0xFF, 0xFE, 0, 0]) || head.starts(with: [0, 0, 0xFE, 0xFF]) {
      throw EncodingDoubt(kind: .utf32, lines: [.init(line: 1, bytes: head)])
    }
    // Text of mostly ASCII in UTF-16 has a NUL in every other byte.
    let looksWide = count > 3 && max(evenNULs, oddNULs) * 4 > count && min(evenNULs, oddNULs) * 8 < count
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) || looksWide {
      throw EncodingDoubt(kind: .utf16, lines: [.init(line: 1, bytes: Array(head.prefix(2)))])
    }
    endLine()
    if head.starts(with: [0xEF, 0xBB, 0xBF]) {
      guard notUTF8Count == 0 else { throw EncodingDoubt(kind: .invalid(.utf8), lines: notUTF8) }
      return .utf8
    }
    switch (notUTF8Count == 0, notGB18030Count == 0) {
    case (false, false):
      let isNearerGB18030 = notGB18030Count < notUTF8Count
      throw EncodingDoubt(
        kind: .invalid(isNearerGB18030 ? .gb18030 : .utf8), lines: isNearerGB18030 ? notGB18030 : notUTF8)
    case (true, false):
      return .utf8
    case (false, true):
      guard gb18030.isMostlyGB2312 else { throw EncodingDoubt(kind: .unlikely, lines: rare) }
      return .gb18030
    case (true, true):
      let isUTF8 =
        notASCII.isEmpty || (gb18030.hasRare && (utf8.isOrdinary || !gb18030.isMostlyGB2312))
      guard isUTF8 else { throw EncodingDoubt(kind: .ambiguous, lines: notASCII) }
      return .utf8
    }
  }

  private mutating func endLine() {
    utf8.endLine()
    gb18030.endLine()
    if let bytes = utf8.fault {
      notUTF8Count += 1
      Self.add(line, bytes, to: &notUTF8)
    }
    if let bytes = gb18030.fault {
      notGB18030Count += 1
      Self.add(line, bytes, to: &notGB18030)
    }
    if let bytes = gb18030.firstRare { Self.add(line, bytes, to: &rare) }
    if isNotASCII { Self.add(line, gb18030.first ?? [], to: &notASCII) }
    utf8.startLine()
    gb18030.startLine()
    isNotASCII = false
    line += 1
  }

  private static func add(_ line: Int, _ bytes: [UInt8], to lines: inout [EncodingDoubt.Line]) {
    if lines.count < EncodingDoubt.lineLimit { lines.append(.init(line: line, bytes: bytes)) }
  }
}

/// Follows UTF-8 byte by byte; after a fault it waits for the next line.
private struct UTF8Scan {
  /// The first bytes of the line that are not UTF-8.
  private(set) var fault: [UInt8]?
  /// Whether all that is not ASCII so far is ordinary text: ideographs, their punctuation, symbols, accented letters.
  private(set) var isOrdinary = true

  private var pending: [UInt8] = []
  private var wanted = 0
  private var allowed: ClosedRange<UInt8> = 0x80...0xBF

  var isAtBoundary: Bool { wanted == 0 || fault != nil }

  mutating func take(_ byte: UInt8) {
    guard fault == nil else { return }
    pending.append(byte)
    if wanted == 0 {
      switch byte {
      case 0..<0x80: pending.removeAll(keepingCapacity: true)
      case 0xC2...0xDF: (wanted, allowed) = (1, 0x80...0xBF)
      case 0xE0: (wanted, allowed) = (2, 0xA0...0xBF)
      case 0xED: (wanted, allowed) = (2, 0x80...0x9F)
      case 0xE1...0xEF: (wanted, allowed) = (2, 0x80...0xBF)
      case 0xF0: (wanted, allowed) = (3, 0x90...0xBF)
      case 0xF1...0xF3: (wanted, allowed) = (3, 0x80...0xBF)
      case 0xF4: (wanted, allowed) = (3, 0x80...0x8F)
      default: fault = pending
      }
      return
    }
    guard allowed.contains(byte) else {
      fault = pending
      return
    }
    allowed = 0x80...0xBF
    wanted -= 1
    guard wanted == 0 else { return }
    if isOrdinary { isOrdinary = Self.isOrdinary(pending) }
    pending.removeAll(keepingCapacity: true)
  }

  mutating func endLine() {
    if fault == nil, wanted > 0 { fault = pending }
  }

  mutating func startLine() {
    fault = nil
    pending.removeAll(keepingCapacity: true)
    wanted = 0
  }

  private static func isOrdinary(_ bytes: [UInt8]) -> Bool {
    guard let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first else { return false }
    switch scalar.value {
    case 0x80...0x7FF, 0x2010...0x2027, 0x2030...0x203B, 0x2103, 0x2116, 0x2160...0x217B, 0x2190...0x2193,
      0x2200...0x22FF, 0x2460...0x249B, 0x25A0...0x25FF, 0x2605...0x2606, 0x3000...0x301F, 0x4E00...0x9FFF,
      0xFE30...0xFE4F, 0xFF00...0xFFEF, 0xFEFF:
      return true
    default:
      return false
    }
  }
}

/// Follows GB18030 byte by byte; after a fault it waits for the next line.
private struct GB18030Scan {
  /// The first bytes of the line that are not well formed in GB18030.
  private(set) var fault: [UInt8]?
  /// The line's first character that is not ASCII.
  private(set) var first: [UInt8]?
  /// The line's first character outside GB 2312.
  private(set) var firstRare: [UInt8]?
  private var pending: [UInt8] = []
  private var inGB2312 = 0
  private var outside = 0

  var isAtBoundary: Bool { pending.isEmpty || fault != nil }

  /// Whether any character so far is outside GB 2312.
  var hasRare: Bool { outside > 0 }

  /// Whether at least two thirds of what is not ASCII is in GB 2312.
  var isMostlyGB2312: Bool { inGB2312 >= 2 * outside }

  mutating func take(_ byte: UInt8) {
    guard fault == nil else { return }
    pending.append(byte)
    switch pending.count {
    case 1:
      if byte < 0x80 { pending.removeAll(keepingCapacity: true) } else if !(0x81...0xFE).contains(byte) { fail() }
    case 2:
      switch byte {
      case 0x40...0x7E, 0x80...0xFE: complete()
      case 0x30...0x39: break
      default: fail()
      }
    case 3:
      if !(0x81...0xFE).contains(byte) { fail() }
    default:
      if (0x30...0x39).contains(byte) { complete() } else { fail() }
    }
  }

  mutating func endLine() {
    if fault == nil, !pending.isEmpty { fail() }
  }

  mutating func startLine() {
    fault = nil
    first = nil
    firstRare = nil
    pending.removeAll(keepingCapacity: true)
  }

  private mutating func fail() {
    fault = pending
    first = first ?? pending
  }

  private mutating func complete() {
    let isGB2312 = pending.count == 2 && (0xA1...0xF7).contains(pending[0]) && pending[1] >= 0xA1
    if isGB2312 {
      inGB2312 += 1
    } else {
      outside += 1
      firstRare = firstRare ?? pending
    }
    first = first ?? pending
    pending.removeAll(keepingCapacity: true)
  }
}
