/// How far a milestone has come (method, section 4).
public enum Stage: String, Sendable, CaseIterable, Comparable {
  /// Not begun.
  case notStarted = "not_started"
  /// Under way.
  case started
  /// Done.
  case completed

  /// Whether one stage comes before another.
  public static func < (a: Stage, b: Stage) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .notStarted: 0
    case .started: 1
    case .completed: 2
    }
  }
}
