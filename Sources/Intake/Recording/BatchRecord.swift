import Attainment
import Encoding
import Foundation
import Postgres
import Wording

/// Puts a file, its faults and its figures on record, in the transaction that the connection is in.
struct BatchRecord {
  let districtID: String
  /// The moment of submission of history; nil where the database's clock tells it.
  let moment: Instant?
  let judgement: Judgement

  /// The first faults, as the batch itself keeps them.
  static let listedFaults = 1_000

  /// Writes the file.
  ///
  /// - Returns: its number.
  func write(
    _ file: SubmissionFile, form: TextEncoding?, draft: Draft, on connection: isolated Connection
  ) throws -> Int {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    let faults = try encoder.encode(judgement.faults.prefix(Self.listedFaults).map(\.self))
    let row = try connection.queryOne(
      """
      insert into intake.batch (
          district_id, file_name, content, encoding, line_count, outcome, faults, filled_by, checked_by, phone
          \(moment == nil ? "" : ", received_at")
      )
      values ($1, $2, decode($3, 'hex'), $4, $5, $6, $7, $8, $9, $10\(moment == nil ? "" : ", $11"))
      returning batch_id
      """,
      [
        districtID, file.name.replacing("\0", with: "\u{FFFD}"), Hexadecimal.text(file.bytes), form?.rawValue,
        String(draft.lineCount), judgement.faults.isEmpty ? "accepted" : "refused",
        String(decoding: faults, as: UTF8.self), contact(.filledBy, draft), contact(.checkedBy, draft),
        contact(.phone, draft),
      ] + (moment.map { [$0.description] } ?? []))
    return Int(try row.required("batch_id")) ?? 0
  }

  private func contact(_ contact: Vocabulary.Contact, _ draft: Draft) -> String? {
    draft.contacts[contact]?.replacing("\0", with: "\u{FFFD}")
  }

  /// Writes every fault.
  func writeFaults(_ batch: Int, on connection: isolated Connection) throws {
    guard !judgement.faults.isEmpty else { return }
    let faults = judgement.faults
    try insert(
      "intake.fault", ["district_id", "batch_id"],
      ["ordinal", "line", "column_name", "cell", "code", "found", "found_zh", "wanted", "wanted_zh"],
      of: ["integer", "integer", "text", "text", "text", "text", "text", "text", "text"],
      values: [districtID, String(batch)],
      rows: faults.enumerated().map { index, fault in
        [
          String(index + 1), String(fault.line), fault.column?.rawValue ?? "", fault.cell, fault.code.rawValue,
          fault.text.found.en, fault.text.found.zh, fault.text.wanted.en, fault.text.wanted.zh,
        ]
      }, on: connection)
  }

  /// Writes the figures that add something. Those under a plan with automatic review are accepted at once.
  func writeFigures(_ batch: Int, book: PlanBook, on connection: isolated Connection) throws {
    let written = judgement.decisions.compactMap { decision in decision.revision.map { (decision.entry, $0) } }
    guard !written.isEmpty else { return }
    let now = moment.map { "'\($0.description)'::timestamptz" } ?? "now()"
    try insert(
      "intake.submission",
      ["district_id", "batch_id"] + (moment == nil ? [] : ["submitted_at"]),
      [
        "period", "indicator", "unit", "revision", "line", "value", "denominator", "base_value", "base_denominator",
        "stage", "progress", "occurred_on", "reason", "next_step", "evidence", "note", "accepted_at",
      ],
      of: [
        "date", "text", "text", "integer", "integer", "numeric", "numeric", "numeric", "numeric", "text", "numeric",
        "date", "text", "text", "text", "text", "boolean",
      ],
      values: [districtID, String(batch)] + (moment.map { [$0.description] } ?? []),
      computed: ["accepted_at": "case when accepted_at then \(now) end"],
      rows: written.map { entry, revision in
        let content = entry.content
        let isAutomatic = book[entry.key.period.year]?.plan.review == .automatic
        return [
          entry.key.period.firstDay.description, entry.key.indicator, entry.key.unit, String(revision),
          String(entry.line), content.value?.description, content.denominator?.description,
          content.baseValue?.description, content.baseDenominator?.description, content.stage?.rawValue,
          content.progress?.description, content.occurredOn?.description, content.reason, content.nextStep,
          content.evidence, content.note, isAutomatic ? "t" : "f",
        ]
      }, on: connection)
  }

  /// Inserts rows: some columns hold one value for all of them, the others come as an array each.
  private func insert(
    _ table: String, _ shared: [String], _ columns: [String], of types: [String], values: [String],
    computed: [String: String] = [:], rows: [[String?]], on connection: isolated Connection
  ) throws {
    let first = values.count
    let arrays = types.indices.map { "$\(first + $0 + 1)::\(types[$0])[]" }.joined(separator: ", ")
    let selected = shared.indices.map { "$\($0 + 1)" } + columns.map { computed[$0] ?? $0 }
    try connection.execute(
      """
      insert into \(table) (\((shared + columns).joined(separator: ", ")))
      select \(selected.joined(separator: ", "))
      from unnest(\(arrays)) as row (\(columns.joined(separator: ", ")))
      """, values + columns.indices.map { column in Self.array(rows.map { $0[column] }) })
  }

  /// Texts as PostgreSQL writes an array of them.
  private static func array(_ texts: [String?]) -> String {
    let elements = texts.map { text in
      guard let text else { return "null" }
      let plain = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\0", with: "\u{FFFD}")
      return "\"\(plain)\""
    }
    return "{\(elements.joined(separator: ","))}"
  }
}
