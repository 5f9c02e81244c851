import Encoding
import Wording
import Workbook

extension SubmissionFile {
  /// What the file says, as far as it alone tells.
  ///
  /// - Parameter limits: what reading a workbook may cost.
  /// - Returns: the lines and faults, and the form found; nil where the file is none that is read.
  /// - Throws: ``IntakeError`` of kind `configuration` where this machine cannot read the encoding.
  func draft(limits: ReadingLimits = ReadingLimits()) throws(IntakeError) -> (form: TextEncoding?, draft: Draft) {
    let form: FileForm
    do {
      form = try FileForm.of(bytes)
    } catch {
      return (nil, Draft(faults: error.lines.map { Fault(.encoding, line: $0.line, error.text(of: $0)) }))
    }
    switch form {
    case .text(.gb18030):
      let (text, bad) = try Self.decoded(bytes)
      var draft = DraftReader.draft(of: Table(csv: text, lineLimit: Self.lineLimit))
      draft.faults += bad.map { line in
        Fault(
          .encoding, line: line.line,
          .invalidBytes(Hexadecimal.spelled(line.bytes), encoding: TextEncoding.gb18030.rawValue))
      }
      return (.gb18030, draft)
    case .text(let encoding):
      return (encoding, DraftReader.draft(of: Table(csv: bytes, lineLimit: Self.lineLimit)))
    case .workbook:
      return workbookDraft(limits)
    case .oldWorkbook: return (nil, Draft(.oldWorkbook))
    case .locked: return (nil, Draft(.password))
    case .webPage: return (nil, Draft(.webPage))
    case .xmlDocument: return (nil, Draft(.xmlDocument))
    case .otherDocument: return (nil, Draft(.otherDocument))
    }
  }

  private static func decoded(_ bytes: [UInt8]) throws(IntakeError) -> (text: [UInt8], bad: [GB18030Text.BadLine]) {
    do {
      return try GB18030Text.decoded(bytes)
    } catch {
      throw IntakeError(.configuration, error.description, hint: GB18030Text.Unavailable.hint)
    }
  }

  private func workbookDraft(_ limits: ReadingLimits) -> (form: TextEncoding?, draft: Draft) {
    do throws(ReadingError) {
      let book = try WorkbookContent(reading: bytes, limits: limits)
      return (.workbook, Draft(of: book))
    } catch {
      switch error {
      case .damaged: return (nil, Draft(.damagedWorkbook))
      case .encrypted: return (nil, Draft(.password))
      case .tooLarge, .tooSlow: return (nil, Draft(.oversizedWorkbook))
      case .otherArchive(.openDocument): return (nil, Draft(.openDocument))
      case .otherArchive(.binaryWorkbook): return (nil, Draft(.binaryWorkbook))
      case .otherArchive: return (nil, Draft(.otherDocument))
      }
    }
  }
}

extension Draft {
  /// A file of which nothing can be read.
  init(_ text: FaultText) {
    faults = [Fault(.form, line: 1, text)]
  }

  /// The sheet of figures of a workbook. Sheets of explanations beside it are passed over; another one with figures is not.
  init(of book: WorkbookContent) {
    let tables = book.sheets.map {
      (isVisible: $0.isVisible, table: Table($0, of: book, lineLimit: SubmissionFile.lineLimit))
    }
    .filter { !$0.table.rows.isEmpty }
    let visible = tables.filter(\.isVisible).map(\.table)
    let main = visible.first { $0.isHeaded && $0.holdsFigures } ?? visible.first(where: \.isHeaded) ?? visible.first
    guard let main else {
      let hidden = tables.map(\.table).filter(\.holdsFigures).compactMap(\.sheet)
      self.init()
      faults = [
        hidden.isEmpty ? Fault(.noHeader, line: 1, .emptyFile) : Fault(.severalSheets, line: 1, .severalSheets(hidden))
      ]
      return
    }
    self = DraftReader.draft(of: main)
    let others = tables.map(\.table).filter { $0.sheet != main.sheet }
    let withFigures = others.filter(\.holdsFigures).compactMap(\.sheet)
    if !withFigures.isEmpty { faults.append(Fault(.severalSheets, line: 1, .severalSheets(withFigures))) }
    passed += others.compactMap(\.sheet).map { Passed(kind: .sheet, line: 1, text: $0) }
  }
}

extension Table {
  /// Whether it has a header of figures.
  fileprivate var isHeaded: Bool {
    guard let header = Header.find(in: self) else { return false }
    return header.columns.keys.count >= 2
  }

  /// Whether figures stand in it: below names of columns, or beside the code of an indicator.
  fileprivate var holdsFigures: Bool {
    var isBelowHeader = false
    for row in rows {
      if row.cells.contains(where: { Vocabulary.indicatorCode($0.text) != nil }),
        row.cells.count(where: \.looksLikeFigure) > 0
      {
        return true
      }
      if isBelowHeader, row.cells.contains(where: \.looksLikeFigure), row.cells.count >= 2 { return true }
      if Header.namesColumns(row) { isBelowHeader = true }
    }
    return false
  }
}

extension EncodingDoubt {
  /// What the doubt is, as told for one of its lines.
  fileprivate func text(of line: Line) -> FaultText {
    let bytes = Hexadecimal.spelled(line.bytes)
    return switch kind {
    case .utf16: .utf16
    case .utf32: .utf32
    case .invalid(let encoding): .invalidBytes(bytes, encoding: encoding.rawValue)
    case .unlikely: .unlikelyBytes(bytes)
    case .ambiguous: .ambiguousBytes(bytes)
    }
  }
}
