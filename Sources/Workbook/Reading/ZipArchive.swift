import CZlib

/// An archive (zip) in memory, read by its central directory.
struct ZipArchive {
  /// A part of the archive.
  struct Entry {
    var name: String
    var isEncrypted: Bool
    var method: Int
    var compressedSize: Int
    var size: Int
    var checksum: UInt32
    var headerOffset: Int
  }

  /// How an archive begins.
  static let mark: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
  /// Most parts that a workbook of figures has.
  private static let entryLimit = 4_096

  let bytes: [UInt8]
  /// The parts, by their names in lower case, as the format compares them.
  private(set) var entries: [String: Entry] = [:]

  /// Reads the directory of an archive.
  ///
  /// - Throws: ``ReadingError``.
  init(_ bytes: [UInt8]) throws(ReadingError) {
    self.bytes = bytes
    let end = try Self.endRecord(of: bytes)
    let (count, size, start) = (
      bytes.integer(2, at: end + 10), bytes.integer(4, at: end + 12), bytes.integer(4, at: end + 16)
    )
    guard let count, let size, let start, start + size <= end else { throw .damaged("directory") }
    guard count <= Self.entryLimit else { throw .tooLarge }
    var offset = start
    for _ in 0..<count {
      let entry = try Self.entry(in: bytes, at: &offset, before: end)
      let name = entry.name.lowercased()
      // Two parts of one name: which of them counts, programs decide differently.
      guard entries[name] == nil else { throw .damaged(entry.name) }
      entries[name] = entry
    }
  }

  /// The part of a name, whatever its case.
  subscript(name: String) -> Entry? { entries[name.lowercased()] }

  /// Unpacks a part and passes it by in pieces of at most 64 KiB.
  ///
  /// - Throws: ``ReadingError``, also where its checksum is another, or what the body threw.
  func unpack(
    _ entry: Entry, _ budget: inout ReadingBudget, _ body: (ArraySlice<UInt8>) throws(ReadingError) -> Void
  ) throws(ReadingError) {
    guard !entry.isEncrypted else { throw .encrypted }
    let data = try data(of: entry)
    var checksum = crc32(0, nil, 0)
    var count = 0
    func pass(_ piece: ArraySlice<UInt8>) throws(ReadingError) {
      try budget.unpack(piece.count)
      checksum = piece.withUnsafeBufferPointer { crc32(checksum, $0.baseAddress, UInt32($0.count)) }
      count += piece.count
      try body(piece)
    }
    switch entry.method {
    case 0:
      var start = data.startIndex
      while start < data.endIndex {
        let end = min(start + Inflation.pieceSize, data.endIndex)
        try pass(data[start..<end])
        start = end
      }
    case 8:
      var inflation = try Inflation(entry.name)
      try inflation.run(over: data, pass)
    default: throw .damaged(entry.name)
    }
    guard UInt32(truncatingIfNeeded: checksum) == entry.checksum, count == entry.size else {
      throw .damaged(entry.name)
    }
  }

  private func data(of entry: Entry) throws(ReadingError) -> ArraySlice<UInt8> {
    let header = entry.headerOffset
    guard bytes.starts(with: Self.mark, at: header), let nameLength = bytes.integer(2, at: header + 26),
      let extraLength = bytes.integer(2, at: header + 28)
    else { throw .damaged(entry.name) }
    let start = header + 30 + nameLength + extraLength
    guard start + entry.compressedSize <= bytes.count else { throw .damaged(entry.name) }
    return bytes[start..<start + entry.compressedSize]
  }

  /// Where the record at the end begins; a comment of at most 64 KiB may follow it.
  private static func endRecord(of bytes: [UInt8]) throws(ReadingError) -> Int {
    let length = 22
    var place = bytes.count - length
    while place >= max(0, bytes.count - length - 0xFFFF) {
      if bytes.starts(with: [0x50, 0x4B, 0x05, 0x06], at: place), let comment = bytes.integer(2, at: place + 20),
        place + length + comment == bytes.count
      {
        return place
      }
      place -= 1
    }
    throw .damaged("end")
  }

  private static func entry(in bytes: [UInt8], at offset: inout Int, before end: Int) throws(ReadingError) -> Entry {
    guard bytes.starts(with: [0x50, 0x4B, 0x01, 0x02], at: offset), offset + 46 <= end,
      let flags = bytes.integer(2, at: offset + 8), let method = bytes.integer(2, at: offset + 10),
      let checksum = bytes.integer(4, at: offset + 16), let packed = bytes.integer(4, at: offset + 20),
      let size = bytes.integer(4, at: offset + 24), let nameLength = bytes.integer(2, at: offset + 28),
      let extraLength = bytes.integer(2, at: offset + 30), let commentLength = bytes.integer(2, at: offset + 32),
      let header = bytes.integer(4, at: offset + 42)
    else { throw .damaged("directory") }
    let nameEnd = offset + 46 + nameLength
    guard nameEnd + extraLength + commentLength <= end else { throw .damaged("directory") }
    let name = String(decoding: bytes[offset + 46..<nameEnd], as: UTF8.self).replacing("\\", with: "/")
    var entry = Entry(
      name: name.hasPrefix("/") ? String(name.dropFirst()) : name, isEncrypted: flags & 1 != 0, method: method,
      compressedSize: packed, size: size, checksum: UInt32(truncatingIfNeeded: checksum), headerOffset: header)
    try widen(&entry, by: bytes[nameEnd..<nameEnd + extraLength])
    offset = nameEnd + extraLength + commentLength
    return entry
  }

  /// Takes the sizes from the field for large archives, which some programs write into small ones, too.
  private static func widen(_ entry: inout Entry, by extra: ArraySlice<UInt8>) throws(ReadingError) {
    let extra = Array(extra)
    var place = 0
    while let kind = extra.integer(2, at: place), let length = extra.integer(2, at: place + 2) {
      place += 4
      if kind == 1 {
        var field = place
        for path in [\Entry.size, \Entry.compressedSize, \Entry.headerOffset] where entry[keyPath: path] == 0xFFFF_FFFF
        {
          guard field + 8 <= place + length, let value = extra.integer(8, at: field) else { throw .damaged(entry.name) }
          entry[keyPath: path] = value
          field += 8
        }
      }
      place += length
    }
    guard entry.headerOffset <= Int(Int32.max), entry.compressedSize <= Int(Int32.max) else {
      throw .damaged(entry.name)
    }
  }
}

/// A stream that is being unpacked.
struct Inflation: ~Copyable {
  static let pieceSize = 1 << 16

  private let name: String
  private let stream: UnsafeMutablePointer<z_stream>

  init(_ name: String) throws(ReadingError) {
    self.name = name
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    guard begin_inflating(stream) == Z_OK else {
      stream.deallocate()
      throw .damaged(name)
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Unpacks the whole stream, a piece at a time.
  mutating func run(
    over data: ArraySlice<UInt8>, _ body: (ArraySlice<UInt8>) throws(ReadingError) -> Void
  ) throws(ReadingError) {
    var piece = [UInt8](repeating: 0, count: Self.pieceSize)
    var consumed = data.startIndex
    while true {
      let (status, taken, given) = step(data[consumed...], into: &piece)
      consumed += taken
      if given > 0 { try body(piece[..<given]) }
      if status == Z_STREAM_END { return }
      // A stream that neither takes nor gives has been cut off.
      guard status == Z_OK, taken > 0 || given > 0 else { throw .damaged(name) }
    }
  }

  private func step(_ data: ArraySlice<UInt8>, into piece: inout [UInt8]) -> (status: Int32, taken: Int, given: Int) {
    data.withUnsafeBufferPointer { input in
      piece.withUnsafeMutableBufferPointer { output in
        stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.pointee.avail_in = UInt32(input.count)
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = UInt32(output.count)
        let status = inflate(stream, Z_NO_FLUSH)
        return (
          status, input.count - Int(stream.pointee.avail_in), output.count - Int(stream.pointee.avail_out)
        )
      }
    }
  }
}

extension [UInt8] {
  /// A number of some bytes, the least significant first; nil past the end, or where it does not fit.
  fileprivate func integer(_ size: Int, at offset: Int) -> Int? {
    guard offset >= 0, offset + size <= count else { return nil }
    var value: UInt64 = 0
    for index in (0..<size).reversed() { value = value << 8 | UInt64(self[offset + index]) }
    return Int(exactly: value)
  }

  /// Whether the bytes at an offset are these.
  fileprivate func starts(with mark: [UInt8], at offset: Int) -> Bool {
    offset >= 0 && offset + mark.count <= count && self[offset..<offset + mark.count].elementsEqual(mark)
  }
}
