/// What the workbook of a plan says beside its tables. It is for those who make plans, and in Chinese alone.
public enum PlanSheetText {
  /// Name of the sheet of explanations.
  public static let explanations = "填写说明"
  /// What is said of a word that is none of a list.
  public static let list = (title: "请从列表中选", message: "请从下拉列表中选择，或留空")
  /// Headers of the explanations.
  public static let explanationHeaders = ["工作表", "列", "CSV 列名", "填写说明"]
  /// The lines above them.
  public static let introduction = [
    "一、每张工作表对应计划的一部分；表头请不要改动，列可以调换次序，不需要的可选列可以删去。",
    "二、所有单元格都是文本格式：编号（如 2.2.1）不会被改成日期，请不要改动格式。",
    "三、有下拉列表的从列表选；是或否留空等于否。",
    "四、改好后保存为 .xlsx，用 dabiao plan check 检查，再用 dabiao plan load 载入。",
  ]
}

extension FaultText {
  /// A file that is no workbook of a plan.
  public static let notWorkbook = Phrase(zh: "不是 .xlsx 工作簿，或已损坏", en: "it is no .xlsx workbook, or damaged")
}
