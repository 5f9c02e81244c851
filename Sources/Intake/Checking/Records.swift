import Attainment
import Catalogue

/// What is on record of the figures that a file speaks of, and of those beside them in their series.
struct Records: Sendable {
  /// What became of a revision.
  enum Status: Hashable, Sendable {
    case accepted
    case awaitingReview
    case returned
  }

  /// One revision on record.
  struct Revision: Hashable, Sendable {
    var key: FigureKey
    var number: Int
    var status: Status
    var content: FigureContent
    /// Why it was returned; nil where it was not.
    var returnReason: String?
    /// Whether it was submitted before the file is; history may be loaded in any order.
    var isEarlier = true
    /// Whether a publication has used it.
    var isPublished = false
  }

  private var newest: [FigureKey: Revision] = [:]
  private var accepted: [FigureKey: Revision] = [:]
  private var stages: [Series: [Month: Stage]] = [:]

  /// A reporter's figures of an indicator.
  struct Series: Hashable, Sendable {
    var indicator: String
    var unit: String
  }

  /// Revisions in any order.
  init(_ revisions: [Revision] = []) {
    for revision in revisions.sorted(by: { $0.number < $1.number }) {
      newest[revision.key] = revision
      guard revision.isEarlier else { continue }
      if revision.status == .accepted { accepted[revision.key] = revision }
      guard revision.status != .returned, let stage = revision.content.stage else { continue }
      stages[Series(of: revision.key), default: [:]][revision.key.period] = stage
    }
  }

  /// The newest revision of a figure.
  func newest(_ key: FigureKey) -> Revision? { newest[key] }

  /// The revision of a figure that counts.
  func accepted(_ key: FigureKey) -> Revision? { accepted[key] }

  /// The accepted figure of the latest period of the year before a figure's own.
  func previous(_ key: FigureKey) -> Revision? { key.earlierInYear.lazy.compactMap { accepted[$0] }.first }

  /// The stages of a series that stand, by period: of each the newest that was not returned.
  func stages(_ series: Series) -> [Month: Stage] { stages[series] ?? [:] }
}

extension FigureKey {
  /// The same reporter's figures of the indicator in the months of the year before, the latest first.
  var earlierInYear: [FigureKey] {
    stride(from: period.month - 1, to: 0, by: -1).compactMap { month in
      Month(year: period.year, month: month).map { FigureKey(indicator: indicator, unit: unit, period: $0) }
    }
  }

  /// The same reporter's figure of the same period of last year, of the indicator that this one continues: where a base is
  /// not stated, its numbers are taken (method, section 4).
  ///
  /// - Parameter entry: the indicator.
  /// - Returns: nil where it continues none.
  func lastYear(of entry: WorkPlan.Indicator) -> FigureKey? {
    guard let code = entry.continues, let period = period.advanced(by: -12) else { return nil }
    return FigureKey(indicator: code, unit: unit, period: period)
  }
}

extension Records.Series {
  init(of key: FigureKey) { self.init(indicator: key.indicator, unit: key.unit) }
}
