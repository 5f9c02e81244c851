import Testing

@testable import Attainment

@Suite("Decimal expansions and order of fractions")
struct ExpansionTests {
  @Test("an expansion is cut off, towards zero, without zeros at the end")
  func expansion() {
    let third = Fraction(Figure(1), over: Figure(3))
    #expect(third.expansion(places: 20) == "0.33333333333333333333")
    #expect((Fraction(0) - third * 200).expansion(places: 60) == "-66." + String(repeating: "6", count: 60))
    #expect(Fraction(Figure(7), over: Figure(4)).expansion(places: 60) == "1.75")
    #expect(Fraction(Figure(1), over: Figure(1_000_000_000_000)).expansion(places: 20) == "0.000000000001")
    #expect(Fraction(0).expansion(places: 60) == "0")
    #expect(Fraction(Figure(2), over: Figure(3)).expansion(places: 0) == "0")
  }

  @Test("the lesser of two, and order by cross-multiplication")
  func order() {
    let (third, half) = (Fraction(Figure(1), over: Figure(3)), Fraction(Figure(1), over: Figure(2)))
    #expect(third < half)
    #expect(!(half < half))
    #expect(Fraction.lesser(half, third).rounded.description == "0.3333")
    #expect(Fraction.lesser(Fraction(-1), third).rounded.description == "-1")
  }
}
