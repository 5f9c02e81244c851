import CLibPQ

/// Owns one result of libpq and clears it on every path.
struct QueryResult: ~Copyable {
  /// The result; nil when libpq could not make one.
  let pointer: OpaquePointer?

  init(_ pointer: OpaquePointer?) { self.pointer = pointer }

  deinit { PQclear(pointer) }

  var status: ExecStatusType { PQresultStatus(pointer) }

  var tag: String { PQcmdStatus(pointer).map { String(cString: $0) } ?? "" }

  var affectedRows: Int { PQcmdTuples(pointer).flatMap { Int(String(cString: $0)) } ?? 0 }

  var rowCount: Int { Int(PQntuples(pointer)) }

  var columnCount: Int { Int(PQnfields(pointer)) }

  var columnNames: [String] {
    (0..<PQnfields(pointer)).map { column in PQfname(pointer, column).map { String(cString: $0) } ?? "" }
  }

  /// The bytes of a column; nil for null. They live as long as the result.
  func bytes(row: Int, column: Int) -> UnsafeRawBufferPointer? {
    let row = Int32(row)
    let column = Int32(column)
    guard PQgetisnull(pointer, row, column) == 0, let value = PQgetvalue(pointer, row, column) else { return nil }
    return UnsafeRawBufferPointer(start: value, count: Int(PQgetlength(pointer, row, column)))
  }

  func errorField(_ code: Int32) -> String? {
    PQresultErrorField(pointer, code).map { String(cString: $0) }
  }
}
