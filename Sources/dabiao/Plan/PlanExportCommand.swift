import ArgumentParser
import Catalogue
import Postgres

/// `dabiao plan export`: a plan as CSV files or as one workbook, from the database or from where it stands otherwise.
struct PlanExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a plan as a folder of CSV files, or as one workbook.",
    discussion: """
      dabiao plan export --year 2020 --xlsx              the newest version in the database, as jingan-2020.xlsx
      dabiao plan export --year 2020 --to DIR            the same as CSV files
      dabiao plan export --from DIR --to FILE.xlsx       a folder as a workbook, or the other way round
      """)

  @OptionGroup var connection: ConnectionOptions

  @Option(help: "A folder or workbook to be written otherwise; the database without it.")
  var from: String?

  @Option(help: "The plan's year; the newest there is without it.")
  var year: Int?

  @Flag(help: "Write one workbook.")
  var xlsx = false

  @Option(help: "The folder, or the workbook where it ends in .xlsx; named after district and year without it.")
  var to: String?

  func validate() throws {
    if xlsx, let to, !to.lowercased().hasSuffix(".xlsx") {
      throw ValidationError("--xlsx writes a workbook; let --to end in .xlsx.")
    }
    if from != nil, year != nil { throw ValidationError("--year is of the database; --from names one plan.") }
  }

  func run() async throws {
    let plan = try await plan()
    let place = to ?? "\(plan.district)-\(plan.year)\(xlsx ? ".xlsx" : "")"
    try plan.sheets.write(to: place)
    print(place)
  }

  private func plan() async throws -> WorkPlan {
    if let from { return try WorkPlan.read(from) }
    let (year, district) = (year, connection.district)
    return try await connection.connect().perform { @Sendable (connection: isolated Connection) in
      try connection.transaction(.repeatableRead, readOnly: true) { connection in
        try WorkPlan.newest(year, ofDistrict: district, on: connection)
      }
    }
  }
}
