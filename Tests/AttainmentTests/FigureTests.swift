import Testing

@testable import Attainment

@Suite("Figures (method, section 1)")
struct FigureTests {
  @Test(
    "are read strictly and printed without trailing zeros",
    arguments: [
      ("800", "800"), ("1.250", "1.25"), ("-0.50", "-0.5"), ("-0", "0"), ("0.000000", "0"), ("007", "7"),
      ("99999999999999.999999", "99999999999999.999999"), ("-99999999999999.999999", "-99999999999999.999999"),
      ("0.000001", "0.000001"), ("1.0000000", "1"),
    ])
  func reading(text: String, printed: String) throws {
    #expect(try Figure(validating: text).description == printed)
  }

  @Test(
    "say what is wrong with a text",
    arguments: [
      ("", Figure.Fault.notANumber), ("-", .notANumber), (".5", .notANumber), ("5.", .notANumber), ("+5", .notANumber),
      ("12abc", .notANumber), ("1,000", .notANumber), ("1e3", .notANumber), ("\u{FF18}00", .notANumber),
      (" 8", .notANumber),
      ("80%", .notANumber), ("--1", .notANumber), ("1.2.3", .notANumber), ("NaN", .notANumber),
      ("100000000000000", .integerDigits(15)), ("0.0000001", .fractionDigits(7)),
    ])
  func fault(text: String, fault: Figure.Fault) {
    #expect(throws: fault) { try Figure(validating: text) }
    #expect(Figure(parsing: text) == nil)
  }

  @Test("as sums may have more integer digits than as submitted")
  func sums() {
    #expect(Figure(sum: "1200000000000000.5")?.description == "1200000000000000.5")
    #expect(Figure(parsing: "1200000000000000.5") == nil)
  }
}

@Suite("Fractions")
struct FractionTests {
  private func quotient(_ numerator: String, _ denominator: String) throws -> String {
    Fraction(try Figure(validating: numerator), over: try Figure(validating: denominator)).rounded.description
  }

  @Test(
    "are rounded once, half away from zero, to 4 decimals",
    arguments: [
      ("1", "3", "0.3333"), ("2", "3", "0.6667"), ("-2", "3", "-0.6667"), ("1", "8", "0.125"),
      ("0.00005", "1", "0.0001"), ("-0.00005", "1", "-0.0001"), ("0.000049", "1", "0"), ("-0.000049", "1", "0"),
      ("0", "7", "0"), ("99999999999999.999999", "0.000001", "99999999999999999999"),
      ("-1", "-4", "0.25"), ("800", "1", "800"),
    ])
  func rounding(numerator: String, denominator: String, printed: String) throws {
    #expect(try quotient(numerator, denominator) == printed)
  }

  @Test("are compared exactly: 79.99996 % is below 80 % though it prints as 80")
  func comparison() throws {
    let share = Fraction(try Figure(validating: "79.99996"), over: Figure(100)) * 100
    #expect(share.rounded.description == "80")
    #expect(!(share >= Fraction(80)))
    #expect(Fraction(80) >= share)
    #expect(Fraction(-1) >= Fraction(-2))
    #expect(!(Fraction(-2) >= Fraction(1)))
  }

  @Test("are given in lowest terms for an explanation")
  func lowestTerms() {
    let fraction = Fraction(Figure(-840), over: Figure(360)).lowestTerms
    #expect(fraction.numeratorText == "-7")
    #expect(fraction.denominatorText == "3")
  }
}

@Suite("Magnitudes")
struct MagnitudeTests {
  /// A linear congruential generator: the same seed gives the same numbers everywhere.
  struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 33)
    }
  }

  @Test("divide so that quotient × divisor + remainder gives the dividend back, with a remainder below the divisor")
  func division() {
    var generator = SeededGenerator(state: 20_200_611)
    // Limbs of all zeros and all ones are where long division goes wrong.
    func magnitude(limbs: Int) -> Magnitude {
      var value = Magnitude()
      for _ in 0..<limbs {
        let limb: UInt64 =
          switch generator.next() % 4 {
          case 0: 0
          case 1: .max
          case 2: 1 << 63
          default: generator.next()
          }
        value = value * Magnitude(UInt128(1) << 64) + Magnitude(UInt128(limb))
      }
      return value
    }
    for _ in 0..<20_000 {
      let dividend = magnitude(limbs: Int(generator.next() % 7) + 1)
      let divisor = magnitude(limbs: Int(generator.next() % 5) + 1)
      guard !divisor.isZero else { continue }
      let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
      #expect(remainder < divisor)
      #expect(quotient * divisor + remainder == dividend)
      #expect(divisor <= dividend || quotient.isZero)
    }
  }

  @Test("reckon with 128 bits as they do with more, on both sides of that edge")
  func smallAndWide() {
    var generator = SeededGenerator(state: 512)
    // Up to 132 bits: sums, products and differences cross the edge in both directions.
    func magnitude() -> (Magnitude, WideMagnitude) {
      let high = UInt128(generator.next() >> (generator.next() % 65))
      let low = UInt128(generator.next())
      let factor: UInt128 = generator.next() % 3 == 0 ? 1 << 68 : 1
      let value = high << 64 | low
      return (Magnitude(value) * Magnitude(factor), WideMagnitude(value) * WideMagnitude(factor))
    }
    var wideResults = 0
    for _ in 0..<20_000 {
      let ((a, wideA), (b, wideB)) = (magnitude(), magnitude())
      #expect((a + b).description == (wideA + wideB).description)
      #expect((a * b).description == (wideA * wideB).description)
      #expect((a < b) == (wideA < wideB))
      #expect((a == b) == (wideA == wideB))
      if b <= a { #expect((a - b).description == (wideA - wideB).description) }
      if case .wide = a * b { wideResults += 1 }
      let divisor = Magnitude.greatestCommonDivisor(a, b)
      if !divisor.isZero {
        let (left, right) = (a.quotientAndRemainder(dividingBy: divisor), b.quotientAndRemainder(dividingBy: divisor))
        #expect(left.remainder.isZero && right.remainder.isZero)
        #expect(Magnitude.greatestCommonDivisor(left.quotient, right.quotient) == Magnitude(1))
      }
    }
    #expect(wideResults > 5_000)
  }

  @Test("print all their digits")
  func digits() {
    let large = Magnitude(UInt128.max) * Magnitude(UInt128.max)
    #expect(
      large.description
        == "115792089237316195423570985008687907852589419931798687112530834793049593217025")
    #expect((large - large).description == "0")
    #expect((Magnitude(10) * 1_000_000_000_000_000_000 * 1_000_000_000_000_000_000).description.count == 38)
  }
}
