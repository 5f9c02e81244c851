import ArgumentParser
import Attainment
import Intake
import Postgres

/// `dabiao window`: until when figures of a period may be submitted.
struct WindowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "window", abstract: "See, close or open periods for submissions.",
    subcommands: [List.self, Close.self, Open.self])

  /// `dabiao window list`.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "The periods of a year: due day, closing and exceptions.")

    @OptionGroup var connection: ConnectionOptions

    @Option(help: "The plan year; the newest by default.")
    var year: Int?

    func run() async throws {
      let (year, district) = (year, connection.district)
      let windows = try await connection.connect().perform { @Sendable (connection: isolated Connection) in
        try PeriodWindow.all(year: year, district: district, on: connection)
      }
      for window in windows {
        let state =
          switch (window.closesAt, window.isClosed) {
          case (let moment?, true): "closed since \(moment)"
          case (let moment?, false): "open, closes at \(moment)"
          case (nil, _): window.opensOn.map { "opens on \($0)" } ?? "open"
          }
        print("\(window.period) due on \(window.dueOn), \(state)\(window.reason.map { " (\($0))" } ?? "")")
        for exception in window.exceptions {
          print(
            "  exception for \(exception.unit ?? "every unit"), \(exception.indicator ?? "every indicator"), until "
              + "\(exception.closesAt)\(exception.isInForce ? "" : ", not in force"), by \(exception.recordedBy): "
              + exception.reason)
        }
      }
    }
  }

  /// `dabiao window close`.
  struct Close: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Refuse submissions for a period from a moment on.")

    @OptionGroup var connection: ConnectionOptions

    @Option(help: "The period, as 2020-06.")
    var period: Month

    @Option(help: "The moment, as 2020-07-20T18:00:00+08:00; now by default.")
    var at: Instant?

    @Option(help: "Why.")
    var reason: String

    func run() async throws {
      let decision = try WindowDecision.close(period: period.description, at: at, reason: reason)
      let moment = try await WindowCommand.record(decision, on: connection)
      print("\(period): closed from \(moment ?? "now") on")
    }
  }

  /// `dabiao window open`.
  struct Open: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Open a closed period again: for good, or until a moment as an exception.",
      discussion:
        "With --until this records an exception, for one unit or indicator where they are named. Without it the "
        + "period is open for everybody until it is closed again.")

    @OptionGroup var connection: ConnectionOptions

    @Option(help: "The period, as 2020-06.")
    var period: Month

    @Option(help: "Code of the only unit that may submit.")
    var unit: String?

    @Option(help: "Code of the only indicator that may be submitted.")
    var indicator: String?

    @Option(help: "The last day, as 2020-07-25, or the moment, as 2020-07-25T18:00:00+08:00.")
    var until: Deadline?

    @Option(help: "The moment from which the exception holds, for loading history; owners only.")
    var from: Instant?

    @Option(help: "Why.")
    var reason: String

    func validate() throws {
      guard until != nil || (unit == nil && indicator == nil && from == nil) else {
        throw ValidationError("--unit, --indicator and --from make an exception, which needs --until.")
      }
    }

    func run() async throws {
      guard let until else {
        _ = try await WindowCommand.record(
          try WindowDecision.reopen(period: period.description, reason: reason), on: connection)
        print("\(period): open")
        return
      }
      let decision = try WindowDecision.except(
        period: period.description, unit: unit, indicator: indicator, from: from, until: until, reason: reason)
      let moment = try await WindowCommand.record(decision, on: connection)
      print(
        "\(period): open for \(unit ?? "every unit"), \(indicator ?? "every indicator"), until \(moment ?? "")")
    }
  }

  fileprivate static func record(_ decision: WindowDecision, on options: ConnectionOptions) async throws -> String? {
    let district = options.district
    return try await options.connect().perform { @Sendable (connection: isolated Connection) in
      try decision.record(district: district, on: connection)
    }
  }
}

extension Deadline: ExpressibleByArgument {
  /// A deadline as on the command line, `2020-07-25` or an instant.
  public init?(argument: String) { self.init(argument) }
}
