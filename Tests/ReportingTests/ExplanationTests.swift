import Attainment
import Testing

@testable import Reporting

private func indicator(
  _ measure: Measure, _ direction: Direction? = .atLeast, frequency: Frequency = .monthly
) -> Indicator {
  Indicator(measure: measure, direction: direction, accumulation: .cumulative, frequency: frequency)
}

/// A complete measurement of a month.
private func measured(
  _ month: Int, _ value: Int?, over denominator: Int? = nil, base: Int? = nil, baseOver: Int? = nil,
  period: Int? = nil
) -> Measurement {
  Measurement(
    reportedMonth: month, figurePeriod: period ?? month, latestDue: month, value: value.map { Figure($0) },
    denominator: denominator.map { Figure($0) }, baseValue: base.map { Figure($0) },
    baseDenominator: baseOver.map { Figure($0) }, days: 182)
}

/// The rule that decided, and why, in both languages.
private func reason(
  _ indicator: Indicator, _ measurement: Measurement, _ target: Int?
) throws -> (Int, String, String) {
  let month = try #require(Month(year: 2020, month: measurement.reportedMonth))
  let target = target.map { Target(Figure($0)) }
  let evaluation = indicator.evaluate(measurement, target: target)
  let sentence =
    RuleReason(
      indicator: indicator, measurement: measurement, target: target, evaluation: evaluation, month: month
    ).sentence
  return (evaluation.rule, sentence.zh, sentence.en)
}

@Suite("Why a rule decided")
struct RuleReasonTests {
  @Test("each rule quotes the figures that made it apply, in both languages")
  func everyRule() throws {
    let total = indicator(.total)
    let limit = indicator(.stock, .atMost)
    let cases = [
      (
        try reason(indicator(.share, frequency: .quarterly), Measurement(reportedMonth: 2), 1), 1, "首个应报月份为2020-03",
        "the first is that of 2020-03"
      ),
      (
        try reason(total, Measurement(reportedMonth: 4, latestDue: 4), 1), 2, "应报至2020-04",
        "figures were due up to 2020-04"
      ),
      (try reason(total, measured(6, 5), nil), 3, "没有目标", "there is no target"),
      (try reason(total, measured(6, 500), 400), 4, "达标率125%", "attainment 125 % reaches 100 %"),
      (
        try reason(indicator(.total, .atMost), measured(6, 500), 400), 5, "实绩500已超过上限400",
        "the actual 500 exceeds the limit 400"
      ),
      (
        try reason(total, measured(6, 5, period: 5), 400), 6, "最新数据仅至2020-05",
        "figures were due up to 2020-06, the latest are of 2020-05"
      ),
      (
        try reason(total, measured(12, 399), 400), 7, "达标率99.75%，低于100%", "attainment 99.75 % is below 100 %"
      ),
      (
        try reason(limit, measured(12, 0), 400), 7, "实绩为零或负，视为达到100%", "a level of zero or less reaches 100 %"
      ),
      (try reason(total, measured(6, 200), 400), 8, "进度比100%，不低于100%", "pace 100 % is at least 100 %"),
      (
        try reason(total, measured(6, 190), 400), 8, "进度比95%，低于100%，不低于下限90%",
        "pace 95 % is below 100 %, but not below the floor 90 %"
      ),
      (try reason(total, measured(6, 90), 400), 8, "进度比45%，低于下限90%", "pace 45 % is below the floor 90 %"),
      (
        try reason(limit, measured(6, -1), 400), 8, "实绩为零或负",
        "a level of zero or less meets a target that is not to be exceeded"
      ),
    ]
    for (found, rule, zh, en) in cases {
      #expect(found.0 == rule)
      #expect(found.1.contains(zh), "\(found.1)")
      #expect(found.2.contains(en), "\(found.2)")
    }
  }

  @Test("what keeps a target from being assessed is named")
  func notAssessable() throws {
    let (growth, intensity) = (indicator(.growth), indicator(.intensityChange, .atMost))
    let cases = [
      (try reason(growth, measured(6, 5), 1), "有报送单位缺同期基数", "the base of a reporter is missing"),
      (try reason(growth, measured(6, 5, base: -3), 1), "同期基数-3不大于0", "the base -3 is not above 0"),
      (try reason(indicator(.share), measured(6, 5, over: 0), 1), "分母0不大于0", "the denominator 0 is not above 0"),
      (
        try reason(intensity, measured(6, 5, over: 2, base: 4), -3), "有报送单位缺同期分母",
        "the base denominator of a reporter is missing"
      ),
      (
        try reason(intensity, measured(6, 5, over: 2, base: 4, baseOver: 0), -3),
        "同期分母0不大于0", "the base denominator 0 is not above 0"
      ),
      (
        try reason(indicator(.stock), measured(6, 5), 0), "目标不大于0，不能作除数",
        "the target is not above 0 and cannot be divided by"
      ),
    ]
    for (found, zh, en) in cases {
      #expect(found == (3, zh, en))
    }
  }

  @Test("a pace that prints as its bound shows its exact value")
  func exactAtTheBound() throws {
    let found = try reason(indicator(.stock), measured(6, 99_999_999), 100_000_000)
    #expect(found.2 == "pace 100 (= 99999999/1000000) % is below 100 %, but not below the floor 95 %")
  }
}

@Suite("Formulas with their numbers")
struct FormulaTests {
  private let values = [
    "A": "10", "B": "8", "N": "3", "D": "4", "N₀": "5", "D₀": "6", "v": "-2", "days": "182", "Σp": "145", "n": "2",
    "scale": "10000", "t": "0.5", "actual": "(145/2)",
  ]

  @Test("each measure's actual")
  func actual() {
    let expected: [Measure: (String, String)] = [
      .total: ("A", "10"), .stock: ("A", "10"), .growth: ("(A / B − 1) × 100", "(10 / 8 − 1) × 100"),
      .rate: ("A", "10"), .share: ("N / D × 100", "3 / 4 × 100"), .ratio: ("N / D × scale", "3 / 4 × 10000"),
      .intensityChange: ("((N / D) / (N₀ / D₀) − 1) × 100", "((3 / 4) / (5 / 6) − 1) × 100"),
      .dailyAverage: ("A / days", "10 / 182"), .milestone: ("Σp / n", "145 / 2"), .progress: ("Σp / n", "145 / 2"),
    ]
    for measure in Measure.allCases {
      let formula = Formula.actual(of: measure, isComplete: true, values)
      #expect(formula.symbols == expected[measure]?.0)
      #expect(formula.numbers == expected[measure]?.1)
    }
    #expect(Formula.actual(of: .milestone, isComplete: false, values).symbols == "min(Σp / n, 99)")
  }

  @Test("attainment, with a negative number in brackets")
  func attainment() {
    let intensity = Formula.attainment(of: .intensityChange, direction: .atMost, isGranted: false, values)
    #expect(intensity.symbols == "((N₀ / D₀) × (1 + v/100)) / (N / D) × 100")
    #expect(intensity.numbers == "((5 / 6) × (1 + (-2)/100)) / (3 / 4) × 100")
    let rate = Formula.attainment(of: .rate, direction: .atLeast, isGranted: false, values)
    #expect(rate.symbols == "(100 + A) / (100 + v) × 100")
    #expect(rate.numbers == "(100 + 10) / (100 + (-2)) × 100")
    let ratio = Formula.attainment(of: .ratio, direction: .atMost, isGranted: false, values)
    #expect(ratio.symbols == "v / (N / D × scale) × 100")
    #expect(
      Formula.attainment(of: .stock, direction: .maintain, isGranted: true, values).symbols == "A / (v − t) × 100")
    #expect(Formula.attainment(of: .progress, direction: nil, isGranted: false, values).numbers == "(145/2)")
  }
}

@Suite("Cells of a row")
struct EvaluationCellsTests {
  @Test("a cell for each published column, empty where there is nothing to say")
  func cells() throws {
    var district = SmallDistrict(
      [try SmallDistrict.indicator(.total, reporters: ["east"])], targets: [try SmallDistrict.target(Figure(400))])
    try district.submit(SmallDistrict.Content(value: Figure(200)), for: "2020-06", at: "2020-07-02T09:00+08")
    let results = try district.results(through: 6, at: "2020-07-11T00:00+08")
    let cells = EvaluationCells(results.rows[0], results.courses[0], first: Figure(500), year: 2020).cells
    let byColumn = Dictionary(uniqueKeysWithValues: cells.map { ($0.column, $0.text) })
    #expect(cells.count == 24)
    #expect(byColumn["figure_period"] == "2020-06")
    #expect(byColumn["target_revision"] == "1")
    #expect(byColumn["attainment_pct"] == "50")
    #expect(byColumn["pace_pct"] == "100")
    #expect(byColumn["required_per_month"] == "33.3333")
    #expect(byColumn["provisional"] == "false")
    #expect(byColumn["first_target"] == "500")
    #expect(byColumn["base_value"] == .some(nil))
  }
}
