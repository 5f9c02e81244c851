import Foundation

/// What the machine has to be like for the job to run each morning.
struct MachineExamination {
  let exports: String
  let crontab: String
  /// Where systemd keeps the timers that are enabled.
  var timer = "/etc/systemd/system/timers.target.wants/dabiao.timer"

  /// Room for this many bytes there must be at least: a year of exports of a large district.
  private static let room = 100 << 20

  /// Each examination, in the order in which they are told.
  func all() -> [Diagnosis] { [schedule(), writing(), disk()] }

  /// Whether cron or the timer will start the job.
  func schedule() -> Diagnosis {
    let subject = "schedule"
    if FileManager.default.fileExists(atPath: timer) { return .well(subject, "dabiao.timer is enabled") }
    func ill(_ finding: String, _ advice: String) -> Diagnosis {
      .ill(subject, ExitStatus.configuration, "\(crontab) \(finding)", advice)
    }
    guard let bytes = FileManager.default.contents(atPath: crontab) else {
      return ill("is not there", "Copy cron/dabiao to it, or enable dabiao.timer.")
    }
    let name = crontab.split(separator: "/").last ?? ""
    guard !name.contains(".") else { return ill("has a dot in its name", "cron skips such files: rename it.") }
    guard bytes.last == UInt8(ascii: "\n") else {
      return ill("does not end in a newline", "cron refuses such a file: add the newline.")
    }
    let attributes = try? FileManager.default.attributesOfItem(atPath: crontab)
    let mode = (attributes?[.posixPermissions] as? Int) ?? 0
    guard mode & 0o022 == 0, (attributes?[.ownerAccountID] as? Int) == 0 else {
      return ill(
        "is not root's alone to write", "cron refuses such a file: chown root: \(crontab); chmod 644 \(crontab)")
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    guard let entry = lines.first(where: { !$0.hasPrefix("#") && $0.contains("dabiao-monthly") }) else {
      return ill("does not start the job", "Copy cron/dabiao to it again.")
    }
    let script = entry.split(separator: " ").last.map(String.init) ?? ""
    guard FileManager.default.isExecutableFile(atPath: script) else {
      return ill("starts \(script), which is not there or cannot be executed", "Install cron/dabiao-monthly there.")
    }
    return .well(subject, "\(crontab): \(entry.split(separator: " ").prefix(5).joined(separator: " "))")
  }

  /// Whether an export could be written and renamed.
  func writing() -> Diagnosis {
    let subject = "exports"
    let probe = "\(exports)/.doctor.\(getpid())"
    do {
      guard FileManager.default.fileExists(atPath: exports) else {
        return .ill(
          subject, ExitStatus.cannotWrite, "\(exports) is not there",
          "Make it: install --directory --owner dabiao --group dabiao --mode 2750 \(exports)")
      }
      try FileManager.default.createDirectory(atPath: probe, withIntermediateDirectories: false)
      try FileManager.default.removeItem(atPath: probe)
    } catch {
      return .ill(
        subject, ExitStatus.cannotWrite, "\(exports) cannot be written: \((error as NSError).localizedDescription)",
        "Give the job's user the right to write there, and run doctor as that user.")
    }
    return .well(subject, "\(exports) can be written")
  }

  /// Whether there is room for exports.
  func disk() -> Diagnosis {
    let subject = "disk"
    guard let free = try? FileManager.default.attributesOfFileSystem(forPath: exports)[.systemFreeSize] as? Int else {
      return .ill(subject, ExitStatus.cannotWrite, "the room of \(exports) cannot be found out", "See above.")
    }
    guard free >= Self.room else {
      return .ill(
        subject, ExitStatus.cannotWrite, "\(free >> 20) MiB are free at \(exports)",
        "Free some room, \(Self.room >> 20) MiB at least.")
    }
    return .well(subject, "\(free >> 20) MiB are free at \(exports)")
  }
}
