/// The schema that this program was built with: sqitch's own plan, compiled in.
enum SchemaPlan {
  /// The names of the changes, in order; one that was reworked appears as often as it was.
  static let changes: [String] = changes(in: String(decoding: PackageResources.sqitch_plan, as: UTF8.self))

  /// The names of the changes in the text of a sqitch plan: what is neither a comment, a pragma nor a tag.
  static func changes(in plan: String) -> [String] {
    plan.split(separator: "\n").compactMap { line in
      guard let first = line.first, !"%#@ ".contains(first) else { return nil }
      return line.split(separator: " ").first.map(String.init)
    }
  }
}
