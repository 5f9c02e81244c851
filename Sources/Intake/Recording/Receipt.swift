import Attainment
import Encoding
import Wording

/// What became of a file.
public struct Receipt: Sendable {
  /// What was decided.
  public enum Outcome: Equatable, Sendable {
    /// The file was accepted whole; its figures are stored.
    case accepted(batch: Int)
    /// The file was refused whole; it is on record and nothing of it is stored.
    case refused(batch: Int)
    /// Checked only, and without fault; nothing is stored.
    case passesCheck
    /// Checked only, and with faults; nothing is stored.
    case failsCheck
  }

  /// What was decided.
  public let outcome: Outcome
  /// The form found: an encoding, or a workbook; nil when the file is neither.
  public let encoding: TextEncoding?
  /// The last batch of the same bytes that was accepted; nil where there is none.
  public let sameAs: Int?
  /// Data lines, those not filled in among them.
  public let lineCount: Int
  /// Every fault, by line and column.
  public let faults: [Fault]
  /// The figures of the file that add something and wait for the office.
  public let awaitingCount: Int

  /// The moment of submission.
  public let moment: Instant

  /// The plans that it was judged by.
  let book: PlanBook
  let judgement: Judgement
  let draft: Draft

  init(
    _ outcome: Outcome, _ encoding: TextEncoding?, _ draft: Draft, _ judgement: Judgement, _ context: DraftContext,
    sameAs: Int? = nil
  ) {
    self.outcome = outcome
    self.encoding = encoding
    self.sameAs = sameAs
    moment = context.moment
    book = context.book
    self.draft = draft
    self.judgement = judgement
    lineCount = draft.lineCount
    faults = judgement.faults
    awaitingCount = judgement.decisions.count { decision in
      decision.revision != nil && context.book[decision.entry.key.period.year]?.plan.review == .required
    }
  }

  /// Whether the file was refused, or would be.
  public var isRefused: Bool { !faults.isEmpty }
  /// Figures submitted for the first time.
  public var newCount: Int { judgement.decisions.count { $0.effect == .new } }
  /// Figures that say something else than their newest revision, and so become the next one.
  public var correctionCount: Int {
    judgement.decisions.count { if case .correction = $0.effect { true } else { false } }
  }
  /// Figures sent again after they were returned.
  public var answerCount: Int { judgement.decisions.count { if case .answer = $0.effect { true } else { false } } }
  /// Figures that stand on record already and add nothing.
  public var unchangedCount: Int { judgement.decisions.count { $0.effect == .unchanged } }
  /// Prepared lines without a figure.
  public var unfilledCount: Int { judgement.unfilled.count }
}
