/// The run's queries, kept as SQL files beside this one and compiled into the program.
enum Query {
  static let workingTables = text(PackageResources.working_tables_sql)
  static let dueMonths = text(PackageResources.due_months_sql)
  static let due = text(PackageResources.due_sql)
  static let fingerprint = text(PackageResources.fingerprint_sql)
  static let measurement = text(PackageResources.measurement_sql)
  static let earlierPublication = text(PackageResources.earlier_publication_sql)
  static let earlierUse = text(PackageResources.earlier_use_sql)
  static let finding = text(PackageResources.finding_sql)
  static let reportingRate = text(PackageResources.reporting_rate_sql)
  static let revision = text(PackageResources.revision_sql)
  static let explainedRow = text(PackageResources.explained_row_sql)
  static let explainedSubmission = text(PackageResources.explained_submission_sql)

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
