import Postgres

/// The codes and names of plans, from which what a clerk meant is guessed.
struct PlanNames {
  let districtID: String

  private var candidates: [String: [NearestCode.Candidate]] = [:]
  private var guesses: [String: String?] = [:]

  /// Most guesses that are made; a file wrong throughout gets no more of them.
  private static let guessLimit = 2_000

  init(districtID: String) {
    self.districtID = districtID
  }

  /// The indicator whose code or Chinese name comes nearest to a text.
  mutating func nearestIndicator(
    _ text: String, year: String, version: String, on connection: isolated Connection
  ) throws -> String? {
    try nearest(text, "indicator", year, version, on: connection)
  }

  /// The unit whose code or Chinese name comes nearest to a text.
  mutating func nearestUnit(
    _ text: String, year: String, version: String, on connection: isolated Connection
  ) throws -> String? {
    try nearest(text, "unit", year, version, on: connection)
  }

  private mutating func nearest(
    _ text: String, _ table: String, _ year: String, _ version: String, on connection: isolated Connection
  ) throws -> String? {
    let key = "\(table) \(year) \(version) \(text)"
    if let guess = guesses[key] { return guess }
    guard guesses.count < Self.guessLimit else { return nil }
    let plan = "\(table) \(year) \(version)"
    let known = try candidates[plan] ?? load(table, year, version, on: connection)
    candidates[plan] = known
    let guess = NearestCode.of(text, among: known)
    guesses[key] = .some(guess)
    return guess
  }

  private func load(
    _ table: String, _ year: String, _ version: String, on connection: isolated Connection
  ) throws -> [NearestCode.Candidate] {
    try connection.query(
      """
      select
          \(table) as code,
          name_zh
      from plan.\(table)
      where
          district_id = $1
          and year = $2
          and version = $3
      order by ordinal
      """, [districtID, year, version]
    ).map { NearestCode.Candidate(code: try $0.required("code"), name: try $0.required("name_zh")) }
  }
}
