/// What every row of a run begins with.
struct RunKey: Sendable {
  /// Key of the district.
  let districtID: String
  /// Number of the run.
  let runID: String

  var parameters: [String?] { [districtID, runID] }
}
