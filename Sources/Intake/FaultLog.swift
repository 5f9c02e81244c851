import Postgres

/// The faults of one file: a bounded number in memory, the others in a temporary table of the transaction.
struct FaultLog: Sendable {
  /// Most faults held in memory between two spills.
  static let bufferLimit = 5_000
  /// Most faults that a receipt lists.
  static let listLimit = 1_000

  private(set) var count = 0
  private var buffer: [Fault] = []
  private var isSpilled = false

  var isEmpty: Bool { count == 0 }

  mutating func add(_ fault: Fault) {
    count += 1
    buffer.append(fault)
  }

  mutating func add(_ others: some Sequence<Fault>) {
    for fault in others { add(fault) }
  }

  /// Moves the faults to the temporary table where many have gathered.
  mutating func spillIfFull(on connection: isolated Connection) throws {
    if buffer.count >= Self.bufferLimit { try spill(on: connection) }
  }

  /// The first ``listLimit`` faults by line and, within a line, by column in the order of the format.
  mutating func listed(on connection: isolated Connection) throws -> [Fault] {
    guard isSpilled else { return Array(Self.sorted(buffer).prefix(Self.listLimit)) }
    try spill(on: connection)
    return try connection.query(
      """
      select
          line,
          column_name,
          code,
          found,
          found_zh,
          wanted,
          wanted_zh
      from pg_temp.found_fault
      order by
          line,
          place,
          ordinal
      limit \(Self.listLimit)
      """
    ).compactMap { row in
      guard let code = Fault.Code(rawValue: try row.required("code")) else { return nil }
      return Fault(
        code, line: Int(try row.required("line")) ?? 0, column: try row.required("column_name"),
        found: try row.required("found"), foundChinese: try row.required("found_zh"),
        wanted: try row.required("wanted"), wantedChinese: try row.required("wanted_zh"))
    }
  }

  /// Puts every fault on record with its batch.
  mutating func record(
    districtID: String, batch: Int, on connection: isolated Connection
  ) throws {
    guard !isEmpty else { return }
    try spill(on: connection)
    try connection.execute(
      """
      insert into intake.fault (
          district_id, batch_id, ordinal, line, column_name, code, found, found_zh, wanted, wanted_zh
      )
      select
          $1,
          $2,
          row_number() over (
              order by
                  line,
                  place,
                  ordinal
          ),
          line,
          column_name,
          code,
          found,
          found_zh,
          wanted,
          wanted_zh
      from pg_temp.found_fault
      """, [districtID, String(batch)])
  }

  private mutating func spill(on connection: isolated Connection) throws {
    if !isSpilled {
      try connection.script(Self.table)
      isSpilled = true
    }
    let first = count - buffer.count
    let faults = buffer
    try connection.copyIn("copy pg_temp.found_fault from stdin") { copy in
      for (offset, fault) in faults.enumerated() {
        try copy.row([
          String(first + offset), String(fault.line), String(Self.place(of: fault)), fault.column, fault.code.rawValue,
          fault.found, fault.foundChinese, fault.wanted, fault.wantedChinese,
        ])
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private static func sorted(_ faults: [Fault]) -> [Fault] {
    faults.enumerated().sorted { left, right in
      (left.element.line, place(of: left.element), left.offset)
        < (right.element.line, place(of: right.element), right.offset)
    }.map(\.element)
  }

  private static func place(of fault: Fault) -> Int { SubmissionColumn(rawValue: fault.column)?.ordinal ?? -1 }

  private static let table = """
    create temporary table found_fault (
        ordinal integer not null,
        line integer not null,
        place integer not null,
        column_name text not null,
        code text not null,
        found text not null,
        found_zh text not null,
        wanted text not null,
        wanted_zh text not null
    ) on commit drop
    """
}
