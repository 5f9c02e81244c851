/// The code that was probably meant.
enum NearestCode {
  /// What can be meant: a code, or the Chinese name that stands for it.
  struct Candidate {
    var code: String
    var name: String
  }

  /// The code of the candidate that takes the fewest edits to reach, by code or name, the first of several; nil where
  /// even that is not close.
  static func of(_ text: String, among candidates: [Candidate]) -> String? {
    // A text far longer than any code is no slip.
    let text = Array(HalfWidth.text(text).lowercased().filter { $0 != " " }.prefix(64))
    let limit = max(1, text.count / 2)
    var best: (code: String, distance: Int)?
    for candidate in candidates {
      for written in [candidate.code, candidate.name] {
        let written = Array(written.lowercased())
        guard abs(written.count - text.count) <= limit else { continue }
        let distance = distance(text, written)
        if distance <= limit, distance < best?.distance ?? Int.max { best = (candidate.code, distance) }
      }
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
