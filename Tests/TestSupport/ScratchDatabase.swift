import Foundation
import Logging
import Postgres

/// A database of a test's own, on the server that the environment points to, dropped when the test is over.
public struct ScratchDatabase: Sendable {
  /// Why a test may not touch the server that the environment points to.
  public struct NoTestCluster: Error, CustomStringConvertible {
    /// What is missing and what would be right.
    public let description =
      "DABIAO_TEST_CLUSTER is not set, so the server may hold real data; run the tests as scripts/with-cluster swift test"
  }

  /// The database's name.
  public let name: String
  /// The database's connection URI, complete: it needs nothing from the environment.
  public let uri: String

  /// Creates a database, gives it to the body, and drops it, whatever the body did.
  ///
  /// - Parameters:
  ///   - template: the database to copy, which nobody may be connected to; nil for the server's default.
  ///   - isolation: the caller's.
  ///   - body: the work.
  /// - Returns: what the body gives.
  /// - Throws: what the body threw, ``NoTestCluster``, or a `PostgresError`.
  public static func with<R>(
    template: String? = nil, isolation: isolated (any Actor)? = #isolation,
    _ body: (ScratchDatabase) async throws -> R
  ) async throws -> R {
    let database = try await create(template: template)
    let value: R
    do {
      value = try await body(database)
    } catch {
      // The test's own error is the one to be seen.
      try? await database.drop()
      throw error
    }
    try await database.drop()
    return value
  }

  /// Creates a database that lasts until ``drop()``, as a template for others.
  ///
  /// - Throws: ``NoTestCluster``, or a `PostgresError`.
  public static func create(template: String? = nil) async throws -> ScratchDatabase {
    guard ProcessInfo.processInfo.environment["DABIAO_TEST_CLUSTER"] != nil else { throw NoTestCluster() }
    let name = "scratch_" + UUID().uuidString.lowercased().replacingOccurrences(of: "-", with: "")
    var statement = try "create database \(Quoting.identifier(name))"
    if let template { statement += try " template \(Quoting.identifier(template))" }
    let server = try await Connection.open(uri(ofDatabase: "postgres"), applicationName: "tests", logger: logger)
    try await server.execute(statement)
    await server.close()
    return ScratchDatabase(name: name, uri: uri(ofDatabase: name))
  }

  /// Drops the database, ending every session in it.
  ///
  /// - Throws: a `PostgresError`.
  public func drop() async throws {
    let server = try await Connection.open(
      Self.uri(ofDatabase: "postgres"), applicationName: "tests", logger: Self.logger)
    try await server.execute("drop database if exists \(Quoting.identifier(name)) with (force)")
    await server.close()
  }

  /// Opens a connection to the database.
  ///
  /// - Parameters:
  ///   - user: the role to connect as; nil for the cluster's superuser.
  ///   - logger: where notices go; nowhere by default.
  /// - Returns: the open connection.
  /// - Throws: a `PostgresError`.
  public func connect(as user: String? = nil, logger: Logger? = nil) async throws -> Connection {
    try await Connection.open(uri(as: user), applicationName: "tests", logger: logger ?? Self.logger)
  }

  /// The database's connection URI for a role.
  public func uri(as user: String?) -> String { Self.uri(ofDatabase: name, user: user) }

  private static let logger = Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() }

  private static func uri(ofDatabase name: String, user: String? = nil) -> String {
    let environment = ProcessInfo.processInfo.environment
    func encoded(_ text: String) -> String {
      text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? text
    }
    let parts = [
      ("host", environment["PGHOST"]), ("port", environment["PGPORT"]), ("user", user ?? environment["PGUSER"]),
    ]
    let query = parts.compactMap { key, value in value.map { "\(key)=\(encoded($0))" } }
    return "postgresql:///\(encoded(name))?\(query.joined(separator: "&"))"
  }
}
