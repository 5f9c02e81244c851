import Attainment

extension Severity: Named {
  /// What people call the severity.
  public var name: Phrase {
    switch self {
    case .info: Phrase(zh: "提示", en: "info")
    case .warning: Phrase(zh: "警告", en: "warning")
    case .error: Phrase(zh: "错误", en: "error")
    }
  }
}
