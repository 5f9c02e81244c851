import ArgumentParser
import Attainment

extension Instant: ExpressibleByArgument {
  /// A moment from the command line; nil for a text that is none.
  public init?(argument: String) { self.init(parsing: argument) }
}
