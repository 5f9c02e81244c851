import Attainment

/// What the month's workbook says outside its cells.
public enum WorkbookSentence {
  /// The workbook's name, whatever language its reader has.
  public static let fileName = "\(Term.monthlyReport.zh).xlsx"

  /// The workbook's title among its properties.
  public static func title(district: String, month: Month, plan: String) -> Phrase {
    Phrase(zh: "\(district)\(month.name.zh)\(plan)", en: "\(district), \(month.name.en): \(plan)")
  }

  /// The heading of a sheet.
  public static func heading(district: String, month: Month, sheet: Phrase) -> Phrase {
    Phrase(zh: "\(district)\(month.name.zh) \(sheet.zh)", en: "\(district), \(month.name.en): \(sheet.en)")
  }

  /// What stands below the heading: the plan and the instant of the figures, in the plan's time zone.
  public static func source(plan: String, asOf: String, timeZone: String) -> Phrase {
    Phrase(zh: "\(plan)；\(Term.asOf.zh) \(asOf)（\(timeZone)）", en: "\(plan); \(Term.asOf.en) \(asOf) (\(timeZone))")
  }

  /// That the sheet shows the first rows only; it stands behind the source.
  public static func onlyFirst(_ rows: Int, restIn file: String) -> Phrase {
    Phrase(zh: "；只列前 \(rows) 条，其余见 \(file)", en: "; the first \(rows) rows, the rest in \(file)")
  }

  /// The left of a page's foot.
  public static func foot(district: String, month: Month, sheet: Phrase) -> Phrase {
    Phrase(zh: "\(district) \(month.name.zh) \(sheet.zh)", en: "\(district), \(month.name.en), \(sheet.en)")
  }

  /// The middle of a page's foot: the number of the page, and of how many.
  public static func page(_ number: String, of count: String) -> Phrase {
    Phrase(zh: "第 \(number) 页，共 \(count) 页", en: "page \(number) of \(count)")
  }

  /// The right of a page's foot.
  public static func asOf(_ instant: String) -> Phrase {
    Phrase(zh: "\(Term.asOf.zh) \(instant)", en: "\(Term.asOf.en) \(instant)")
  }
}
