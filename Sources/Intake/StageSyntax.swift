/// How stages of a milestone are written in a submission file.
enum StageSyntax {
  private static let codes = ["not_started", "started", "completed"]
  private static let chinese = ["未开工", "已开工", "已完成"]

  /// The code of a stage written in English or Chinese; nil for any other text.
  static func code(of text: ArraySlice<UInt8>) -> String? {
    for (code, name) in zip(codes, chinese) where text.elementsEqual(code.utf8) || text.elementsEqual(name.utf8) {
      return code
    }
    return nil
  }

  /// The Chinese name of a stage's code; nil for any other text.
  static func chinese(of code: String) -> String? { codes.firstIndex(of: code).map { chinese[$0] } }
}
