import Attainment
import Postgres

/// The definitions of a plan's indicators, by their place in plan order.
struct IndicatorSet {
  private var byOrdinal: [Int: Indicator] = [:]

  /// Reads the indicators of the run's plan version, with their profiles.
  ///
  /// - Throws: `RunError` when a stored word or figure is not one that the method knows.
  init(_ scope: RunScope, on connection: isolated Connection) throws {
    let key = Array(scope.parameters.prefix(3))
    var profiles: [String: [Int: Figure]] = [:]
    for row in try connection.query(
      """
      select
          indicator,
          month,
          trim_scale(cumulative_pct) as cumulative_pct
      from plan.profile
      where
          district_id = $1
          and year = $2
          and version = $3
      """, key)
    {
      let month: Int = try row.word("month")
      profiles[try row.required("indicator"), default: [:]][month] = try row.figure("cumulative_pct")
    }
    for row in try connection.query(
      """
      select
          ordinal,
          indicator,
          measure,
          direction,
          accumulation,
          frequency,
          due_month,
          trim_scale(behind_floor) as behind_floor
      from plan.indicator
      where
          district_id = $1
          and year = $2
          and version = $3
      """, key)
    {
      let code = try row.required("indicator")
      byOrdinal[try row.word("ordinal")] = Indicator(
        measure: try row.word("measure"),
        direction: row["direction"] == nil ? nil : try row.word("direction") as Direction,
        accumulation: try row.word("accumulation"),
        frequency: try row.word("frequency"),
        dueMonth: try row.word("due_month"),
        profile: profiles[code].map { Profile(cumulativePercentages: $0) },
        behindFloor: row["behind_floor"] == nil ? nil : try row.figure("behind_floor"))
    }
  }

  /// The indicator at a place in plan order.
  subscript(ordinal: Int) -> Indicator? { byOrdinal[ordinal] }
}

extension Row {
  /// A column that holds one of the method's words, or a whole number.
  fileprivate func word<Word: LosslessStringConvertible>(_ column: String) throws -> Word {
    let text = try required(column)
    guard let word = Word(text) else {
      throw RunError(.configuration, "The plan holds '\(text)' as \(column), which this version does not know.")
    }
    return word
  }

  /// A column that holds one of the method's words.
  fileprivate func word<Word: RawRepresentable<String>>(_ column: String) throws -> Word {
    let text = try required(column)
    guard let word = Word(rawValue: text) else {
      throw RunError(.configuration, "The plan holds '\(text)' as \(column), which this version does not know.")
    }
    return word
  }

  fileprivate func figure(_ column: String) throws -> Figure {
    let text = try required(column)
    guard let figure = Figure(parsing: text) else {
      throw RunError(.configuration, "The plan holds '\(text)' as \(column), which is not a figure.")
    }
    return figure
  }
}
