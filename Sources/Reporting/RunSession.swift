import Postgres

/// The settings of a session that computes or publishes: the printed figures must not depend on what the login's are.
enum RunSession {
  /// Sets them.
  ///
  /// - Throws: `PostgresError` when the database refuses.
  static func set(on connection: isolated Connection) throws {
    try connection.script(
      """
      set search_path = pg_catalog, pg_temp;
      set time zone 'UTC';
      set datestyle = 'ISO, YMD';
      set intervalstyle = 'iso_8601';
      """)
  }
}
