extension Indicator {
  /// What a reporter's figure counts in percent: a milestone 100 once the required stage is reached and at most 99 before,
  /// other work as it is submitted (method, section 4).
  ///
  /// - Parameters:
  ///   - progress: progress in percent as submitted.
  ///   - stage: the stage as submitted.
  /// - Returns: nil for a measure that carries neither.
  public func countedProgress(of progress: Figure?, at stage: Stage?) -> Figure? {
    switch measure {
    case .progress: progress
    case .milestone:
      stage.map { $0 >= requiredStage } ?? false ? Figure(100) : min(progress ?? .zero, Figure(99))
    default: nil
    }
  }
}
