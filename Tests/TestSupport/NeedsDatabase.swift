import Foundation
import Testing

extension Trait where Self == ConditionTrait {
  /// Marks a suite or a test that needs the test cluster.
  ///
  /// `make quick`, which sets `DABIAO_QUICK`, leaves it out. Anywhere else it runs, and fails with
  /// ``ScratchDatabase/NoTestCluster`` where there is none.
  public static var needsDatabase: Self {
    .disabled(
      if: ProcessInfo.processInfo.environment["DABIAO_QUICK"] != nil, "needs a database, which make quick does without")
  }
}
