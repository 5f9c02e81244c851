import Dispatch
import Foundation
import Postgres
import Synchronization

/// Ends the program on SIGTERM or SIGINT: what the server does is cancelled and undone, and the command then ends by itself.
enum Interruption {
  private struct State: Sendable {
    var signal: Int32?
    var watched: [Watched] = []
  }

  private struct Watched: Sendable {
    weak var connection: Connection?
  }

  private static let state = Mutex(State())
  private static let deadlines = DispatchQueue(label: "dabiao.interruption.deadline")
  private static let cancelling = DispatchQueue(label: "dabiao.interruption.cancel")

  /// How long the command has to end by itself.
  private static let patience = 4.0

  /// The signal that has come, if any.
  static var signal: Int32? { state.withLock { $0.signal } }

  /// One line about the signal and what became of the work.
  static func message(_ signal: Int32) -> String {
    "Stopped by \(signal == SIGINT ? "SIGINT" : "SIGTERM"). What was not finished is undone; the last publication stands."
  }

  /// What the program ends with after a signal, as a shell would say it: 143 for SIGTERM, 130 for SIGINT.
  static func exitCode(_ signal: Int32) -> Int32 { 128 + signal }

  /// Lets the signals be heard from now on.
  static func listen() {
    for number in [SIGTERM, SIGINT] {
      Foundation.signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: deadlines)
      source.setEventHandler {
        // Keeps the source for as long as the program lives.
        _ = source
        received(number)
      }
      source.resume()
    }
  }

  /// Has the connection's statement cancelled as well when a signal comes.
  static func watch(_ connection: Connection) {
    state.withLock { state in
      state.watched.removeAll { $0.connection == nil }
      state.watched.append(Watched(connection: connection))
    }
  }

  private static func received(_ number: Int32) {
    let isFirst = state.withLock { state in
      defer { state.signal = number }
      return state.signal == nil
    }
    guard isFirst else { return }
    guard state.withLock({ !$0.watched.isEmpty }) else { return endAtOnce(number) }
    deadlines.asyncAfter(deadline: .now() + patience) { endAtOnce(number) }
    cancelling.async(execute: cancel)
  }

  // Again and again: a request that comes between two statements stops nothing.
  private static func cancel() {
    for watched in state.withLock({ $0.watched }) { watched.connection?.canceller.cancel() }
    cancelling.asyncAfter(deadline: .now() + 0.1, execute: cancel)
  }

  // The server undoes what was open as soon as the connection is gone.
  private static func endAtOnce(_ number: Int32) {
    FileHandle.standardError.write(Data("dabiao: \(message(number))\n".utf8))
    _exit(exitCode(number))
  }
}
