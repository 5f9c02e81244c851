extension Export {
  /// A part of an export by the name that a person gives it; the order of the cases is that of writing.
  public enum PartName: String, Sendable, CaseIterable {
    /// `data/*.csv` with `datapackage.json`, for programs.
    case data
    /// `office/*.csv`, for spreadsheets.
    case office
    /// `月报.xlsx`.
    case workbook
    /// `bulletin.html`.
    case bulletin
  }
}
