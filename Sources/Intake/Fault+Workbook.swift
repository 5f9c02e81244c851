/// Faults of a workbook beyond the text of its cells.
extension Fault {
  static func oldWorkbook() -> Fault {
    Fault(
      .workbook, line: 1, found: "a workbook of the old kind (.xls)", foundChinese: "旧格式工作簿（.xls）",
      wanted: "an .xlsx workbook, or \"CSV UTF-8\"", wantedChinese: "请另存为 .xlsx 或“CSV UTF-8（逗号分隔）”")
  }

  static func unreadableWorkbook() -> Fault {
    Fault(
      .workbook, line: 1, found: "an archive that is no .xlsx workbook, is damaged or is too large",
      foundChinese: "文件不是 .xlsx 工作簿，或已损坏、过大", wanted: "an .xlsx workbook, or \"CSV UTF-8\"",
      wantedChinese: "请重新另存为 .xlsx 或“CSV UTF-8（逗号分隔）”")
  }

  static func severalSheets(_ names: String) -> Fault {
    Fault(
      .workbook, line: 1, found: names.isEmpty ? "no sheet with content" : "sheets \(shown(names))",
      foundChinese: names.isEmpty ? "没有内容的工作簿" : "有内容的工作表：\(shown(names))",
      wanted: "one sheet whose first row names the columns", wantedChinese: "应只有一张工作表在第一行写有列名")
  }

  static func mergedCells(_ range: String, line: Int) -> Fault {
    Fault(
      .workbook, line: line, found: "merged cells \(range)", foundChinese: "合并单元格 \(range)", wanted: "no merged cells",
      wantedChinese: "请取消合并，每格各填各的")
  }

  static func hiddenRow(line: Int) -> Fault {
    Fault(
      .workbook, line: line, found: "a hidden row", foundChinese: "隐藏的行", wanted: "rows that can be seen",
      wantedChinese: "请取消隐藏（或清除筛选），不报的行请删去")
  }

  static func scaledFigure(_ figure: String, column: SubmissionColumn?, line: Int) -> Fault {
    Fault(
      .workbook, line: line, column: column?.rawValue ?? "",
      found: "\(figure), which the cell's format shows in thousands or another scale",
      foundChinese: "实际数值 \(figure)，但单元格格式按千位等缩放显示", wanted: "a cell that shows its own figure",
      wantedChinese: "请把单元格格式改为“常规”，核对数值")
  }

  static func uncalculated(_ formula: String, column: SubmissionColumn?, line: Int) -> Fault {
    Fault(
      .workbook, line: line, column: column?.rawValue ?? "", found: "\(shown(formula)), a formula without a value",
      foundChinese: "公式 \(shown(formula)) 没有保存计算结果",
      wanted: "a value, or a file saved after its formulas were calculated",
      wantedChinese: "请填数值，或重新计算后再保存")
  }
}
