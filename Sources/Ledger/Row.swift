import Attainment

extension Ledger {
  /// One submitted revision, of fixed size.
  struct Row: Sendable {
    /// Which of its numbers a row has.
    enum Number: Int, CaseIterable {
      case value
      case denominator
      case baseValue
      case baseDenominator
      case progress
    }

    /// The numbers in millionths, or their places among the wide ones.
    var numbers = InlineArray<5, Int64>(repeating: 0)
    /// Microseconds since 2000.
    var submittedAt: Int64
    /// Microseconds since 2000; the greatest number where it was not accepted without review.
    var acceptedAt: Int64
    var revision: Int32
    /// Days since 2000; the least number where there is none.
    var occurredOn: Int32 = .min
    /// The row entered before it in the same account; -1 for none.
    var previous: Int32 = -1
    /// A bit for each number that is there.
    var present: UInt8 = 0
    /// A bit for each number that is kept among the wide ones.
    var wide: UInt8 = 0
    /// The stage's place in ``Attainment/Stage/allCases``; -1 where there is none.
    var stage: Int8 = -1
    /// Whether a reason, a next step, evidence or a note stands beside the figure.
    var hasRemark = false

    init(revision: Int32, submittedAt: Int64, acceptedAt: Int64?) {
      self.revision = revision
      self.submittedAt = submittedAt
      self.acceptedAt = acceptedAt ?? .max
    }
  }

  /// One review of a revision.
  struct Review: Sendable {
    /// The revision reviewed.
    let revision: Int32
    /// Microseconds since 2000.
    let at: Int64
    /// Decides between reviews of one instant: the later one has the greater.
    let ordinal: Int64
    /// Whether it accepts; otherwise it returns.
    let isAcceptance: Bool
    /// Why.
    let reason: String?
    /// Login that made it.
    let reviewer: String?
    /// The review entered before it in the same account; -1 for none.
    var previous: Int32 = -1
  }

  /// Keeps a number of a row.
  mutating func set(_ number: Row.Number, _ millionths: Int128?, of row: inout Row) {
    guard let millionths else { return }
    row.present |= 1 << UInt8(number.rawValue)
    if let small = Int64(exactly: millionths) {
      row.numbers[number.rawValue] = small
    } else {
      row.wide |= 1 << UInt8(number.rawValue)
      row.numbers[number.rawValue] = Int64(wideNumbers.count)
      wideNumbers.append(millionths)
    }
  }

  private func number(_ number: Row.Number, of revision: Revision) -> Figure? {
    let row = rows[Int(revision.row)]
    let bit: UInt8 = 1 << UInt8(number.rawValue)
    guard row.present & bit != 0 else { return nil }
    let stored = row.numbers[number.rawValue]
    return Figure(millionths: row.wide & bit != 0 ? wideNumbers[Int(stored)] : Int128(stored))
  }

  /// The value or numerator as submitted.
  public func value(of revision: Revision) -> Figure? { number(.value, of: revision) }

  /// The denominator as submitted.
  public func denominator(of revision: Revision) -> Figure? { number(.denominator, of: revision) }

  /// The base as stated.
  public func baseValue(of revision: Revision) -> Figure? { number(.baseValue, of: revision) }

  /// The base denominator as stated.
  public func baseDenominator(of revision: Revision) -> Figure? { number(.baseDenominator, of: revision) }

  /// Progress in percent as submitted.
  public func progress(of revision: Revision) -> Figure? { number(.progress, of: revision) }

  /// The stage of a milestone.
  public func stage(of revision: Revision) -> Stage? {
    let stage = rows[Int(revision.row)].stage
    return stage < 0 ? nil : Stage.allCases[Int(stage)]
  }

  /// The day on which the stage was reached.
  public func occurredOn(of revision: Revision) -> Day? {
    let day = rows[Int(revision.row)].occurredOn
    return day == .min ? nil : Day(daysSince2000: day)
  }

  /// Whether its reporter says more than the figure: a reason, a next step, evidence or a note (method, section 14).
  public func hasRemark(_ revision: Revision) -> Bool { rows[Int(revision.row)].hasRemark }

  /// The number of the revision, from 1.
  public func number(of revision: Revision) -> Int { Int(rows[Int(revision.row)].revision) }

  /// When it was submitted.
  public func submittedAt(of revision: Revision) -> Instant {
    Instant(microseconds: rows[Int(revision.row)].submittedAt)
  }
}
