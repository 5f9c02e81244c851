import TestSupport

/// Workbooks made for several tests.
enum MadeSheets {
  /// A hidden sheet, a hidden row, a formula and a figure that is struck out.
  static let withHiddenContent = MadeWorkbook([
    .init(
      "报送",
      [
        WorkbookKind.header, WorkbookKind.row(.struck("801.5")),
        WorkbookKind.row(.number("1"), period: .text("2020-05"), attributes: "hidden=\"1\""),
        WorkbookKind.row(.formula("1+1", "2"), period: .text("2020-04")),
      ]), .init("藏", [WorkbookKind.header, WorkbookKind.good], attributes: "state=\"hidden\""),
  ]).bytes
}
