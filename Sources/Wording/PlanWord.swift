/// What people call the settings of a plan that no figure depends on.
public enum PlanWord {
  /// A submission counts at once.
  public static let automatic = Phrase(zh: "自动生效", en: "automatic")
  /// A submission counts once it was reviewed.
  public static let required = Phrase(zh: "审核后生效", en: "required")
  /// A month is published once.
  public static let never = Phrase(zh: "不重新发布", en: "never")
  /// A month is published again when its figures have changed.
  public static let changed = Phrase(zh: "有变化时重新发布", en: "when changed")
  /// What is written of a truth in a plan: by the format, by people, by spreadsheets.
  public static func truth(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "true", Term.truth(true).zh: true
    case "false", Term.truth(false).zh: false
    default: nil
    }
  }

  /// Both truths as the format writes them, with their names.
  public static let truths = [true, false].map { CodeName(code: String($0), name: Term.truth($0)) }

  /// Signs that people put between the members of a list.
  public static let listMarks: Set<Character> = [" ", "、", "，", "；", ";", "\u{3000}"]

  /// The signs of a Chinese date, the first behind the year.
  public static let dateSigns: [Character] = ["年", "月", "日"]

  /// A date as people write it, in the parts of the format: year, month and day; nil for anything else.
  public static func dateParts(_ text: String) -> (year: Int, month: Int, day: Int)? {
    let marks = Set<Character>(["/", "-", "."]).union(dateSigns)
    let parts = text.split(omittingEmptySubsequences: true) { marks.contains($0) }.map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2], year > 999 else {
      return nil
    }
    return (year, month, day)
  }
}
