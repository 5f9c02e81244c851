/// A spreadsheet's format of numbers, as `#,##0.00;[Red]-0.00`: what makes of a stored number the text that people see.
public struct NumberFormat: Sendable, Hashable {
  /// The format as written in the file.
  public let code: String
  let sections: [Section]

  /// A format from its code.
  public init(_ code: String) {
    self.code = code
    sections = NumberFormatParser.sections(of: code)
  }

  /// The format of a cell that has none.
  public static let general = NumberFormat("General")

  /// Which numbers a section is for.
  struct Condition: Sendable, Hashable {
    enum Comparison: String, Sendable, Hashable {
      case less = "<"
      case atMost = "<="
      case equal = "="
      case unequal = "<>"
      case atLeast = ">="
      case greater = ">"
    }

    var comparison: Comparison
    var bound: Double

    func holds(for number: Double) -> Bool {
      switch comparison {
      case .less: number < bound
      case .atMost: number <= bound
      case .equal: number == bound
      case .unequal: number != bound
      case .atLeast: number >= bound
      case .greater: number > bound
      }
    }

    /// Whether it is for negative numbers alone, whose sign the section then writes itself.
    var isForNegatives: Bool {
      switch comparison {
      case .less: bound <= 0
      case .atMost, .equal: bound < 0
      default: false
      }
    }
  }

  /// What a section puts one after another.
  enum Token: Sendable, Hashable {
    /// A place for a digit: `0`, `#` or `?`.
    case digit(isFixed: Bool)
    case point
    case comma
    case percent
    case exponent
    /// The number as it is.
    case general
    case literal(String)
    /// Part of a day or of a time.
    case date
    case slash
  }

  /// One of up to four parts: for positive numbers, negative ones, zero and text, or under conditions.
  struct Section: Sendable, Hashable {
    var tokens: [Token] = []
    var condition: Condition?
    /// Whether it is written in the colour of paper.
    var isInvisible = false

    var isDate: Bool { tokens.contains(.date) }
  }

  /// Whether numbers come out as days or times.
  public var isDate: Bool { sections.first?.isDate ?? false }

  /// The section for a number, and whether the sign of a negative one is put before it.
  func section(for number: Double) -> (section: Section, signs: Bool)? {
    let numeric = Array(sections.prefix(3))
    guard let first = numeric.first else { return nil }
    guard numeric.contains(where: { $0.condition != nil }) else {
      switch numeric.count {
      case 1: return (first, true)
      case 2: return number < 0 ? (numeric[1], false) : (first, true)
      default: return number < 0 ? (numeric[1], false) : number > 0 ? (first, true) : (numeric[2], true)
      }
    }
    for (index, section) in numeric.enumerated() {
      let implied: Condition? =
        index == 0 && numeric.count > 1
        ? Condition(comparison: .greater, bound: 0)
        : index == 1 && numeric.count > 2 ? Condition(comparison: .less, bound: 0) : nil
      guard let condition = section.condition ?? implied else { return (section, true) }
      if condition.holds(for: number) { return (section, !condition.isForNegatives) }
    }
    // Nothing is for this number: spreadsheets fill the cell with signs.
    return nil
  }

  /// A format that every spreadsheet program knows by its number alone.
  static func builtIn(_ number: Int) -> NumberFormat {
    switch number {
    case 1: NumberFormat("0")
    case 2: NumberFormat("0.00")
    case 3: NumberFormat("#,##0")
    case 4: NumberFormat("#,##0.00")
    case 5, 6: NumberFormat("\"¥\"#,##0;\"¥\"-#,##0")
    case 7, 8: NumberFormat("\"¥\"#,##0.00;\"¥\"-#,##0.00")
    case 9: NumberFormat("0%")
    case 10: NumberFormat("0.00%")
    case 11: NumberFormat("0.00E+00")
    case 12: NumberFormat("# ?/?")
    case 13: NumberFormat("# ??/??")
    case 14...22, 27...36, 45...47, 50...58, 71...81: NumberFormat("yyyy-m-d")
    case 37, 38: NumberFormat("#,##0_);(#,##0)")
    case 39, 40: NumberFormat("#,##0.00_);(#,##0.00)")
    case 41: NumberFormat("_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_ ")
    case 42: NumberFormat("_ \"¥\"* #,##0_ ;_ \"¥\"* -#,##0_ ;_ \"¥\"* \"-\"_ ;_ @_ ")
    case 43: NumberFormat("_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ")
    case 44: NumberFormat("_ \"¥\"* #,##0.00_ ;_ \"¥\"* -#,##0.00_ ;_ \"¥\"* \"-\"??_ ;_ @_ ")
    case 48: NumberFormat("##0.0E+0")
    default: .general
    }
  }
}

/// Cuts the code of a format into sections and tokens.
private struct NumberFormatParser {
  private let characters: [Character]
  private var position = 0
  private var section = NumberFormat.Section()
  private var sections: [NumberFormat.Section] = []

  static func sections(of code: String) -> [NumberFormat.Section] {
    // No program writes a code that long.
    var parser = NumberFormatParser(String(code.prefix(1_024)))
    return parser.run()
  }

  private init(_ code: String) {
    characters = Array(code)
  }

  private mutating func run() -> [NumberFormat.Section] {
    while position < characters.count {
      let character = characters[position]
      position += 1
      switch character {
      case ";": endSection()
      case "\"": literal(upTo("\""))
      case "\\", "!": literal(String(take()))
      case "_":
        _ = take()
        literal(" ")
      case "*": _ = take()
      case "[": bracket(upTo("]"))
      case "0": section.tokens.append(.digit(isFixed: true))
      case "#", "?": section.tokens.append(.digit(isFixed: false))
      case ".": section.tokens.append(.point)
      case ",": section.tokens.append(.comma)
      case "%", "％": section.tokens.append(.percent)
      case "/": section.tokens.append(.slash)
      case "@": section.tokens.append(.general)
      default: word(character)
      }
    }
    endSection()
    return sections
  }

  private mutating func word(_ character: Character) {
    let rest = String(characters[(position - 1)...].prefix(7)).lowercased()
    if rest.hasPrefix("general") {
      position += 6
      section.tokens.append(.general)
    } else if rest.hasPrefix("g/通用格式") {
      position += 5
      section.tokens.append(.general)
    } else if rest.hasPrefix("am/pm") {
      position += 4
      section.tokens.append(.date)
    } else if rest.hasPrefix("e+") || rest.hasPrefix("e-") {
      position += 1
      section.tokens.append(.exponent)
    } else if "ymdhsegb".contains(character.lowercased()) {
      section.tokens.append(.date)
    } else {
      literal(String(character))
    }
  }

  private mutating func bracket(_ content: String) {
    let lower = content.lowercased()
    if content.hasPrefix("$") {
      literal(String(content.dropFirst().prefix { $0 != "-" }))
    } else if let condition = Self.condition(lower) {
      section.condition = condition
    } else if ["h", "hh", "m", "mm", "s", "ss"].contains(lower) {
      section.tokens.append(.date)
    } else if ["white", "白色"].contains(lower) {
      section.isInvisible = true
    }
  }

  private static func condition(_ text: String) -> NumberFormat.Condition? {
    let sign = text.prefix { "<>=".contains($0) }
    guard let comparison = NumberFormat.Condition.Comparison(rawValue: String(sign)),
      let bound = Double(text.dropFirst(sign.count))
    else { return nil }
    return NumberFormat.Condition(comparison: comparison, bound: bound)
  }

  private mutating func literal(_ text: String) {
    if !text.isEmpty { section.tokens.append(.literal(text)) }
  }

  private mutating func take() -> Character {
    guard position < characters.count else { return " " }
    position += 1
    return characters[position - 1]
  }

  private mutating func upTo(_ end: Character) -> String {
    let start = position
    while position < characters.count, characters[position] != end { position += 1 }
    defer { position += 1 }
    return String(characters[start..<position])
  }

  private mutating func endSection() {
    sections.append(section)
    section = NumberFormat.Section()
  }
}
