import Attainment

/// A figure as people write it into a cell (method, section 1).
enum FigureText {
  /// What a text comes to.
  enum Reading: Equatable {
    /// A figure, and the words beside it, such as a unit of measure.
    case figure(Figure, words: String?)
    case flaw(Flaw)
  }

  /// Why a text is no figure.
  enum Flaw: Equatable {
    /// Thousands separators; the figure without them where only one can be meant.
    case separators(meant: String?)
    case exponent
    case plusSign(meant: String)
    case tooManyDigits
    case formula
    case notANumber
    /// Words beside digits that are not a plain figure themselves.
    case words(String)
  }

  /// Reads a text.
  static func read(_ text: String) -> Reading {
    let text = TidyText.code(text)
    if let figure = try? Figure(validating: text) { return .figure(figure, words: nil) }
    if text.hasPrefix("=") || text.hasPrefix("#") { return .flaw(.formula) }
    if text.wholeMatch(of: /-?\d+(?:\.\d+)?/.asciiOnlyDigits()) != nil { return .flaw(.tooManyDigits) }
    if text.wholeMatch(of: /[-+]?\d+(?:\.\d+)?[eE][-+]?\d+/.asciiOnlyDigits()) != nil { return .flaw(.exponent) }
    if let match = text.wholeMatch(of: /\+(\d+(?:\.\d+)?)/.asciiOnlyDigits()) {
      return .flaw(.plusSign(meant: String(match.1)))
    }
    if text.wholeMatch(of: /-?\d+(?:[, '_]\d+)+(?:\.\d+)?/.asciiOnlyDigits()) != nil {
      return .flaw(.separators(meant: withoutSeparators(text)))
    }
    return withWords(text)
  }

  /// Whether a text is digits, with what figures are written with beside them.
  static func looksLikeFigure(_ text: String) -> Bool {
    let text = TidyText.code(text)
    guard text.utf8.contains(where: { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) else { return false }
    switch read(text) {
    case .figure, .flaw(.separators), .flaw(.exponent), .flaw(.plusSign), .flaw(.tooManyDigits): return true
    case .flaw: return false
    }
  }

  /// The figure meant by one with separators: only groups of three tell them from a decimal comma.
  private static func withoutSeparators(_ text: String) -> String? {
    guard text.wholeMatch(of: /-?[1-9]\d{0,2}(?:([, '_])\d{3})(?:\1\d{3})*(?:\.\d+)?/.asciiOnlyDigits()) != nil else {
      return nil
    }
    let meant = text.filter { !", '_".contains($0) }
    return Figure(parsing: meant) != nil ? meant : nil
  }

  /// Digits with words before or behind them.
  private static func withWords(_ text: String) -> Reading {
    guard
      let match = text.wholeMatch(
        of: /(?<before>[^-\d]*)(?<figure>-?\d[\d, '_]*(?:\.\d+)?)(?<after>\s*[^-\d\s.,][^\s]{0,11})?/.asciiOnlyDigits())
    else { return .flaw(.notANumber) }
    let before = String(match.before).filter { !$0.isWhitespace }
    let after = match.after.map { $0.filter { !$0.isWhitespace } } ?? ""
    guard !before.isEmpty || !after.isEmpty, after.count(where: \.isNumber) <= 1, before.count <= 12 else {
      return .flaw(.notANumber)
    }
    // ¥801.5亿元 says one thing once.
    let isCurrency = before == "¥" || before == "$" || before == "RMB"
    let words = isCurrency && !after.isEmpty ? after : before + after
    if "([+=<>≥≤~≈".contains(where: before.contains) { return .flaw(.notANumber) }
    guard let figure = Figure(parsing: String(match.figure)) else { return .flaw(.words(words)) }
    return .figure(figure, words: words)
  }
}
