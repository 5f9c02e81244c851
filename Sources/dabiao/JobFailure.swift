import Reporting

/// What went wrong in a job of several months or districts; the others were done.
struct JobFailure: Error {
  /// A district or a month of it that was not published.
  struct Part: Sendable {
    let subject: String
    let error: any Error
  }

  let parts: [Part]

  /// The gravest code of all, and a line for each part.
  var status: (code: Int32, message: String) {
    let statuses = parts.map { part in
      let status = ExitStatus(of: part.error) ?? ExitStatus(internalError: part.error)
      return (code: status.code, line: "\(part.subject): \(status.message)")
    }
    let gravest = ExitStatus.gravest(statuses.map(\.code))
    return (gravest, statuses.map(\.line).joined(separator: "\ndabiao: "))
  }
}
