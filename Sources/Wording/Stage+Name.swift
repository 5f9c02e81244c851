import Attainment

extension Stage: Named {
  /// What people call the stage, be it of a building site or of an event.
  public var name: Phrase {
    switch self {
    case .notStarted: Phrase(zh: "未启动", en: "not started")
    case .started: Phrase(zh: "已启动", en: "started")
    case .completed: Phrase(zh: "已完成", en: "completed")
    }
  }
}
