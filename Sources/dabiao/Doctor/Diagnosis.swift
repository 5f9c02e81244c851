/// What an examination found about one thing.
struct Diagnosis: Sendable {
  /// What is to be done about something that is wrong, and the exit code that stands for it.
  struct Remedy: Sendable {
    let code: Int32
    let advice: String
  }

  let subject: String
  let finding: String
  let remedy: Remedy?

  /// Something that is as it should be.
  static func well(_ subject: String, _ finding: String) -> Diagnosis {
    Diagnosis(subject: subject, finding: finding, remedy: nil)
  }

  /// Something that is wrong, and what to do.
  static func ill(_ subject: String, _ code: Int32, _ finding: String, _ advice: String) -> Diagnosis {
    Diagnosis(subject: subject, finding: finding, remedy: Remedy(code: code, advice: advice))
  }

  /// An examination that failed itself.
  static func failed(_ subject: String, _ error: any Error) -> Diagnosis {
    let status = ExitStatus(of: error) ?? ExitStatus(internalError: error)
    return .ill(subject, status.code, status.message, "See docs/operations.md for exit code \(status.code).")
  }

  /// One line, or two where something is to be done.
  var text: String {
    guard let remedy else { return "ok    \(subject): \(finding)" }
    return "FAIL  \(subject): \(finding)\n      \(remedy.advice)"
  }
}
