import Testing

@testable import Attainment

@Suite("Weighted means")
struct WeightedMeanTests {
  private static func mean(_ terms: [(Fraction, Figure)]) -> Fraction? {
    var mean = WeightedMean()
    for (credit, weight) in terms { mean.add(credit, weight: weight) }
    return mean.value
  }

  @Test("there is no mean of nothing")
  func nothing() { #expect(WeightedMean().value == nil) }

  @Test("weights count, of whole things and of parts")
  func weights() {
    let mean = Self.mean([(Fraction(100), Figure(2)), (Fraction(40), Figure(millionths: 500_000))])
    #expect(mean?.rounded.description == "88")
  }

  @Test("thirds add up to the whole that they are, so that a grade is reached exactly")
  func thirds() throws {
    let third = Fraction(Figure(100), over: Figure(3))
    let twoThirds = Fraction(Figure(200), over: Figure(3))
    let mean = try #require(Self.mean([(third, Figure(1)), (twoThirds, Figure(1))]))
    #expect(!(mean < Fraction(50)) && !(Fraction(50) < mean))
  }

  @Test("what lies a hair below a bound is below it")
  func below() throws {
    let hair = Fraction(
      Figure(millionths: 99_999_999_999_999_999_999), over: Figure(millionths: 1_000_000_000_000_000_000))
    let mean = try #require(Self.mean([(hair, Figure(1)), (Fraction(100), Figure(1))]))
    #expect(mean < Fraction(100))
    #expect(mean.rounded.description == "100")
  }

  @Test("thousands of credits with great denominators fit")
  func many() throws {
    let credit = Fraction(
      Figure(millionths: 99_999_999_999_999_999_997), over: Figure(millionths: 1_000_000_000_000_000_003))
    let weight = Figure(millionths: 99_999_999_999_999_999_999)
    let mean = try #require(Self.mean((0..<5000).map { _ in (credit, weight) }))
    #expect(mean.rounded == credit.rounded)
  }
}
