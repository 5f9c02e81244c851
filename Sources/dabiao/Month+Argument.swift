import ArgumentParser
import Attainment

extension Month: ExpressibleByArgument {
  /// A month as on the command line, `2020-06`.
  public init?(argument: String) { self.init(parsing: argument) }
}
