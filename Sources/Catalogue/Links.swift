/// How indicators of a plan point at each other, as parts of one another or as relative to one another.
struct Links {
  private var targets: [String: Set<String>] = [:]

  /// Enters that one indicator points at another.
  mutating func enter(from source: String, to target: String) { targets[source, default: []].insert(target) }

  /// Whether a link is part of a circle: one can go on from where it points to where it begins.
  func isOnCircle(from source: String, to target: String) -> Bool {
    var visited: Set<String> = []
    var waiting = [target]
    while let next = waiting.popLast() {
      if next == source { return true }
      if visited.insert(next).inserted { waiting += targets[next] ?? [] }
    }
    return false
  }
}
