/// What an ``XMLReader`` tells what it finds to.
protocol XMLHandler {
  /// An element begins. Its name and those of its attributes are without their prefixes.
  mutating func start(_ name: String, _ attributes: XMLAttributes) throws(ReadingError)
  /// An element ends.
  mutating func end(_ name: String) throws(ReadingError)
  /// Text within an element; it may come in several pieces.
  mutating func text(_ text: ArraySlice<UInt8>) throws(ReadingError)
}

/// The attributes of an element.
struct XMLAttributes {
  fileprivate(set) var pairs: [(name: String, value: String)] = []

  /// The value of an attribute, by its name without a prefix; nil where there is none.
  subscript(name: String) -> String? { pairs.first { $0.name == name }?.value }

  /// Whether an attribute holds the format's word for true; nil where there is none.
  func flag(_ name: String) -> Bool? { self[name].map { $0 == "1" || $0 == "true" || $0 == "on" } }
}

/// A strict reader of the XML that workbooks are made of, fed a piece at a time.
///
/// It knows what such parts hold: elements, attributes, text, CDATA, comments and processing instructions in UTF-8. A
/// document type, and so every entity but the five of XML itself, is refused: no part needs one, and it is what bombs are
/// made of.
struct XMLReader<Handler: XMLHandler> {
  private(set) var handler: Handler
  private let part: String
  private var buffer: [UInt8] = []
  private var open: [String] = []
  private var hasRoot = false
  private var mayStartWithMark = true

  /// Deepest nesting, and longest tag, comment or the like.
  private static var depthLimit: Int { 128 }
  private static var tokenLimit: Int { 1 << 20 }

  /// A reader of a part.
  init(_ part: String, _ handler: Handler) {
    self.part = part
    self.handler = handler
  }

  /// Reads what a piece completes.
  mutating func feed(_ piece: ArraySlice<UInt8>) throws(ReadingError) {
    buffer += piece
    var position = 0
    if mayStartWithMark {
      let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
      guard buffer.count >= mark.count || !mark.starts(with: buffer) else { return }
      if buffer.starts(with: mark) { position = mark.count }
      mayStartWithMark = false
    }
    while let next = try token(at: position) { position = next }
    buffer.removeSubrange(..<position)
    guard buffer.count <= Self.tokenLimit else { throw damaged }
  }

  /// Says that the part has ended.
  ///
  /// - Returns: the handler with all that it was told.
  mutating func finish() throws(ReadingError) -> Handler {
    guard hasRoot, open.isEmpty, buffer.allSatisfy(\.isXMLSpace) else { throw damaged }
    return handler
  }

  private var damaged: ReadingError { .damaged(part) }

  /// Reads one piece of markup or text; nil where it is not complete yet.
  private mutating func token(at position: Int) throws(ReadingError) -> Int? {
    guard position < buffer.count else { return nil }
    guard buffer[position] == UInt8(ascii: "<") else { return try text(at: position) }
    guard position + 1 < buffer.count else { return nil }
    switch buffer[position + 1] {
    case UInt8(ascii: "/"):
      guard let end = find(">", from: position) else { return nil }
      let name = try localName(buffer[(position + 2)..<end].trimmedXML)
      guard open.popLast() == name else { throw damaged }
      try handler.end(name)
      return end + 1
    case UInt8(ascii: "?"):
      return find("?>", from: position).map { $0 + 2 }
    case UInt8(ascii: "!"):
      return try declaration(at: position)
    default:
      guard let end = endOfTag(from: position) else { return nil }
      try startTag(position + 1, end)
      return end + 1
    }
  }

  private mutating func text(at position: Int) throws(ReadingError) -> Int? {
    let end = buffer[position...].firstIndex(of: UInt8(ascii: "<")) ?? buffer.count
    // A reference may go on in the next piece.
    var safe = end
    if end == buffer.count, let reference = buffer[position...].lastIndex(of: UInt8(ascii: "&")),
      !buffer[reference...].contains(UInt8(ascii: ";"))
    {
      safe = reference
    }
    guard safe > position else { return nil }
    let text = buffer[position..<safe]
    if open.isEmpty {
      guard text.allSatisfy(\.isXMLSpace) else { throw damaged }
    } else if text.contains(UInt8(ascii: "&")) {
      try handler.text(try resolved(text)[...])
    } else {
      try handler.text(text)
    }
    return safe
  }

  /// A comment or CDATA; a document type is refused.
  private mutating func declaration(at position: Int) throws(ReadingError) -> Int? {
    let beginning = buffer[position...].prefix(9)
    if beginning.starts(with: "<!--".utf8) {
      return find("-->", from: position + 4).map { $0 + 3 }
    }
    if beginning.elementsEqual("<![CDATA[".utf8) {
      guard !open.isEmpty else { throw damaged }
      guard let end = find("]]>", from: position + 9) else { return nil }
      try handler.text(buffer[(position + 9)..<end])
      return end + 3
    }
    guard beginning.count < 9, "<!--".utf8.starts(with: beginning) || "<![CDATA[".utf8.starts(with: beginning) else {
      throw damaged
    }
    return nil
  }

  private mutating func startTag(_ start: Int, _ end: Int) throws(ReadingError) {
    let isEmpty = buffer[end - 1] == UInt8(ascii: "/")
    let content = buffer[start..<(isEmpty ? end - 1 : end)]
    let nameEnd = content.firstIndex(where: \.isXMLSpace) ?? content.endIndex
    let name = try localName(content[..<nameEnd])
    guard !open.isEmpty || !hasRoot, open.count < Self.depthLimit else { throw damaged }
    hasRoot = true
    try handler.start(name, try attributes(content[nameEnd...]))
    if isEmpty { try handler.end(name) } else { open.append(name) }
  }

  private func attributes(_ text: ArraySlice<UInt8>) throws(ReadingError) -> XMLAttributes {
    var attributes = XMLAttributes()
    var rest = text.trimmedXML
    while !rest.isEmpty {
      guard let equals = rest.firstIndex(of: UInt8(ascii: "=")) else { throw damaged }
      let qualified = rest[..<equals].trimmedXML
      let name = try localName(qualified)
      let value = rest[(equals + 1)...].trimmedXML
      guard let quote = value.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
        let close = value.dropFirst().firstIndex(of: quote)
      else { throw damaged }
      // Namespaces are declared by attributes, and parts are told by their paths.
      if !qualified.starts(with: "xmlns".utf8) {
        attributes.pairs.append((name, try string(try resolved(value[(value.startIndex + 1)..<close])[...])))
      }
      rest = value[(close + 1)...].trimmedXML
    }
    return attributes
  }

  /// The text with its references replaced.
  private func resolved(_ text: ArraySlice<UInt8>) throws(ReadingError) -> [UInt8] {
    guard text.contains(UInt8(ascii: "&")) else { return Array(text) }
    var result: [UInt8] = []
    var rest = text
    while let start = rest.firstIndex(of: UInt8(ascii: "&")) {
      result += rest[..<start]
      guard let end = rest[start...].firstIndex(of: UInt8(ascii: ";")) else { throw damaged }
      result += try Self.character(String(decoding: rest[(start + 1)..<end], as: UTF8.self), or: damaged).utf8
      rest = rest[(end + 1)...]
    }
    return result + rest
  }

  private static func character(_ name: String, or fault: ReadingError) throws(ReadingError) -> String {
    switch name {
    case "lt": return "<"
    case "gt": return ">"
    case "amp": return "&"
    case "quot": return "\""
    case "apos": return "'"
    default:
      let code =
        name.hasPrefix("#x")
        ? UInt32(name.dropFirst(2), radix: 16) : name.hasPrefix("#") ? UInt32(name.dropFirst(1)) : nil
      guard let code, let scalar = Unicode.Scalar(code), code != 0 else { throw fault }
      return String(scalar)
    }
  }

  private func localName(_ name: ArraySlice<UInt8>) throws(ReadingError) -> String {
    let local = name.lastIndex(of: UInt8(ascii: ":")).map { name[($0 + 1)...] } ?? name
    guard !local.isEmpty, local.count <= 128 else { throw damaged }
    return try string(local)
  }

  private func string(_ bytes: ArraySlice<UInt8>) throws(ReadingError) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw damaged }
    return text
  }

  /// Where a tag ends, a `>` within a quoted value passed over.
  private func endOfTag(from start: Int) -> Int? {
    var quote: UInt8?
    var position = start
    while position < buffer.count {
      let byte = buffer[position]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        return position
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
      position += 1
    }
    return nil
  }

  private func find(_ mark: StaticString, from start: Int) -> Int? {
    let mark = mark.withUTF8Buffer { Array($0) }
    var position = start
    while let first = buffer[min(position, buffer.count)...].firstIndex(of: mark[0]) {
      if buffer[first...].starts(with: mark) { return first }
      position = first + 1
    }
    return nil
  }
}

extension UInt8 {
  fileprivate var isXMLSpace: Bool { self == 0x20 || (0x09...0x0A).contains(self) || self == 0x0D }
}

extension ArraySlice<UInt8> {
  fileprivate var trimmedXML: ArraySlice<UInt8> {
    var slice = drop(while: \.isXMLSpace)
    while let last = slice.last, last.isXMLSpace { slice.removeLast() }
    return slice
  }
}
