/// How much of other sessions' work a transaction sees.
public enum Isolation: String, Sendable, CaseIterable {
  /// Each statement sees what was committed before it began.
  case readCommitted = "read committed"
  /// Every statement sees what was committed before the first began.
  case repeatableRead = "repeatable read"
  /// As if transactions ran one after another; one may fail with ``SQLState/serializationFailure``.
  case serializable
}
