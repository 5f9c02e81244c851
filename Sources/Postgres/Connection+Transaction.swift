import CLibPQ

extension Connection {
  /// Where the connection stands with regard to transactions.
  public enum TransactionStatus: Sendable, Hashable {
    /// Outside any transaction.
    case idle
    /// In a transaction.
    case open
    /// In a transaction that has failed and can only be rolled back.
    case failed
  }

  /// Where the connection stands with regard to transactions.
  ///
  /// - Throws: ``PostgresError`` when the connection is closed, lost, or in the middle of another statement.
  public func transactionStatus() throws(PostgresError) -> TransactionStatus {
    switch PQtransactionStatus(try ready(for: "").pointer) {
    case PQTRANS_IDLE: return .idle
    case PQTRANS_INERROR: return .failed
    default: return .open
    }
  }

  /// Carries out the body in a transaction: committed when the body returns, rolled back when it throws.
  ///
  /// - Parameters:
  ///   - isolation: how much of other sessions' work it sees.
  ///   - readOnly: whether writes are refused.
  ///   - deferrable: whether a serializable, read-only transaction waits until it can run undisturbed.
  ///   - snapshot: what it sees, shared by another connection; nil for what is committed when it begins. It needs the
  ///     isolation `repeatableRead` or `serializable`.
  ///   - body: the work; it must not end the transaction itself.
  /// - Returns: what the body gives.
  /// - Throws: what the body threw, or ``PostgresError``: of kind `rolledBack` when the body swallowed the error of a
  ///   statement, so that the server had rolled back what was to be committed.
  @discardableResult
  public func transaction<R>(
    _ isolation: Isolation = .readCommitted, readOnly: Bool = false, deferrable: Bool = false,
    snapshot: Snapshot? = nil, _ body: @Sendable (isolated Connection) throws -> R
  ) throws -> R {
    let begin =
      "begin isolation level \(isolation.rawValue)\(readOnly ? " read only" : "")\(deferrable ? " deferrable" : "")"
    guard try transactionStatus() == .idle else {
      throw PostgresError(
        .misuse, "a transaction is open already", hint: "Use savepoint inside a transaction.", sql: begin)
    }
    try execute(begin)
    let value: R
    do {
      if let snapshot { try take(snapshot) }
      value = try body(self)
      try commit()
    } catch {
      rollBack("rollback")
      throw error
    }
    return value
  }

  /// Carries out the body after a savepoint: kept when the body returns, rolled back to there when it throws.
  ///
  /// - Returns: what the body gives.
  /// - Throws: what the body threw, or ``PostgresError``.
  @discardableResult
  public func savepoint<R>(_ body: @Sendable (isolated Connection) throws -> R) throws -> R {
    savepointCount += 1
    let name = "dabiao_\(savepointCount)"
    try execute("savepoint \(name)")
    do {
      let value = try body(self)
      try execute("release savepoint \(name)")
      return value
    } catch {
      rollBack("rollback to savepoint \(name)")
      throw error
    }
  }

  private func commit() throws(PostgresError) {
    guard try transactionStatus() != .idle else {
      throw PostgresError(
        .misuse, "the transaction was ended inside its own body", hint: "Return or throw from the body instead.",
        sql: "commit")
    }
    // The server answers the COMMIT of a failed transaction with success, and with the tag ROLLBACK.
    let tag = try execute("commit").tag
    guard tag == "COMMIT" else {
      throw PostgresError(
        .rolledBack, "the transaction was rolled back instead of committed (\(tag))",
        hint: "A statement in it had failed; see its error.", sql: "commit")
    }
  }

  // A failure here is only logged: the error that led here is the one to be seen.
  func rollBack(_ sql: String) {
    do throws(PostgresError) {
      guard try transactionStatus() != .idle else { return }
      try execute(sql)
    } catch  where error.kind == .connectionLost {
      // The server rolls back by itself what a lost connection had open.
      logger.debug("\(sql) failed: \(error)")
    } catch {
      logger.warning("\(sql) failed: \(error)")
    }
  }
}
