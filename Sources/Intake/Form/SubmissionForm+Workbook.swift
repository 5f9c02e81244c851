import Attainment
import Catalogue
import Foundation
import Wording
import Workbook

extension SubmissionForm {
  /// Writes the form as a workbook, whole or not at all.
  ///
  /// - Parameters:
  ///   - path: the file; one that is there is replaced.
  ///   - createdAt: the instant that the document says it was made at.
  /// - Throws: ``IntakeError`` of kind `cannotWrite`.
  public func write(to path: String, createdAt: Instant) throws(IntakeError) {
    // Beside its place, so that it can be moved there in one step.
    let draft = path + ".part"
    do {
      let seconds = Int(createdAt.microseconds / 1_000_000) + 946_684_800
      let title = FormText.title(unit: unit.nameZH, period: period, plan: planTitle)
      let book = try Workbook(path: draft, title: title, createdAt: seconds, fontName: "Microsoft YaHei")
      try FormSheet(self).write(to: book, title: title)
      try Self.writeExplanations(to: book)
      try book.close()
      guard unsafe rename(draft, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
    } catch {
      try? FileManager.default.removeItem(atPath: draft)
      throw IntakeError(.cannotWrite, "\(path) cannot be written: \(error)", hint: "name a folder with room")
    }
  }

  private static func writeExplanations(to book: Workbook) throws(WorkbookError) {
    let sheet = try book.addSheet(FormText.explanations)
    var look = CellFormat()
    look.wraps = true
    look.bordered = false
    look.size = 11
    try sheet.setWidth(100, ofColumn: 0)
    for (row, line) in FormText.explanationLines.enumerated() {
      try sheet.write(line, row: row, column: 0, as: look)
      try sheet.setHeight(32, ofRow: row)
    }
    sheet.protect()
  }
}

/// The sheet that is filled in.
private struct FormSheet {
  /// A column of the sheet.
  private enum Column: Hashable {
    case stored(SubmissionColumn)
    case shown(FormText.Column)

    var title: String {
      switch self {
      case .stored(let column): column.name.zh
      case .shown(let column): column.rawValue
      }
    }

    var width: Double {
      switch self {
      case .stored(.indicator): 8
      case .stored(.unit): 14
      case .stored(.period), .stored(.stage), .stored(.progress): 9
      case .stored(.reason), .stored(.nextStep): 18
      case .stored: 11
      case .shown(.name): 18
      case .shown(.instructions): 32
      case .shown(.unitOfMeasure), .shown(.target): 10
      case .shown: 16
      }
    }
  }

  private static let headerRow = 2
  private static let locked: UInt32 = 0xF2F2F2

  private let form: SubmissionForm
  private let columns: [Column]

  init(_ form: SubmissionForm) {
    self.form = form
    let taken = SubmissionColumn.allCases.filter { column in
      guard !column.isKey, !column.isRemark else { return false }
      return form.lines.contains { $0.indicator.measure.requirement(of: column) != .refused }
    }
    let remarks: [SubmissionColumn] = form.lines.contains(where: \.isLagging) ? [.reason, .nextStep] : []
    // What nothing is known of takes no room on the page.
    let known: [FormText.Column] = [
      form.lines.contains { $0.previous != nil } ? .previous : nil,
      form.lines.contains { $0.lastYear != nil } ? .lastYear : nil,
      form.lines.contains { $0.onRecord != nil } ? .onRecord : nil,
    ].compactMap(\.self)
    columns =
      [.stored(.indicator), .shown(.name), .stored(.unit), .stored(.period), .shown(.unitOfMeasure), .shown(.target)]
      + known.map(Column.shown) + [.shown(.instructions)] + taken.map(Column.stored) + remarks.map(Column.stored)
      + [.stored(.evidence), .stored(.note)]
  }

  func write(to book: Workbook, title: String) throws(WorkbookError) {
    let sheet = try book.addSheet(FormText.sheet)
    try writeHead(to: sheet, title: title)
    for (index, line) in form.lines.enumerated() {
      try write(line, row: Self.headerRow + 1 + index, to: sheet)
    }
    try writeContacts(row: Self.headerRow + form.lines.count + 2, to: sheet)
    try validate(sheet)
    sheet.freeze(rows: Self.headerRow + 1, columns: 2)
    try sheet.setUpPrint(repeatingTo: Self.headerRow, footer: "&C&P / &N")
    sheet.protect()
  }

  private func writeHead(to sheet: Sheet, title: String) throws(WorkbookError) {
    let plain = CellFormat().with { $0.bordered = false }
    try sheet.write(
      title, row: 0, column: 0,
      as: plain.with {
        $0.size = 16; $0.bold = true
      })
    try sheet.setHeight(28, ofRow: 0)
    try sheet.write(FormText.subtitle(dueOn: form.dueOn), row: 1, column: 0, as: plain)
    let head = CellFormat().with {
      $0.bold = true
      $0.fill = 0xD9E2F3
      $0.alignment = .center
      $0.wraps = true
    }
    for (place, column) in columns.enumerated() {
      try sheet.setWidth(column.width, ofColumn: place)
      try sheet.write(column.title, row: Self.headerRow, column: place, as: head)
    }
  }

  private func write(_ line: SubmissionForm.Line, row: Int, to sheet: Sheet) throws(WorkbookError) {
    var lines = 2
    for (place, column) in columns.enumerated() {
      if isFilledIn(column, line) {
        try sheet.write("", row: row, column: place, as: Self.blank(column))
      } else {
        let text = text(column, line)
        lines = max(lines, WrappedText.lines(of: text, inWidth: column.width - 1))
        let look = CellFormat().with {
          $0.fill = Self.locked
          $0.wraps = true
          $0.numberFormat = "@"
        }
        try sheet.write(text, row: row, column: place, as: look)
      }
    }
    try sheet.setHeight(WrappedText.height(ofLines: lines), ofRow: row)
  }

  /// The look of a cell to be filled in: free text stays text, a figure is shown as it is.
  private static func blank(_ column: Column) -> CellFormat {
    CellFormat().with {
      $0.isLocked = false
      $0.wraps = true
      switch column {
      case .stored(.occurredOn): $0.numberFormat = "yyyy-mm-dd"
      case .stored(let column) where column.isFigure: $0.numberFormat = "General"
      default: $0.numberFormat = "@"
      }
    }
  }

  private func isFilledIn(_ column: Column, _ line: SubmissionForm.Line) -> Bool {
    guard case .stored(let stored) = column, !stored.isKey else { return false }
    switch stored {
    case .reason, .nextStep: return line.isLagging
    default: return line.indicator.measure.requirement(of: stored) != .refused
    }
  }

  private func text(_ column: Column, _ line: SubmissionForm.Line) -> String {
    let indicator = line.indicator
    switch column {
    case .stored(.indicator): return indicator.code.description
    case .stored(.unit): return form.unit.nameZH
    case .stored(.period): return form.period.description
    case .stored: return ""
    case .shown(.name): return indicator.nameZH
    case .shown(.unitOfMeasure): return unit(of: indicator) ?? ""
    case .shown(.target): return target(line)
    case .shown(.previous):
      return line.previous.map { FormText.figure(of: $0.period, $0.content.figurePhrase.zh) } ?? ""
    case .shown(.lastYear):
      return line.lastYear.map { FormText.figure(of: $0.key.period, $0.content.figurePhrase.zh) } ?? ""
    case .shown(.onRecord): return onRecord(line)
    case .shown(.instructions): return instructions(line)
    }
  }

  /// The unit in which figures are stated, which for a rate is not the rate's.
  private func unit(of indicator: WorkPlan.Indicator) -> String? {
    switch indicator.measure {
    case .milestone: nil
    case .progress: "%"
    default: indicator.unit(of: .value)
    }
  }

  private func onRecord(_ line: SubmissionForm.Line) -> String {
    guard let revision = line.onRecord else { return "" }
    switch revision.status {
    case .accepted: return FormText.counted(revision.content.figurePhrase.zh)
    case .awaitingReview: return FormText.awaiting(revision.content.figurePhrase.zh)
    case .returned: return FormText.returned(reason: revision.returnReason ?? "")
    }
  }

  private func target(_ line: SubmissionForm.Line) -> String {
    guard let value = line.allocation ?? line.target?.value else { return "" }
    let target = line.allocation == nil ? line.target : nil
    return FormText.target(
      value, tolerance: target?.tolerance, relativeTo: target?.relativeTo, unit: line.indicator.unitOfMeasure,
      direction: line.indicator.direction)
  }

  private func instructions(_ line: SubmissionForm.Line) -> String {
    let indicator = line.indicator
    let asked: [String?] = [
      FormText.instructions(
        indicator.measure, accumulation: indicator.accumulation, unit: indicator.unit(of: .value),
        denominatorUnit: indicator.unit(of: .denominator),
        lastYear: line.lastYear.map { ($0.key.indicator, $0.key.period, $0.content.quantities) }),
      line.dueOn.map(FormText.due),
      line.isLagging ? line.light.map { FormText.lagging(light: $0.name.zh) } : nil,
    ]
    return FormText.listed(asked.compactMap(\.self))
  }

  /// Who filled it in; in columns that no figure stands in, so that nothing of it can be taken for one.
  private func writeContacts(row: Int, to sheet: Sheet) throws(WorkbookError) {
    let label = CellFormat().with {
      $0.bordered = false
      $0.alignment = .right
    }
    let blank = CellFormat().with {
      $0.isLocked = false
      $0.numberFormat = "@"
    }
    for (index, text) in [FormText.filledBy, FormText.checkedBy, FormText.phone].enumerated() {
      try sheet.write(text, row: row, column: 2 * index, as: label)
      try sheet.write("", row: row, column: 2 * index + 1, as: blank)
    }
  }

  private func validate(_ sheet: Sheet) throws(WorkbookError) {
    guard !form.lines.isEmpty else { return }
    let rows = (Self.headerRow + 1)...(Self.headerRow + form.lines.count)
    for (place, column) in columns.enumerated() {
      guard case .stored(let stored) = column, let validation = Self.validation(of: stored) else { continue }
      try sheet.validate(validation, rows: rows, columns: place...place)
    }
  }

  private static func validation(of column: SubmissionColumn) -> CellValidation? {
    switch column {
    case .value, .denominator, .baseValue, .baseDenominator:
      CellValidation(.number(nil), title: FormText.number.title, message: FormText.number.message)
    case .progress:
      CellValidation(.number(0...100), title: FormText.progress.title, message: FormText.progress.message)
    case .stage:
      CellValidation(
        .list(Stage.allCases.map(\.name.zh)), title: FormText.stage.title, message: FormText.stage.message)
    case .occurredOn: CellValidation(.day, title: FormText.day.title, message: FormText.day.message)
    default: nil
    }
  }
}
