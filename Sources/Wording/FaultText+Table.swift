/// What is wrong with the shape of a table: its header, and rows that are none of figures.
extension FaultText {
  /// A column whose name is not known, with something in it.
  public static func unknownColumn(_ name: String) -> FaultText {
    let columns = SubmissionColumn.allCases
    return FaultText(
      found: Phrase(zh: "列名\(quoted(name).zh)", en: "column \(quoted(name).en)"),
      wanted: Phrase(
        zh: "不认识这一列：请删去该列，或改用这些列名：\(columns.map(\.name.zh).joined(separator: "、"))",
        en: "no such column, or columns among \(columns.map(\.name.en).joined(separator: ", "))"))
  }

  /// A column that is there twice.
  public static let duplicateColumn = FaultText(
    found: Phrase(zh: "该列重复出现", en: "the column a second time"),
    wanted: Phrase(zh: "每列只能出现一次", en: "each column once"))

  /// A column that must be there.
  public static func missingColumn(_ column: SubmissionColumn) -> FaultText {
    FaultText(
      found: Phrase(zh: "没有这一列", en: "no such column"),
      wanted: Phrase(zh: "请加上“\(column.name.zh)”列", en: "a column \(column.name.en)"))
  }

  /// Something in a column without a name.
  public static func namelessColumn(_ text: String, cell: String) -> FaultText {
    FaultText(
      found: Phrase(
        zh: "\(cell) 单元格的\(quoted(text).zh)，所在列没有列名", en: "\(quoted(text).en) in \(cell), in a column without a name"),
      wanted: Phrase(zh: "请补上列名或删去该内容", en: "nothing, or a name of the column in the header"))
  }

  /// Figures above the header.
  public static func figuresAboveHeader(_ text: String) -> FaultText {
    FaultText(
      found: Phrase(zh: "表头上方有数据：\(quoted(text).zh)", en: "figures above the header: \(quoted(text).en)"),
      wanted: Phrase(zh: "请移到表头下方，或删去", en: "them below the header, or nothing there"))
  }

  /// A row of another number of fields than the header's.
  public static func fieldCount(_ count: Int, wanted: Int) -> FaultText {
    FaultText(
      found: Phrase(zh: "有 \(count) 列", en: "\(count) fields"),
      wanted: Phrase(
        zh: "应与表头一致，共 \(wanted) 列（单元格里有逗号时要加引号）", en: "\(wanted) fields, as in the header"))
  }

  /// A figure that its thousands separator has split.
  public static func splitFigure(_ text: String) -> FaultText {
    FaultText(
      found: Phrase(zh: "“\(PlainText.of(text))”被逗号分成了两列", en: "\"\(PlainText.of(text))\" split by its comma"),
      wanted: Phrase(
        zh: "请去掉千位分隔符后再另存为 CSV，或直接报 .xlsx", en: "a figure without thousands separators, or the .xlsx itself"))
  }

  /// A row of totals.
  public static func totalRow(_ text: String) -> FaultText {
    FaultText(
      cell: text,
      wanted: Phrase(zh: "合计行不报：请删去这一行", en: "no row of totals: delete the line"))
  }

  /// A footer in which a figure stands.
  public static func footerWithFigure(_ text: String) -> FaultText {
    FaultText(
      cell: text,
      wanted: Phrase(
        zh: "表尾行里不能有数：是数据请填上指标、单位、期间，不是请删去", en: "no figure in a footer: give it its keys, or delete it"))
  }

  /// A row that is not shown.
  public static let hiddenRow = FaultText(
    found: Phrase(zh: "隐藏的行", en: "a hidden row"),
    wanted: Phrase(zh: "请取消隐藏（或清除筛选），不报的行请删去", en: "rows that can be seen"))
  /// A column that is not shown.
  public static func hiddenColumn(_ letters: String) -> FaultText {
    FaultText(
      found: Phrase(zh: "隐藏的列 \(letters)", en: "a hidden column \(letters)"),
      wanted: Phrase(zh: "请取消隐藏，核对后再报，不报的列请删去", en: "columns that can be seen"))
  }
  /// Cells merged into one.
  public static func mergedCells(_ range: String) -> FaultText {
    FaultText(
      found: Phrase(zh: "合并单元格 \(range)", en: "merged cells \(range)"),
      wanted: Phrase(zh: "请取消合并，每格各填各的", en: "no merged cells"))
  }
  /// Text that is struck out.
  public static func struckOut(_ text: String) -> FaultText {
    FaultText(
      found: Phrase(zh: "\(quoted(text).zh)带删除线", en: "\(quoted(text).en), struck out"),
      wanted: Phrase(
        zh: "请改成正确的内容并去掉删除线；不报的请删去", en: "what is meant, and nothing struck out"))
  }

  /// Reasons beside no figure.
  public static func remarkWithoutFigure(_ column: SubmissionColumn) -> FaultText {
    FaultText(
      found: Phrase(zh: "填了“\(column.name.zh)”，但没有填数", en: "a \(column.name.en), but no figure"),
      wanted: Phrase(zh: "请填上本期数据，或删去这一行", en: "a figure beside it, or no such line"))
  }

  /// A unit of measure that is stated where it is not the indicator's.
  ///
  /// `stated` is the unit found.
  /// `unit` is the indicator's; nil where the plan gives none.
  /// `indicator` is code of the indicator.
  public static func statedUnit(_ stated: String, unit: String?, indicator: String) -> FaultText {
    FaultText(
      found: Phrase(zh: "注明的单位是“\(PlainText.of(stated))”", en: "the unit of measure \"\(PlainText.of(stated))\""),
      wanted: Phrase(
        zh: unit.map { "指标 \(indicator) 的计量单位是“\($0)”：请按“\($0)”填报，并改正所注单位" }
          ?? "指标 \(indicator) 没有计量单位：请核对数值，删去所注单位",
        en: unit.map { "figures of \(indicator) in \($0), and that unit stated" }
          ?? "no unit of measure: \(indicator) has none"))
  }

  /// A column said to hold figures of single months where the year so far is wanted, or the other way round.
  public static func otherSpan(_ stated: String, indicator: String, wantsCumulative: Bool) -> FaultText {
    FaultText(
      found: Phrase(zh: "列名注明“\(PlainText.of(stated))”", en: "a column said to be \"\(PlainText.of(stated))\""),
      wanted: wantsCumulative
        ? Phrase(zh: "指标 \(indicator) 报年初至本期的累计数", en: "figures of \(indicator) from January to the period's end")
        : Phrase(zh: "指标 \(indicator) 报本期数，不是累计数", en: "figures of \(indicator) of the period alone"))
  }
}
