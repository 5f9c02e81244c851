import Foundation
import Postgres
import TestSupport
import Testing

/// All of this module's tests, one after another, because some of them measure memory and time.
@Suite(.serialized, .needsDatabase) enum PostgresTests {}

/// The error of a test's own body.
struct Marker: Error, Equatable {}

/// Checks that this process has not grown, except under AddressSanitizer, which gives no memory back.
func expectGrowth(_ mebibytes: Double, below limit: Double, sourceLocation: SourceLocation = #_sourceLocation) {
  guard ProcessInfo.processInfo.environment["ASAN_OPTIONS"] == nil else { return }
  #expect(mebibytes < limit, "grew by \(mebibytes) MiB", sourceLocation: sourceLocation)
}

/// The memory that this process holds now, in MiB.
func residentMiB() throws -> Double {
  let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
  let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") })
  return try #require(line.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }.first) / 1_024
}

extension Connection {
  /// Checks that the connection takes statements and answers rightly.
  func expectUsable(sourceLocation: SourceLocation = #_sourceLocation) throws {
    #expect(try queryOne("select 6 * 7 as answer")["answer"] == "42", sourceLocation: sourceLocation)
    #expect(try transactionStatus() == .idle, sourceLocation: sourceLocation)
  }
}
