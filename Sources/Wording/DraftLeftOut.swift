/// Why a number of a document is no target of the plan drafted from it.
public enum DraftLeftOut: String, Sendable, CaseIterable {
  /// A year.
  case year
  /// A date or a deadline.
  case date
  /// It stands in quotes or in the title of a document.
  case quoted
  /// Part of a name or an address.
  case name
  /// 第3 and the like.
  case ordinal
  /// How long or how old.
  case duration
  /// So many for each.
  case each
  /// The size of the thing that is built.
  case size
  /// Where it comes from: last year's figure.
  case baseline
  /// It describes what another number counts.
  case describes
  /// In brackets, as an explanation.
  case bracket
  /// How large the group is that is served.
  case group
  /// A goal striven for beyond the target before it.
  case stretch
  /// No unit, and nothing that says it is to be reached.
  case noUnit
  /// It stands before the first section.
  case beforeSections
  /// It stands in a heading.
  case heading
  /// It stands in the notes below the document.
  case note
  /// More digits than a figure has.
  case tooLong

  /// The reason in words.
  public var phrase: Phrase {
    switch self {
    case .year: Phrase(zh: "年份", en: "a year")
    case .date: Phrase(zh: "日期", en: "a date")
    case .quoted: Phrase(zh: "引号或书名号内的名称", en: "in quotes or a title")
    case .name: Phrase(zh: "名称、地址或编号的一部分", en: "part of a name, an address or a number")
    case .ordinal: Phrase(zh: "序数", en: "an ordinal")
    case .duration: Phrase(zh: "年龄或时长", en: "an age or a length of time")
    case .each: Phrase(zh: "每个对象的数量", en: "so many for each")
    case .size: Phrase(zh: "建设对象的规模", en: "the size of what is built")
    case .baseline: Phrase(zh: "过去的数", en: "a figure of the past")
    case .describes: Phrase(zh: "修饰后一个数的对象", en: "it describes what the next number counts")
    case .bracket: Phrase(zh: "括号内的说明", en: "an explanation in brackets")
    case .group: Phrase(zh: "服务对象的人数或户数", en: "how large the group is")
    case .stretch: Phrase(zh: "“力争”的更高数，目标取前一个数", en: "striven for beyond the target before it")
    case .noUnit: Phrase(zh: "没有单位，也没有“达到”一类的词", en: "no unit, and no word that it is to be reached")
    case .beforeSections: Phrase(zh: "在第一个领域之前", en: "before the first section")
    case .heading: Phrase(zh: "在标题里", en: "in a heading")
    case .note: Phrase(zh: "在文末注释里", en: "in the notes")
    case .tooLong: Phrase(zh: "位数过多", en: "too many digits")
    }
  }
}
