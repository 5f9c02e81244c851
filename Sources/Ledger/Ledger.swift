import Attainment
import Catalogue

/// What was submitted and reviewed of a year's figures by an instant.
///
/// The figures are held in little room: a district may have hundreds of thousands. Rows are named by ``Revision``; what
/// one says is read by the ledger's own functions.
public struct Ledger: Sendable {
  /// Names one submitted revision of a figure.
  public struct Revision: Sendable, Hashable {
    let row: Int32
  }

  /// Names the account of one figure, an assignment's in a period: its revisions and their reviews.
  public struct Account: Sendable, Hashable {
    /// Place of the assignment.
    public let assignment: Int
    /// The period, 1 to 12.
    public let period: Int

    /// Names an account.
    public init(assignment: Int, period: Int) {
      self.assignment = assignment
      self.period = period
    }

    fileprivate var place: Int { 12 * assignment + period - 1 }
  }

  var rows: [Row] = []
  var reviews: [Review] = []
  /// Numbers that 64 bits do not hold, in millionths.
  var wideNumbers: [Int128] = []
  /// The last entered of each account's rows, which name the one before; -1 where there is none.
  private var heads: [Int32]
  private var reviewHeads: [Int32: Int32] = [:]

  /// A ledger with nothing in it.
  ///
  /// - Parameter assignments: how many assignments the plan has.
  init(assignments: Int) { heads = Array(repeating: -1, count: 12 * assignments) }

  /// Enters a submitted revision.
  mutating func enter(_ row: consuming Row, of account: Account) {
    row.previous = heads[account.place]
    heads[account.place] = Int32(rows.count)
    rows.append(row)
  }

  /// Enters a review.
  mutating func enter(_ review: consuming Review, of account: Account) {
    let key = Int32(account.place)
    review.previous = reviewHeads[key] ?? -1
    reviewHeads[key] = Int32(reviews.count)
    reviews.append(review)
  }

  /// Every revision of an account, in no order.
  func forEachRevision(of account: Account, _ body: (Revision) -> Void) {
    var row = heads[account.place]
    while row >= 0 {
      body(Revision(row: row))
      row = rows[Int(row)].previous
    }
  }

  /// The last review of a revision at or before an instant; nil where there is none (method, section 3).
  func latestReview(of revision: Revision, of account: Account, at instant: Instant) -> Review? {
    guard !reviewHeads.isEmpty else { return nil }
    var latest: Review?
    var next = reviewHeads[Int32(account.place)] ?? -1
    while next >= 0 {
      let review = reviews[Int(next)]
      if review.revision == rows[Int(revision.row)].revision, review.at <= instant.microseconds,
        latest.map({ ($0.at, $0.ordinal) < (review.at, review.ordinal) }) ?? true
      {
        latest = review
      }
      next = review.previous
    }
    return latest
  }
}
