import ArgumentParser
import Catalogue
import Postgres

/// `dabiao plan load PLAN`: the plan as a new version, whole or not at all.
struct PlanLoadCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "load", abstract: "Load a plan, whole or not at all.")

  @OptionGroup var connection: ConnectionOptions

  @Argument(help: "Folder of the plan's CSV files, or a workbook (.xlsx).")
  var path: String

  func run() async throws {
    let plan = try WorkPlan.read(path)
    if let district = connection.district, district != plan.district {
      throw CatalogueError.refused(
        "The plan in \(path) is of district '\(plan.district)', not of '\(district)' as --district says.")
    }
    let loading = try await connection.connect().perform { @Sendable (connection: isolated Connection) in
      try plan.load(into: connection)
    }
    switch loading {
    case .loaded(let version):
      print("\(plan.district) \(plan.year): loaded as version \(version), \(plan.indicators.count) indicators")
    case .unchanged(let version):
      print("\(plan.district) \(plan.year): the same as version \(version); nothing was added")
    }
  }
}
