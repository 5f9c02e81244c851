/// A run that the database knows to be under way, and that has not published anything yet.
struct BegunRun: Sendable {
  let scope: RunScope
  let runID: String
}
