/// A natural number of up to 1024 bits, in 64-bit limbs of which only those in use are counted: the slow half of `Magnitude`.
///
/// Figures have at most 20 digits and sums of them at most 32 in millionths (below 2¹⁰⁷). The largest product that the
/// method needs is one side of the pace of an `intensity_change` relative to another, compared with its floor: eight
/// sums, a floor and constants, below 2⁸⁵⁶⁺⁷⁰⁺⁸⁰ = 2¹⁰⁰⁶. So 1024 bits hold every intermediate; an overflow would be a
/// mistake here, and traps.
struct WideMagnitude: Sendable, Equatable, Comparable {
  private static let capacity = 16

  private var limbs: InlineArray<16, UInt64>
  private var count: Int

  /// Zero.
  init() {
    limbs = InlineArray(repeating: 0)
    count = 0
  }

  init(_ value: UInt128) {
    self.init()
    limbs[0] = UInt64(truncatingIfNeeded: value)
    limbs[1] = UInt64(truncatingIfNeeded: value >> 64)
    count = limbs[1] != 0 ? 2 : limbs[0] != 0 ? 1 : 0
  }

  var isZero: Bool { count == 0 }

  /// The value where 128 bits hold it.
  var asUInt128: UInt128? {
    guard count <= 2 else { return nil }
    return UInt128(limbs[1]) << 64 | UInt128(limbs[0])
  }

  static func == (a: WideMagnitude, b: WideMagnitude) -> Bool { compare(a, b) == 0 }

  static func < (a: WideMagnitude, b: WideMagnitude) -> Bool { compare(a, b) < 0 }

  private static func compare(_ a: WideMagnitude, _ b: WideMagnitude) -> Int {
    if a.count != b.count { return a.count < b.count ? -1 : 1 }
    var index = a.count - 1
    while index >= 0 {
      if a.limbs[index] != b.limbs[index] { return a.limbs[index] < b.limbs[index] ? -1 : 1 }
      index -= 1
    }
    return 0
  }

  static func + (a: WideMagnitude, b: WideMagnitude) -> WideMagnitude {
    var sum = WideMagnitude()
    var carry: UInt64 = 0
    let longest = max(a.count, b.count)
    for index in 0..<longest {
      let (partial, first) = a.limbs[index].addingReportingOverflow(b.limbs[index])
      let (limb, second) = partial.addingReportingOverflow(carry)
      sum.limbs[index] = limb
      carry = first || second ? 1 : 0
    }
    sum.count = longest
    if carry != 0 {
      precondition(longest < capacity, "a sum exceeds 1024 bits")
      sum.limbs[longest] = carry
      sum.count += 1
    }
    return sum
  }

  /// The difference of a number and one that is not larger.
  static func - (a: WideMagnitude, b: WideMagnitude) -> WideMagnitude {
    precondition(b <= a, "a difference of natural numbers is negative")
    var difference = WideMagnitude()
    var borrow: UInt64 = 0
    for index in 0..<a.count {
      let (partial, first) = a.limbs[index].subtractingReportingOverflow(b.limbs[index])
      let (limb, second) = partial.subtractingReportingOverflow(borrow)
      difference.limbs[index] = limb
      borrow = first || second ? 1 : 0
    }
    difference.count = a.count
    difference.dropLeadingZeros()
    return difference
  }

  static func * (a: WideMagnitude, b: WideMagnitude) -> WideMagnitude {
    if a.isZero || b.isZero { return WideMagnitude() }
    precondition(a.count + b.count <= capacity + 1, "a product exceeds 1024 bits")
    var product = WideMagnitude()
    for i in 0..<a.count {
      var carry: UInt64 = 0
      for j in 0..<b.count {
        let (high, low) = a.limbs[i].multipliedFullWidth(by: b.limbs[j])
        let partial = UInt128(high) << 64 | UInt128(low)
        guard i + j < capacity else {
          precondition(partial == 0 && carry == 0, "a product exceeds 1024 bits")
          continue
        }
        let total = partial + UInt128(product.limbs[i + j]) + UInt128(carry)
        product.limbs[i + j] = UInt64(truncatingIfNeeded: total)
        carry = UInt64(truncatingIfNeeded: total >> 64)
      }
      if i + b.count < capacity {
        product.limbs[i + b.count] = carry
      } else {
        precondition(carry == 0, "a product exceeds 1024 bits")
      }
    }
    product.count = min(a.count + b.count, capacity)
    product.dropLeadingZeros()
    return product
  }

  /// Quotient and remainder of a division by a number that is not zero.
  func quotientAndRemainder(dividingBy divisor: WideMagnitude) -> (quotient: WideMagnitude, remainder: WideMagnitude) {
    precondition(!divisor.isZero, "a division by zero")
    if self < divisor { return (WideMagnitude(), self) }
    if let dividend = asUInt128, let divisor = divisor.asUInt128 {
      let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
      return (WideMagnitude(quotient), WideMagnitude(remainder))
    }
    if divisor.count == 1 {
      let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor.limbs[0])
      return (quotient, WideMagnitude(UInt128(remainder)))
    }
    return longDivision(by: divisor)
  }

  private func quotientAndRemainder(dividingBy divisor: UInt64) -> (quotient: WideMagnitude, remainder: UInt64) {
    var quotient = WideMagnitude()
    var remainder: UInt64 = 0
    var index = count - 1
    while index >= 0 {
      (quotient.limbs[index], remainder) = divisor.dividingFullWidth((remainder, limbs[index]))
      index -= 1
    }
    quotient.count = count
    quotient.dropLeadingZeros()
    return (quotient, remainder)
  }

  /// Long division in base 2⁶⁴ by a divisor of two limbs or more that is not larger than the dividend (Knuth, The Art of
  /// Computer Programming, volume 2, algorithm D).
  private func longDivision(by divisor: WideMagnitude) -> (quotient: WideMagnitude, remainder: WideMagnitude) {
    let shift = divisor.limbs[divisor.count - 1].leadingZeroBitCount
    let v = divisor.shiftedLeft(shift)
    let n = v.count
    // One limb more than a magnitude has, for the bits that the shift pushes out.
    var u = InlineArray<17, UInt64>(repeating: 0)
    for index in 0..<count {
      u[index] |= limbs[index] << UInt64(shift)
      if shift > 0 { u[index + 1] = limbs[index] >> UInt64(64 - shift) }
    }
    var quotient = WideMagnitude()
    var j = count - n
    while j >= 0 {
      var digit: UInt64
      var rest: UInt64
      var restOverflows = false
      if u[j + n] >= v.limbs[n - 1] {
        digit = .max
        (rest, restOverflows) = u[j + n - 1].addingReportingOverflow(v.limbs[n - 1])
        if u[j + n] > v.limbs[n - 1] { restOverflows = true }
      } else {
        (digit, rest) = v.limbs[n - 1].dividingFullWidth((u[j + n], u[j + n - 1]))
      }
      while !restOverflows {
        let (high, low) = digit.multipliedFullWidth(by: v.limbs[n - 2])
        guard high > rest || (high == rest && low > u[j + n - 2]) else { break }
        digit -= 1
        (rest, restOverflows) = rest.addingReportingOverflow(v.limbs[n - 1])
      }
      var borrow: UInt64 = 0
      var carry: UInt64 = 0
      for i in 0..<n {
        let (high, low) = digit.multipliedFullWidth(by: v.limbs[i])
        let (product, overflow) = low.addingReportingOverflow(carry)
        carry = high + (overflow ? 1 : 0)
        let (partial, first) = u[i + j].subtractingReportingOverflow(product)
        let (limb, second) = partial.subtractingReportingOverflow(borrow)
        u[i + j] = limb
        borrow = (first ? 1 : 0) + (second ? 1 : 0)
      }
      let (partial, first) = u[j + n].subtractingReportingOverflow(carry)
      let (limb, second) = partial.subtractingReportingOverflow(borrow)
      u[j + n] = limb
      if first || second {
        digit -= 1
        var carry: UInt64 = 0
        for i in 0..<n {
          let total = UInt128(u[i + j]) + UInt128(v.limbs[i]) + UInt128(carry)
          u[i + j] = UInt64(truncatingIfNeeded: total)
          carry = UInt64(truncatingIfNeeded: total >> 64)
        }
        u[j + n] &+= carry
      }
      quotient.limbs[j] = digit
      j -= 1
    }
    quotient.count = count - n + 1
    quotient.dropLeadingZeros()
    var remainder = WideMagnitude()
    for index in 0..<n {
      remainder.limbs[index] = u[index] >> UInt64(shift)
      if shift > 0 { remainder.limbs[index] |= u[index + 1] << UInt64(64 - shift) }
    }
    remainder.count = n
    remainder.dropLeadingZeros()
    return (quotient, remainder)
  }

  /// The number times 2 to the power of less than 64; nothing may be pushed out.
  private func shiftedLeft(_ shift: Int) -> WideMagnitude {
    guard shift > 0 else { return self }
    var shifted = WideMagnitude()
    for index in 0..<count {
      shifted.limbs[index] |= limbs[index] << UInt64(shift)
      if index + 1 < Self.capacity { shifted.limbs[index + 1] = limbs[index] >> UInt64(64 - shift) }
    }
    shifted.count = min(count + 1, Self.capacity)
    shifted.dropLeadingZeros()
    return shifted
  }

  private mutating func dropLeadingZeros() {
    while count > 0 && limbs[count - 1] == 0 { count -= 1 }
  }
}

extension WideMagnitude: CustomStringConvertible {
  /// Decimal digits without leading zeros.
  var description: String {
    if let small = asUInt128 { return small.description }
    let billions: UInt64 = 1_000_000_000_000_000_000
    let (quotient, remainder) = quotientAndRemainder(dividingBy: billions)
    let digits = String(remainder)
    return quotient.description + String(repeating: "0", count: 18 - digits.utf8.count) + digits
  }
}
