import Postgres

/// A scratch database with the schema deployed and nothing in it, to be filled and then copied by the tests of a process.
public enum DeployedDatabase {
  /// Why there is no schema.
  public struct NotDeployed: Error, CustomStringConvertible {
    /// What the program said that should have made it.
    public let description: String

    /// Says it.
    public init(description: String) { self.description = description }
  }

  /// Creates one, which goes with the cluster.
  ///
  /// - Throws: ``NotDeployed``, ``ScratchDatabase/NoTestCluster``, or a `PostgresError`.
  public static func create() async throws -> ScratchDatabase {
    try await ScratchDatabase.create(template: deployed.value.name)
  }

  /// The one that is copied: two deployments at a time would be at odds over the roles, which the cluster has once.
  private static let deployed = Task {
    let database = try await ScratchDatabase.create()
    let deployed = try await run(
      "sqitch", ["--quiet", "deploy", "db:pg:\(database.name)"], directory: packageRoot + "/sql")
    guard deployed.status == 0 else { throw NotDeployed(description: deployed.stderr + deployed.stdout) }
    return database
  }
}
