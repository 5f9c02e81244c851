import ArgumentParser
import Attainment
import Catalogue
import Postgres

/// `dabiao plan`: a work plan from CSV files.
struct PlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Check or load a work plan.", subcommands: [Check.self, Load.self])

  /// `dabiao plan check DIR`: every fault of the plan's files, or what the plan holds. Needs no database.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Check the CSV files of a plan, without a database.")

    @Argument(help: "Folder of the plan's CSV files.")
    var directory: String

    func run() throws {
      let plan = try WorkPlan.read(directory)
      print("\(plan.district) \(plan.year): \(plan.titleZH)")
      print(
        "\(plan.indicators.count) indicators, \(plan.targets.count) targets, \(plan.allocations.count) allocations, "
          + "\(plan.indicators.count(where: \.isLivelihood)) for livelihood projects (★)")
      for measure in Measure.allCases {
        let count = plan.indicators.count { $0.measure == measure }
        if count > 0 { print("  \(measure.rawValue): \(count)") }
      }
      for section in plan.sections {
        let indicators = plan.indicators.filter { $0.code.section == section.number }
        let items = Set(indicators.map(\.code.item)).count
        print("  section \(section.number) \(section.titleZH): \(items) items, \(indicators.count) indicators")
      }
    }
  }

  /// `dabiao plan load DIR`: the plan as a new version, whole or not at all.
  struct Load: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Load a plan, whole or not at all.")

    @OptionGroup var connection: ConnectionOptions

    @Argument(help: "Folder of the plan's CSV files.")
    var directory: String

    func run() async throws {
      let plan = try WorkPlan.read(directory)
      if let district = connection.district, district != plan.district {
        throw CatalogueError.refused(
          "The plan in \(directory) is of district '\(plan.district)', not of '\(district)' as --district says.")
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
}
