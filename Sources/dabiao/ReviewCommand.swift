import ArgumentParser
import Attainment
import Intake
import Postgres

/// `dabiao review`: the office's review.
struct ReviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "See what awaits review; accept or return figures.",
    subcommands: [List.self, Accept.self, Return.self])

  /// `dabiao review list`.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "The newest figures that await review.")

    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
      let district = connection.district
      let pending = try await connection.connect().perform { @Sendable (connection: isolated Connection) in
        try Review.pending(district: district, on: connection)
      }
      for figure in pending {
        print(
          "\(figure.period) \(figure.indicator) \(figure.unit) revision \(figure.revision), "
            + "submitted \(figure.submittedAt): \(figure.content)")
      }
      print(pending.count == 1 ? "1 figure awaits review" : "\(pending.count) figures await review")
    }
  }

  /// Which figure is reviewed, and when.
  struct Figure: ParsableArguments {
    @Option(help: "Code of the indicator, as 2.2.1.")
    var indicator: String

    @Option(help: "Code of the reporter.")
    var unit: String

    @Option(help: "The period, as 2020-06.")
    var period: Month

    @Option(name: .customLong("reviewed-at"), help: "The moment of the review, for loading history; owners only.")
    var reviewedAt: Instant?

    func record(_ outcome: Review.Outcome, reason: String?, on options: ConnectionOptions) async throws {
      let review = try Review(outcome, reason: reason, reviewedAt: reviewedAt)
      let (indicator, unit, period, district) = (indicator, unit, period.description, options.district)
      let revision = try await options.connect().perform { @Sendable (connection: isolated Connection) in
        try review.record(indicator: indicator, unit: unit, period: period, district: district, on: connection)
      }
      print("\(period) \(indicator) \(unit): revision \(revision) \(outcome.rawValue)")
    }
  }

  /// `dabiao review accept`.
  struct Accept: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Accept the newest revision of a figure.")

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var figure: Figure

    @Option(help: "Why, where there is something to say.")
    var reason: String?

    func run() async throws { try await figure.record(.accepted, reason: reason, on: connection) }
  }

  /// `dabiao review return`.
  struct Return: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Return the newest revision of a figure (退回).")

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var figure: Figure

    @Option(help: "What is wrong and what is wanted.")
    var reason: String

    func run() async throws { try await figure.record(.returned, reason: reason, on: connection) }
  }
}
