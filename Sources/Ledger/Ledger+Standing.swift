import Attainment

extension Ledger {
  /// What became of a revision by an instant (method, section 3).
  public enum Status: Sendable, Hashable {
    /// It counts.
    case accepted
    /// Nobody has reviewed it.
    case awaitingReview
    /// It was returned, for this reason.
    case returned(reason: String)
  }

  /// What stands for a figure at an instant.
  public struct Standing: Sendable {
    private var acceptedRow: Int32 = -1
    private var newestRow: Int32 = -1

    /// What stands for a figure of which nothing was submitted.
    public static let none = Standing(accepted: nil, newest: nil)

    init(accepted: Revision?, newest: Revision?) {
      acceptedRow = accepted?.row ?? -1
      newestRow = newest?.row ?? -1
    }

    /// The revision that counts; nil where none does.
    public var accepted: Revision? { acceptedRow < 0 ? nil : Revision(row: acceptedRow) }

    /// The newest revision; nil where there is none.
    public var newest: Revision? { newestRow < 0 ? nil : Revision(row: newestRow) }

    /// The newest revision where it does not count.
    public var newestNotCounting: Revision? { newestRow == acceptedRow ? nil : newest }
  }

  /// What became of a revision by an instant: the last review decides, and before any review the plan's own acceptance
  /// (method, section 3).
  public func status(of revision: Revision, in account: Account, at instant: Instant) -> Status {
    if let review = latestReview(of: revision, of: account, at: instant) {
      return review.isAcceptance ? .accepted : .returned(reason: review.reason ?? "")
    }
    return rows[Int(revision.row)].acceptedAt <= instant.microseconds ? .accepted : .awaitingReview
  }

  /// What stands for a figure at an instant: its newest revision, and the highest that is accepted (method, section 3).
  public func standing(of account: Account, at instant: Instant) -> Standing {
    var (accepted, newest): (Revision?, Revision?)
    forEachRevision(of: account) { revision in
      let row = rows[Int(revision.row)]
      guard row.submittedAt <= instant.microseconds else { return }
      if row.revision > number(of: newest) { newest = revision }
      guard row.revision > number(of: accepted) else { return }
      if case .accepted = status(of: revision, in: account, at: instant) { accepted = revision }
    }
    return Standing(accepted: accepted, newest: newest)
  }

  /// When a figure was first submitted; nil where it never was by then.
  public func firstSubmitted(of account: Account, by instant: Instant) -> Instant? {
    var first: Instant?
    forEachRevision(of: account) { revision in
      let row = rows[Int(revision.row)]
      guard row.revision == 1, row.submittedAt <= instant.microseconds else { return }
      first = Instant(microseconds: row.submittedAt)
    }
    return first
  }

  /// When anything last happened to a figure by an instant: a submission, an acceptance or a review.
  public func lastChange(of account: Account, by instant: Instant) -> Instant? {
    var last: Int64?
    forEachRevision(of: account) { revision in
      let row = rows[Int(revision.row)]
      guard row.submittedAt <= instant.microseconds else { return }
      let acceptedAt = row.acceptedAt <= instant.microseconds ? row.acceptedAt : row.submittedAt
      let reviewedAt = latestReview(of: revision, of: account, at: instant)?.at ?? row.submittedAt
      last = max(last ?? .min, row.submittedAt, acceptedAt, reviewedAt)
    }
    return last.map { Instant(microseconds: $0) }
  }

  private func number(of revision: Revision?) -> Int32 { revision.map { rows[Int($0.row)].revision } ?? 0 }
}

extension Ledger {
  /// When a revision that counts was accepted, and by whom; nobody where the plan accepts by itself.
  public func acceptance(
    of revision: Revision, in account: Account, at instant: Instant
  ) -> (at: Instant, by: String?)? {
    if let review = latestReview(of: revision, of: account, at: instant) {
      return review.isAcceptance ? (Instant(microseconds: review.at), review.reviewer) : nil
    }
    let acceptedAt = rows[Int(revision.row)].acceptedAt
    return acceptedAt <= instant.microseconds ? (Instant(microseconds: acceptedAt), nil) : nil
  }
}
