import Attainment
import Wording

/// What the page of a month is made of: rows of the views of `report`, their figures as the text that `data/` holds.
struct MonthReport: Sendable {
  /// Where the figures come from.
  struct Publication: Sendable {
    let district: Phrase
    let planTitle: Phrase
    /// Where the plan's targets come from, as the plan says it.
    let planSource: String
    let month: Month
    /// The as-of instant in UTC, ISO 8601.
    let asOf: String
    /// The same by the clock of the plan's time zone, `2020-07-11 00:00`.
    let asOfLocal: String
    let timeZone: String
    /// How many accepted figures were used.
    let submissions: String
    /// SHA-256 over them, in hexadecimal.
    let submissionsSHA256: String
    let programVersion: String
    /// Whether the plan or a submission's note says that figures are samples.
    let isSynthetic: Bool
  }

  /// An indicator at district level.
  struct Target: Sendable {
    let indicator: String
    let section: String
    let name: Phrase
    let leadUnit: String
    let isLivelihood: Bool
    let isHeadline: Bool
    let unitOfMeasure: String
    var target: String?
    var actual: String?
    var attainment: String?
    var expected: String?
    var pace: String?
    let verdict: Verdict
    var figurePeriod: String?
    var coverage: String?
    let isProvisional: Bool
    var projected: String?
    var requiredPerMonth: String?
  }

  /// A unit's part of a target, where it is behind.
  struct LaggingUnit: Sendable {
    let indicator: String
    let unit: String
    let pace: String?
    let verdict: Verdict
  }

  /// How many indicators have each light.
  struct LightCount: Sendable, Equatable {
    var green = 0
    var yellow = 0
    var red = 0
    var grey = 0

    var total: Int { green + yellow + red + grey }
  }

  /// A section's counts.
  struct Section: Sendable {
    let section: String
    let title: Phrase
    let lights: LightCount
    let worstIndicator: String?
  }

  /// A lead unit's score and reporting rates.
  struct Scorecard: Sendable {
    let unit: String
    let name: Phrase
    let score: String?
    let lights: LightCount
    let completeness: String?
    let timeliness: String?
    let acceptance: String?
    let worstIndicator: String?
  }

  /// An indicator in one of the year's months, all taken at the same as-of instant.
  struct TrendPoint: Sendable {
    let indicator: String
    let month: Month
    let target: String?
    let actual: String?
    let pace: String?
    let verdict: Verdict
  }

  /// What was found about one kind of fault; only the first few messages are kept.
  struct Finding: Sendable {
    let code: FindingCode
    let severity: Severity
    var count = 0
    var messages: [Phrase] = []
  }

  /// A row that differs from the month's publication before this one.
  struct Revision: Sendable {
    let indicator: String
    let name: Phrase
    let unit: String?
    let previousActual: String?
    let actual: String?
    let previousVerdict: Verdict?
    let verdict: Verdict
  }

  /// What a reporter wrote beside its latest accepted figure.
  struct Note: Sendable {
    let indicator: String
    let unit: String
    let period: Month
    let text: String
  }

  let publication: Publication
  /// In plan order, as are the other lists.
  var targets: [Target] = []
  var laggingUnits: [LaggingUnit] = []
  var sections: [Section] = []
  var scorecards: [Scorecard] = []
  var trend: [TrendPoint] = []
  var findings: [Finding] = []
  /// How many findings of each code an indicator has.
  var findingCounts: [String: [FindingCode: Int]] = [:]
  var revisions: [Revision] = []
  /// How many revisions there are; the list may hold only the first.
  var revisionCount = 0
  var notes: [Note] = []
  /// Names of units by their codes.
  var unitNames: [String: Phrase] = [:]
}

extension MonthReport.LightCount {
  /// The counts of some verdicts.
  init(_ verdicts: some Sequence<Verdict>) {
    for verdict in verdicts { self[verdict.light] += 1 }
  }

  /// The count of one light.
  subscript(light: Light) -> Int {
    get {
      switch light {
      case .green: green
      case .yellow: yellow
      case .red: red
      case .grey: grey
      }
    }
    set {
      switch light {
      case .green: green = newValue
      case .yellow: yellow = newValue
      case .red: red = newValue
      case .grey: grey = newValue
      }
    }
  }
}

extension MonthReport {
  /// The indicators with a red or a yellow light: red first, then the lowest pace, as the summaries rank. Of equal paces,
  /// that of which more is expected has the larger shortfall and comes first.
  var behind: [Target] {
    [Light.red, .yellow].flatMap { light in
      targets.filter { $0.verdict.light == light }.sorted(byFigure: \.expected, highestFirst: true)
        .sorted(byFigure: \.pace)
    }
  }

  /// The scorecards from the highest score to the lowest, those without one last.
  var ranked: [Scorecard] { scorecards.sorted(byFigure: \.score, highestFirst: true) }
}

extension Sequence {
  /// The elements from the lowest figure to the highest or the other way round, exactly; those without one last, ties in
  /// the order that they had.
  func sorted(byFigure text: (Element) -> String?, highestFirst: Bool = false) -> [Element] {
    map { (figure: text($0).flatMap { Figure(sum: $0) }, element: $0) }.sorted { a, b in
      guard let first = a.figure else { return false }
      guard let second = b.figure else { return true }
      return highestFirst ? first > second : first < second
    }.map(\.element)
  }
}
