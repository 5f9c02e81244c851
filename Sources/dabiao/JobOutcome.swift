import Attainment
import Reporting

/// What a job of several districts has published, and what failed, in the order of districts whatever the order of events.
struct JobOutcome: Sendable {
  /// The months of each district, in the order they were published.
  var published: [String: [PublishedMonth]] = [:]

  /// The districts that something other than their own figures has stopped.
  private(set) var stopped: Set<String> = []

  private let districts: [String]
  private var failed: [String: [JobFailure.Part]] = [:]

  /// An empty outcome.
  init(of districts: [String]) {
    self.districts = districts
  }

  /// The months of one district after another.
  var months: [PublishedMonth] { districts.flatMap { published[$0] ?? [] } }

  /// What failed, one district after another.
  var failures: [JobFailure.Part] { districts.flatMap { failed[$0] ?? [] } }

  /// Records a failure.
  mutating func fail(_ district: String, _ month: Month? = nil, because error: any Error) {
    let subject = [district, month?.description].compactMap(\.self).joined(separator: " ")
    failed[district, default: []].append(JobFailure.Part(subject: subject, error: error))
    if (error as? RunError)?.kind != .badData { stopped.insert(district) }
  }
}
