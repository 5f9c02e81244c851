/// The version of the program, recorded with each run.
enum Version {
  static let current = "0.2.0"
}
