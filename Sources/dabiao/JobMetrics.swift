import Attainment
import Foundation
import Reporting

/// What a monitoring system is told of a job, in the text format that Prometheus' node exporter collects.
///
/// What this job does not know, as when the last one succeeded, is kept from the file before.
struct JobMetrics {
  private static let meanings: [(name: String, meaning: String)] = [
    ("dabiao_last_run_timestamp_seconds", "When the last job ended, in seconds since 1970."),
    ("dabiao_last_run_duration_seconds", "How long the last job took."),
    ("dabiao_last_run_exit_code", "What the last job ended with; 0 is success."),
    ("dabiao_last_success_timestamp_seconds", "When a job last ended with 0, in seconds since 1970."),
    ("dabiao_published_timestamp_seconds", "When the district was last published, in seconds since 1970."),
    ("dabiao_published_rows", "Rows of attainment in the newest publication."),
    ("dabiao_published_submissions", "Accepted figures that the newest publication used."),
    ("dabiao_published_findings", "Findings of the newest publication by severity."),
  ]

  private var samples: [String: String] = [:]

  /// Describes a job.
  init(started: Date, finished: Date, exitCode: Int32, runs: [PublishedRun]) {
    let end = Self.number(finished.timeIntervalSince1970)
    samples["dabiao_last_run_timestamp_seconds"] = end
    samples["dabiao_last_run_duration_seconds"] = Self.number(finished.timeIntervalSince(started))
    samples["dabiao_last_run_exit_code"] = String(exitCode)
    if exitCode == 0 { samples["dabiao_last_success_timestamp_seconds"] = end }
    for run in runs {
      let label = "district=\"\(run.district)\""
      samples["dabiao_published_timestamp_seconds{\(label)}"] = end
      samples["dabiao_published_rows{\(label)}"] = String(run.evaluations)
      samples["dabiao_published_submissions{\(label)}"] = String(run.submissions)
      for severity in Severity.allCases {
        samples["dabiao_published_findings{\(label),severity=\"\(severity.rawValue)\"}"] = String(
          run.findings[severity] ?? 0)
      }
    }
  }

  /// Replaces the file whole, so that a collector never reads half of it.
  ///
  /// - Throws: `MetricsError` when the file or its folder cannot be written.
  func write(to path: String) throws {
    let before = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    let text = text(keeping: before)
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
      // The collector runs as another user, whatever the job's umask.
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    } catch {
      throw MetricsError(path: path, reason: (error as NSError).localizedDescription)
    }
  }

  /// The whole text: this job's samples, and those of the text before that it does not replace.
  func text(keeping before: String) -> String {
    var all: [String: String] = [:]
    for line in before.split(separator: "\n") where !line.hasPrefix("#") {
      guard let space = line.lastIndex(of: " ") else { continue }
      all[String(line[..<space])] = String(line[line.index(after: space)...])
    }
    all.merge(samples) { _, new in new }
    return Self.meanings.map { name, meaning in
      let own = all.filter { $0.key == name || $0.key.hasPrefix(name + "{") }.sorted { $0.key < $1.key }
      guard !own.isEmpty else { return "" }
      return "# HELP \(name) \(meaning)\n# TYPE \(name) gauge\n"
        + own.map { "\($0.key) \($0.value)\n" }.joined()
    }.joined()
  }

  private static func number(_ seconds: Double) -> String {
    let milliseconds = Int((seconds * 1000).rounded())
    let fraction = String(milliseconds % 1000)
    return "\(milliseconds / 1000).\(String(repeating: "0", count: 3 - fraction.count))\(fraction)"
  }
}

/// The metrics could not be written.
struct MetricsError: Error {
  let path: String
  let reason: String
}
