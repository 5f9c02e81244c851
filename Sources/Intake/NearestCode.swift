/// The code that was probably meant.
enum NearestCode {
  /// The candidate that takes the fewest edits to reach, the first of several; nil where even that is not close.
  static func of(_ text: String, among candidates: [String]) -> String? {
    let limit = max(1, text.count / 2)
    var best: (code: String, distance: Int)?
    for candidate in candidates {
      let distance = distance(Array(text.lowercased()), Array(candidate.lowercased()))
      if distance <= limit, distance < best?.distance ?? Int.max { best = (candidate, distance) }
    }
    return best?.code
  }

  /// Insertions, deletions and replacements between two texts.
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var row = Array(0...right.count)
    for (i, character) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in right.enumerated() {
        let replaced = diagonal + (character == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[right.count]
  }
}
