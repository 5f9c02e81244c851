import ArgumentParser
import Attainment
import Intake
import Postgres
import Wording

/// `dabiao review`: the office's review.
struct ReviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "See what awaits review; accept or return figures.",
    subcommands: [List.self, Accept.self, Return.self])

  /// `dabiao review list`.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "The newest figures that await review.")

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var figures: Figures

    func run() async throws {
      let (selection, district) = (figures.selection, connection.district)
      let pending = try await connection.connect().perform { @Sendable (connection: isolated Connection) in
        try Review.pending(selection, district: district, on: connection)
      }
      for figure in pending {
        print(
          "\(figure.period) \(figure.indicator) \(figure.unit) revision \(figure.revision), batch \(figure.batch), "
            + "submitted \(figure.submittedAt): \(figure.content)")
      }
      print(pending.count == 1 ? "1 figure awaits review" : "\(pending.count) figures await review")
    }
  }

  /// Which figures.
  struct Figures: ParsableArguments {
    @Option(help: "Code of the indicator, as 2.2.1.")
    var indicator: String?

    @Option(help: "Code of the reporter.")
    var unit: String?

    @Option(help: "The period, as 2020-06.")
    var period: Month?

    @Option(help: "Number of the file that they came in.")
    var batch: Int?

    var selection: Review.Selection {
      Review.Selection(batch: batch, period: period?.description, indicator: indicator, unit: unit)
    }
  }

  /// When the review took place.
  struct Moment: ParsableArguments {
    @Option(name: .customLong("reviewed-at"), help: "The moment of the review, for loading history; owners only.")
    var reviewedAt: Instant?
  }

  /// Reviews one figure whose indicator, unit and period are named, reviewed before or not, or all that await review
  /// among those named.
  fileprivate static func record(
    _ outcome: Review.Outcome, _ figures: Figures, _ moment: Moment, reason: String?, on options: ConnectionOptions
  ) async throws {
    let review = try Review(outcome, reason: reason, reviewedAt: moment.reviewedAt)
    let (selection, district) = (figures.selection, options.district)
    let connection = try await options.connect()
    if selection.batch == nil, let indicator = selection.indicator, let unit = selection.unit,
      let period = selection.period
    {
      let revision = try await connection.perform { @Sendable (connection: isolated Connection) in
        try review.record(indicator: indicator, unit: unit, period: period, district: district, on: connection)
      }
      print("\(period) \(indicator) \(unit): revision \(revision) \(outcome.rawValue)")
      return
    }
    let reviewed = try await connection.perform { @Sendable (connection: isolated Connection) in
      try review.record(selection, district: district, on: connection)
    }
    for figure in reviewed {
      print("\(figure.period) \(figure.indicator) \(figure.unit): revision \(figure.revision) \(outcome.rawValue)")
    }
    print(reviewed.count == 1 ? "1 figure \(outcome.rawValue)" : "\(reviewed.count) figures \(outcome.rawValue)")
  }

  /// `dabiao review accept`.
  struct Accept: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Accept figures that await review: one, or all of a file, period, unit or indicator.")

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var figures: Figures
    @OptionGroup var moment: Moment

    @Option(help: "Why, where there is something to say.")
    var reason: String?

    func run() async throws {
      try await ReviewCommand.record(.accepted, figures, moment, reason: reason, on: connection)
    }
  }

  /// `dabiao review return`.
  struct Return: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract:
        "Return figures that await review (\(Term.sendBack.zh)): one, or all of a file, period, unit or indicator.")

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var figures: Figures
    @OptionGroup var moment: Moment

    @Option(help: "What is wrong and what is wanted.")
    var reason: String

    func run() async throws {
      try await ReviewCommand.record(.returned, figures, moment, reason: reason, on: connection)
    }
  }
}
