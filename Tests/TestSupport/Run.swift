import Dispatch
import Foundation

/// What a program left behind when it ended.
public struct ProgramOutcome: Sendable {
  /// The exit status; for a program ended by a signal, 128 and the signal's number.
  public let status: Int32
  /// What it wrote to the standard output.
  public let stdout: String
  /// What it wrote to the standard error.
  public let stderr: String
}

/// Runs a program to its end.
///
/// - Parameters:
///   - executable: a path, or a name to be found in `PATH`.
///   - arguments: its arguments.
///   - environment: variables that replace or join those of this process; nil removes one.
///   - input: what it reads from the standard input.
///   - directory: where it runs; nil for the current directory.
///   - deadline: when it is ended by force.
/// - Returns: its status and what it wrote.
/// - Throws: when it cannot be started.
public func run(
  _ executable: String, _ arguments: [String] = [], environment: [String: String?] = [:], input: String = "",
  directory: String? = nil, deadline: Duration = .seconds(120)
) async throws -> ProgramOutcome {
  try await withCheckedThrowingContinuation { continuation in
    // On a thread that may block, outside the concurrency pool.
    DispatchQueue(label: "tests.run").async {
      continuation.resume(
        with: Result {
          try runBlocking(
            executable, arguments, environment: environment, input: input, directory: directory, deadline: deadline)
        })
    }
  }
}

/// The path of an executable that this package builds, beside the test bundle.
public func builtExecutable(_ name: String) -> String {
  let tests = URL(fileURLWithPath: ProcessInfo.processInfo.arguments.first ?? ".")
  return tests.resolvingSymlinksInPath().deletingLastPathComponent().appendingPathComponent(name).path
}

/// The root of the package, found from this source file.
public var packageRoot: String {
  URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .path
}

// The streams are files, not pipes: a file never fills up, and a program that stops reading raises no SIGPIPE here.
private func runBlocking(
  _ executable: String, _ arguments: [String], environment: [String: String?], input: String, directory: String?,
  deadline: Duration
) throws -> ProgramOutcome {
  let files = FileManager.default
  let scratch = files.temporaryDirectory.appendingPathComponent("dabiao-run-\(UUID().uuidString)")
  try files.createDirectory(at: scratch, withIntermediateDirectories: true)
  defer { try? files.removeItem(at: scratch) }
  let streams = ["in", "out", "err"].map { scratch.appendingPathComponent($0) }
  try Data(input.utf8).write(to: streams[0])
  try Data().write(to: streams[1])
  try Data().write(to: streams[2])

  let process = Process()
  if executable.contains("/") {
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
  } else {
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [executable] + arguments
  }
  var variables = ProcessInfo.processInfo.environment
  for (name, value) in environment { variables[name] = value }
  process.environment = variables
  if let directory { process.currentDirectoryURL = URL(fileURLWithPath: directory) }
  process.standardInput = try FileHandle(forReadingFrom: streams[0])
  process.standardOutput = try FileHandle(forWritingTo: streams[1])
  process.standardError = try FileHandle(forWritingTo: streams[2])
  let ended = DispatchSemaphore(value: 0)
  process.terminationHandler = { _ in ended.signal() }
  try process.run()
  let (seconds, attoseconds) = deadline.components
  if ended.wait(timeout: .now() + Double(seconds) + Double(attoseconds) / 1e18) == .timedOut {
    kill(process.processIdentifier, SIGKILL)
    ended.wait()
  }
  let status = process.terminationStatus
  return ProgramOutcome(
    status: process.terminationReason == .uncaughtSignal ? 128 + status : status,
    stdout: String(decoding: try Data(contentsOf: streams[1]), as: UTF8.self),
    stderr: String(decoding: try Data(contentsOf: streams[2]), as: UTF8.self))
}
