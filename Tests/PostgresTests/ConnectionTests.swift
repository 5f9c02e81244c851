import Foundation
import Logging
import Postgres
import TestSupport
import Testing

@Suite struct ConnectionTests {
  @Test(.needsDatabase) func answersRows() async throws {
    try await ScratchDatabase.with { database in
      let connection = try await database.connect()
      let rows = try await connection.query("select $1::text as name, null as nothing", ["达标"])
      #expect(rows.map(\.values) == [["达标", nil]])
      #expect(try rows[0].required("name") == "达标")
    }
  }

  // A server that is told to stop at once warns, and is gone before the next statement is sent: libpq then tells of the
  // failed write while it still takes the connection for a good one.
  @Test func knowsAServerThatWarnedAndWent() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pg-\(UUID().uuidString.prefix(8))").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let server = """
      import socket, struct
      message = lambda kind, body: kind + struct.pack("!i", len(body) + 4) + body
      listener = socket.socket(socket.AF_UNIX)
      listener.bind("\(folder)/.s.PGSQL.5432")
      listener.listen(1)
      client, _ = listener.accept()
      client.recv(4096)
      client.sendall(message(b"R", struct.pack("!i", 0)) + message(b"Z", b"I"))
      client.sendall(message(b"N", b"SWARNING\\0VWARNING\\0C57P01\\0Mthe server is going\\0\\0"))
      """
    async let served = run("python3", ["-c", server])
    let log = RecordedLog()
    var opened: Connection?
    for _ in 0..<100 where opened == nil {
      opened = try? await Connection.open("host=\(folder) port=5432 dbname=x user=x", logger: log.logger)
      if opened == nil { try await Task.sleep(for: .milliseconds(50)) }
    }
    let connection = try #require(opened)
    #expect(try await served.status == 0)
    let error = await #expect(throws: PostgresError.self) { try await connection.execute("commit") }
    #expect(error?.kind == .connectionLost)
    #expect(!log.entries.contains { $0.level >= .warning }, "the error that follows says it all")
  }
}
