/// A natural number of up to 1024 bits, of which nearly all fit the 128 that the machine reckons with by itself.
enum Magnitude: Sendable, Equatable, Comparable {
  /// A number of up to 128 bits.
  case small(UInt128)
  /// A number of more.
  indirect case wide(WideMagnitude)

  /// Zero.
  init() { self = .small(0) }

  init(_ value: UInt128) { self = .small(value) }

  private init(_ value: WideMagnitude) {
    if let small = value.asUInt128 { self = .small(small) } else { self = .wide(value) }
  }

  private var widened: WideMagnitude {
    switch self {
    case .small(let value): WideMagnitude(value)
    case .wide(let value): value
    }
  }

  var isZero: Bool {
    if case .small(0) = self { true } else { false }
  }

  static func < (a: Magnitude, b: Magnitude) -> Bool {
    switch (a, b) {
    case (.small(let a), .small(let b)): a < b
    case (.small, .wide): true
    case (.wide, .small): false
    case (.wide(let a), .wide(let b)): a < b
    }
  }

  static func + (a: Magnitude, b: Magnitude) -> Magnitude {
    if case (.small(let a), .small(let b)) = (a, b) {
      let (sum, overflows) = a.addingReportingOverflow(b)
      if !overflows { return .small(sum) }
    }
    return Magnitude(a.widened + b.widened)
  }

  /// The difference of a number and one that is not larger.
  static func - (a: Magnitude, b: Magnitude) -> Magnitude {
    if case (.small(let a), .small(let b)) = (a, b) {
      precondition(b <= a, "a difference of natural numbers is negative")
      return .small(a &- b)
    }
    return Magnitude(a.widened - b.widened)
  }

  static func * (a: Magnitude, b: Magnitude) -> Magnitude {
    if case (.small(let a), .small(let b)) = (a, b), a.leadingZeroBitCount + b.leadingZeroBitCount >= 128 {
      return .small(a &* b)
    }
    return Magnitude(a.widened * b.widened)
  }

  static func * (a: Magnitude, b: UInt64) -> Magnitude { a * .small(UInt128(b)) }

  /// Quotient and remainder of a division by a number that is not zero.
  func quotientAndRemainder(dividingBy divisor: Magnitude) -> (quotient: Magnitude, remainder: Magnitude) {
    precondition(!divisor.isZero, "a division by zero")
    if case (.small(let dividend), .small(let divisor)) = (self, divisor) {
      let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
      return (.small(quotient), .small(remainder))
    }
    let (quotient, remainder) = widened.quotientAndRemainder(dividingBy: divisor.widened)
    return (Magnitude(quotient), Magnitude(remainder))
  }

  /// The greatest common divisor of two numbers.
  static func greatestCommonDivisor(_ a: Magnitude, _ b: Magnitude) -> Magnitude {
    var (a, b) = (a, b)
    while !b.isZero {
      if case (.small(let a), .small(let b)) = (a, b) { return .small(greatestCommonDivisor(a, b)) }
      (a, b) = (b, a.quotientAndRemainder(dividingBy: b).remainder)
    }
    return a
  }

  /// The same by subtraction and shifts, which are far quicker than divisions of 128 bits.
  private static func greatestCommonDivisor(_ a: UInt128, _ b: UInt128) -> UInt128 {
    guard a != 0, b != 0 else { return a | b }
    let shift = (a | b).trailingZeroBitCount
    var (a, b) = (a >> a.trailingZeroBitCount, b >> b.trailingZeroBitCount)
    while a != b {
      if a < b { swap(&a, &b) }
      a &-= b
      a >>= a.trailingZeroBitCount
    }
    return a << shift
  }
}

extension Magnitude: CustomStringConvertible {
  /// Decimal digits without leading zeros.
  var description: String {
    switch self {
    // The digits of 64 bits are had many times faster.
    case .small(let value): UInt64(exactly: value).map { String($0) } ?? String(value)
    case .wide(let value): value.description
    }
  }
}
