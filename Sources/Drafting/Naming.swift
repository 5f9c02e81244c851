/// Proposes names: what the words say without what merely introduces or bounds the number.
enum Naming {
  private static let longest = 30

  /// The name of what a number counts.
  static func name(_ mention: Mention) -> String {
    let before = mention.before.stripped(leading: Lexicon.leadingWords).stripped(trailing: Lexicon.trailingWords)
    let after = mention.after.stripped(leading: Lexicon.boundsBehind + Lexicon.trailingWords)
      .stripped(trailing: Lexicon.trailingWords)
    return short(before + after)
  }

  /// The name of a work.
  static func name(_ work: String) -> String {
    short(work.stripped(leading: Lexicon.intentions + Lexicon.leadingWords).stripped(trailing: Lexicon.trailingWords))
  }

  private static func short(_ name: String) -> String {
    let plain = name.filter { !$0.isWhitespace }
    guard plain.count > longest else { return plain }
    let bare = plain.withoutBrackets
    return bare.count > longest ? String(bare.prefix(longest)) : bare
  }
}
