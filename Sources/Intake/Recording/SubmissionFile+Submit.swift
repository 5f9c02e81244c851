import Attainment
import Encoding
import Foundation
import Postgres
import Wording

extension SubmissionFile {
  /// Submits the file: accepted whole or refused whole, and on record either way.
  ///
  /// The file is read and judged before any lock is taken, so that a hopeless one holds nobody up; one without fault is
  /// judged again under the district's lock, by what stands then. A line adds nothing where it equals what stands on
  /// record now and was not returned; any other becomes the next revision. Under a plan with automatic review a figure is
  /// accepted the moment it is submitted.
  ///
  /// - Parameters:
  ///   - connection: a connection whose login may submit.
  ///   - district: code of the district; nil for the only one.
  ///   - isCheck: whether the file is only checked, and nothing recorded.
  ///   - submittedAt: the moment of submission, for loading history; now where nil.
  ///   - earlier: the receipt of a file submitted before; the plans read for it are read again only where they have
  ///     changed.
  /// - Returns: what became of the file, with every fault of a refused one.
  /// - Throws: ``IntakeError`` when the request cannot be carried out; `PostgresError` when the database refuses.
  public func submit(
    on connection: isolated Connection, district: String?, isCheck: Bool = false, submittedAt: Instant? = nil,
    after earlier: Receipt? = nil
  ) throws -> Receipt {
    if submittedAt != nil { try History.permit(on: connection) }
    let (form, draft) = try draft()
    let districtID = try DistrictKey(district, on: connection).districtID
    let (first, book) = try connection.transaction { connection -> (Receipt?, PlanBook) in
      let context = try DraftContext(
        of: draft, districtID: districtID, submittedAt: submittedAt, reusing: earlier?.book, on: connection)
      let judgement = context.judge(draft)
      if isCheck {
        let outcome: Receipt.Outcome = judgement.faults.isEmpty ? .passesCheck : .failsCheck
        return (Receipt(outcome, form, draft, judgement, context), context.book)
      }
      guard !judgement.faults.isEmpty else { return (nil, context.book) }
      let receipt = try record(
        judgement, draft, form, context, districtID, isHistory: submittedAt != nil, on: connection)
      return (receipt, context.book)
    }
    if let first { return first }
    return try Intake.holding(districtID, on: connection) { connection in
      try connection.transaction { connection in
        try recorded(draft, form, districtID, submittedAt: submittedAt, reusing: book, on: connection)
      }
    }
  }

  /// Submits the file within the transaction that the connection is in, while nobody else submits in the district.
  ///
  /// - Throws: as ``submit(on:district:isCheck:submittedAt:)``.
  package func submitted(
    on connection: isolated Connection, district: String?, submittedAt: Instant? = nil
  ) throws -> Receipt {
    let (form, draft) = try draft()
    return try recorded(
      draft, form, try DistrictKey(district, on: connection).districtID, submittedAt: submittedAt, on: connection)
  }

  private func recorded(
    _ draft: Draft, _ form: TextEncoding?, _ districtID: String, submittedAt: Instant?, reusing book: PlanBook? = nil,
    on connection: isolated Connection
  ) throws -> Receipt {
    let context = try DraftContext(
      of: draft, districtID: districtID, submittedAt: submittedAt, reusing: book, on: connection)
    return try record(
      context.judge(draft), draft, form, context, districtID, isHistory: submittedAt != nil, on: connection)
  }

  private func record(
    _ judgement: Judgement, _ draft: Draft, _ form: TextEncoding?, _ context: DraftContext, _ districtID: String,
    isHistory: Bool, on connection: isolated Connection
  ) throws -> Receipt {
    let same = try acceptedBefore(districtID, on: connection)
    let record = BatchRecord(
      districtID: districtID, moment: isHistory ? context.moment : nil, judgement: judgement)
    let batch = try record.write(self, form: form, draft: draft, on: connection)
    try record.writeFaults(batch, on: connection)
    guard judgement.faults.isEmpty else { return Receipt(.refused(batch: batch), form, draft, judgement, context) }
    try record.writeFigures(batch, book: context.book, on: connection)
    return Receipt(.accepted(batch: batch), form, draft, judgement, context, sameAs: same)
  }

  /// The last batch of the same bytes that was accepted.
  private func acceptedBefore(_ districtID: String, on connection: isolated Connection) throws -> Int? {
    let row = try connection.queryOne(
      """
      select max(batch_id) as batch_id
      from intake.batch
      where
          district_id = $1
          and sha256 = decode($2, 'hex')
          and outcome = 'accepted'
      """, [districtID, sha256])
    return row["batch_id"].flatMap { Int($0) }
  }
}

extension DraftContext {
  /// Judges the draft that the context was read for.
  func judge(_ draft: Draft) -> Judgement {
    Check.judge(draft, by: book, windows: windows, records: records, at: moment)
  }
}
