extension Instant {
  /// A moment given from outside: date, time and offset from UTC, none of them guessed.
  ///
  /// - Parameter text: `2020-07-03T09:30:00+08:00`, with a space in the place of the T, seconds and their fraction of up
  ///   to 6 digits left out, the offset as `Z`, `+08`, `+0800` or `+08:00`. Any other text gives nil, a day that no
  ///   calendar has, an hour past 23 and an offset past 15:59 among them.
  public init?(parsing text: some StringProtocol) {
    var rest = Scanner(text)
    guard let date = rest.take(10).flatMap({ Day(parsing: $0) }),
      rest.skip(UInt8(ascii: "T")) || rest.skip(UInt8(ascii: " ")),
      let hour = rest.twoDigits(through: 23), rest.skip(UInt8(ascii: ":")), let minute = rest.twoDigits(through: 59)
    else { return nil }
    var (second, fraction) = (0, Int64(0))
    if rest.skip(UInt8(ascii: ":")) {
      guard let seconds = rest.twoDigits(through: 59) else { return nil }
      second = seconds
      if rest.skip(UInt8(ascii: ".")) {
        guard let microseconds = rest.fraction() else { return nil }
        fraction = microseconds
      }
    }
    guard let secondsAhead = rest.offset(), rest.isAtEnd else { return nil }
    let seconds = Int64(date.daysSince2000) * 86_400 + Int64(hour * 3600 + minute * 60 + second - secondsAhead)
    self.init(microseconds: seconds * 1_000_000 + fraction)
  }
}

/// Takes a text apart from its beginning.
private struct Scanner {
  private var bytes: ArraySlice<UInt8>

  init(_ text: some StringProtocol) { bytes = Array(text.utf8)[...] }

  var isAtEnd: Bool { bytes.isEmpty }

  mutating func take(_ count: Int) -> String? {
    guard bytes.count >= count else { return nil }
    defer { bytes = bytes.dropFirst(count) }
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }

  mutating func skip(_ byte: UInt8) -> Bool {
    guard bytes.first == byte else { return false }
    bytes = bytes.dropFirst()
    return true
  }

  mutating func twoDigits(through limit: Int) -> Int? {
    guard let digits = take(2), digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let number = Int(digits), number <= limit
    else { return nil }
    return number
  }

  /// 1 to 6 digits behind a point, in millionths.
  mutating func fraction() -> Int64? {
    let digits = bytes.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard (1...6).contains(digits.count) else { return nil }
    bytes = bytes.dropFirst(digits.count)
    let padded = digits + repeatElement(UInt8(ascii: "0"), count: 6 - digits.count)
    return padded.reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
  }

  /// The offset from UTC in seconds.
  mutating func offset() -> Int? {
    if skip(UInt8(ascii: "Z")) { return 0 }
    let isAhead = skip(UInt8(ascii: "+"))
    guard isAhead || skip(UInt8(ascii: "-")), let hours = twoDigits(through: 15) else { return nil }
    var minutes = 0
    if !isAtEnd {
      _ = skip(UInt8(ascii: ":"))
      guard let more = twoDigits(through: 59) else { return nil }
      minutes = more
    }
    return (hours * 60 + minutes) * (isAhead ? 60 : -60)
  }
}
