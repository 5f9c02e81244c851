import Attainment
import Foundation
import Postgres

extension SubmissionFile {
  /// Submits the file: accepted whole or refused whole, and on record either way.
  ///
  /// A line equal to the newest revision of its figure adds nothing, unless that revision was returned; any other line
  /// becomes the next revision. Under a plan with automatic review a figure is accepted the moment it is submitted.
  ///
  /// - Parameters:
  ///   - connection: a connection whose login may submit.
  ///   - district: code of the district; nil for the only one.
  ///   - isCheck: whether the file is only checked, and nothing recorded.
  ///   - submittedAt: the moment of submission, for loading history; now where nil.
  /// - Returns: what became of the file, with every fault of a refused one.
  /// - Throws: ``IntakeError`` when the request cannot be carried out; `PostgresError` when the database refuses.
  public func submit(
    on connection: isolated Connection, district: String?, isCheck: Bool = false, submittedAt: Instant? = nil
  ) throws -> Receipt {
    if submittedAt != nil { try History.permit(on: connection) }
    func submitted(_ connection: isolated Connection) throws -> Receipt {
      try connection.transaction { connection in
        try self.submitted(on: connection, district: district, isCheck: isCheck, submittedAt: submittedAt)
      }
    }
    if isCheck { return try submitted(connection) }
    let districtID = try DistrictKey(district, on: connection).districtID
    return try Intake.holding(districtID, on: connection, submitted)
  }

  /// Submits the file within the transaction that the connection is in, while nobody else submits in the district.
  ///
  /// - Throws: as ``submit(on:district:isCheck:submittedAt:)``.
  package func submitted(
    on connection: isolated Connection, district: String?, isCheck: Bool = false, submittedAt: Instant? = nil
  ) throws -> Receipt {
    let districtID = try DistrictKey(district, on: connection).districtID
    let moment = try connection.queryOne(
      "select coalesce($1::timestamptz, now())::text as moment", [submittedAt?.description]
    ).required("moment")
    if !isCheck, let batch = try knownBatch(districtID, on: connection) {
      return Receipt(
        outcome: .alreadyKnown(batch: batch), encoding: nil, lineCount: 0, newCount: 0, correctionCount: 0,
        unchangedCount: 0, faults: [], faultCount: 0)
    }
    return try decide(
      districtID, moment: moment, isHistory: submittedAt != nil, isCheck: isCheck, on: connection)
  }

  private func decide(
    _ districtID: String, moment: String, isHistory: Bool, isCheck: Bool, on connection: isolated Connection
  ) throws -> Receipt {
    var log = FaultLog()
    var lineCount = 0
    var detected: TextEncoding?
    switch form {
    case .failure(let doubt):
      log.add(doubt.lines.map { .encoding($0, doubt) })
    case .success(.oldWorkbook):
      log.add(.oldWorkbook())
    case .success(.csv(let encoding)):
      detected = encoding
      lineCount = try StagedRows(
        encoding: encoding, faults: &log, on: connection, reading: forEachPieceAsSent
      ).lineCount
    case .success(.workbook(let workbook)):
      detected = .workbook
      log.add(workbook.faults)
      if let text = workbook.text {
        lineCount = try StagedRows(
          encoding: .utf8, faults: &log, on: connection, reading: text.forEachPiece
        ).lineCount
      }
    }
    if lineCount > 0 {
      try ContextCheck(districtID: districtID, submittedAt: moment).run(faults: &log, on: connection)
    }
    let faults = try log.listed(on: connection)
    let faultCount = log.count
    func receipt(_ outcome: Receipt.Outcome, _ stored: Stored = Stored()) -> Receipt {
      Receipt(
        outcome: outcome, encoding: detected, lineCount: lineCount, newCount: stored.new,
        correctionCount: stored.corrected, unchangedCount: lineCount - stored.new - stored.corrected, faults: faults,
        faultCount: faultCount)
    }
    if isCheck { return receipt(log.isEmpty ? .passesCheck : .failsCheck) }
    let batch = try record(
      districtID, moment: isHistory ? moment : nil, encoding: detected, lineCount: lineCount, faults: faults,
      on: connection)
    try log.record(districtID: districtID, batch: batch, on: connection)
    guard log.isEmpty else { return receipt(.refused(batch: batch)) }
    return receipt(
      .accepted(batch: batch), try store(districtID, batch: batch, moment: moment, isHistory: isHistory, on: connection)
    )
  }

  private func knownBatch(_ districtID: String, on connection: isolated Connection) throws -> Int? {
    try connection.queryFirst(
      """
      select batch_id
      from intake.batch
      where
          district_id = $1
          and sha256 = decode($2, 'hex')
          and outcome = 'accepted'
      order by batch_id
      limit 1
      """, [districtID, sha256]
    ).flatMap { Int(try $0.required("batch_id")) }
  }

  /// Puts the file on record, as received now where no moment is given: only the owner may give one.
  ///
  /// - Returns: its number.
  private func record(
    _ districtID: String, moment: String?, encoding: TextEncoding?, lineCount: Int, faults: [Fault],
    on connection: isolated Connection
  ) throws -> Int {
    try ReceivedBytes.send(self, on: connection)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    let row = try connection.queryOne(
      """
      insert into intake.batch (
          district_id, file_name, content, encoding, line_count, outcome, faults
          \(moment == nil ? "" : ", received_at")
      )
      select
          $1,
          $2,
          coalesce(string_agg(piece, ''::bytea order by ordinal), ''),
          $3,
          $4,
          $5,
          $6
          \(moment == nil ? "" : ", $7")
      from pg_temp.received
      returning batch_id
      """,
      [
        districtID, name, encoding?.rawValue, String(lineCount), faults.isEmpty ? "accepted" : "refused",
        String(decoding: try encoder.encode(faults), as: UTF8.self),
      ] + (moment.map { [$0] } ?? []))
    return Int(try row.required("batch_id")) ?? 0
  }

  /// How many lines became a first revision, and how many a later one.
  private struct Stored {
    var new = 0
    var corrected = 0
  }

  private func store(
    _ districtID: String, batch: Int, moment: String, isHistory: Bool, on connection: isolated Connection
  ) throws -> Stored {
    var stored = Stored()
    try connection.forEachRow(Self.storing(isHistory: isHistory), [districtID, String(batch), moment]) { row in
      if row.text(0) == "1" { stored.new += 1 } else { stored.corrected += 1 }
    }
    return stored
  }

  /// The instant of a figure is its transaction's, which only the owner may replace.
  private static func storing(isHistory: Bool) -> String {
    """
    with
    newest as (
        select distinct on (submission.period, submission.indicator, submission.unit)
            submission.*,
            latest_review.outcome as review_outcome
        from intake.submission
        join pg_temp.staged
            on
                staged.period = submission.period
                and staged.indicator = submission.indicator
                and staged.unit = submission.unit
        left join lateral (
            select review.outcome
            from intake.review
            where
                review.district_id = $1
                and review.period = submission.period
                and review.indicator = submission.indicator
                and review.unit = submission.unit
                and review.revision = submission.revision
            order by
                review.reviewed_at desc,
                review.review_id desc
            limit 1
        ) as latest_review on true
        where submission.district_id = $1
        order by
            submission.period,
            submission.indicator,
            submission.unit,
            submission.revision desc
    )

    insert into intake.submission (
        district_id, period, indicator, unit, revision, batch_id, line, value, denominator, base_value,
        base_denominator, stage, progress, occurred_on, note, accepted_at\(isHistory ? ", submitted_at" : "")
    )
    select
        $1,
        staged.period,
        staged.indicator,
        staged.unit,
        coalesce(newest.revision, 0) + 1,
        $2,
        staged.line,
        staged.value,
        staged.denominator,
        staged.base_value,
        staged.base_denominator,
        staged.stage,
        staged.progress,
        staged.occurred_on,
        staged.note,
        case when checked.review = 'automatic' then $3::timestamptz end
        \(isHistory ? ", $3::timestamptz" : "")
    from pg_temp.staged
    join pg_temp.checked on checked.line = staged.line
    left join newest
        on
            newest.period = staged.period
            and newest.indicator = staged.indicator
            and newest.unit = staged.unit
    where
        newest.revision is null
        or newest.review_outcome = 'returned'
        or (
            newest.value, newest.denominator, newest.base_value, newest.base_denominator, newest.stage,
            newest.progress, newest.occurred_on, newest.note
        ) is distinct from (
            staged.value, staged.denominator, staged.base_value, staged.base_denominator, staged.stage,
            staged.progress, staged.occurred_on, staged.note
        )
    returning revision
    """
  }
}
