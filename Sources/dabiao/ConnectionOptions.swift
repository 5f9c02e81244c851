import ArgumentParser
import Logging
import Postgres

/// Which database and which district a command works on.
struct ConnectionOptions: ParsableArguments {
  @Option(help: "Connection URI or keyword string; libpq's own environment otherwise. Put no password in it.")
  var database: String = ""

  @Option(help: "Code of the district; needed only where the database holds several.")
  var district: String?

  // What stands on a command line, everybody on the machine can read.
  func validate() throws {
    guard Connection.holdsPassword(database) else { return }
    throw ValidationError(
      "--database holds a password, which every user of this machine can read in the list of processes. "
        + "Take it out, change it, and put the new one into ~/.pgpass.")
  }

  /// A connection to the database.
  ///
  /// - Returns: an open connection.
  /// - Throws: `PostgresError` when the server cannot be reached.
  func connect() async throws -> Connection {
    let connection = try await Connection.open(database, logger: Logger(label: "dabiao"))
    Interruption.watch(connection)
    return connection
  }
}
