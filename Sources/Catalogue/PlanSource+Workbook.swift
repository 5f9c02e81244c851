import Attainment
import Wording
import Workbook

extension PlanSource {
  /// Reads a sheet of a workbook.
  ///
  /// - Parameters:
  ///   - sheet: the sheet.
  ///   - book: the workbook that it is of.
  init(_ sheet: SheetContent, of book: WorkbookContent) {
    var lines: [Line] = []
    var faults: [(line: Int, column: String?, text: FaultText)] = []
    for row in sheet.rows {
      var texts: [String] = []
      for cell in row.cells {
        while texts.count < cell.column { texts.append("") }
        switch Self.text(of: cell, in: book) {
        case .success(let text): texts.append(PlanText.trimmed(text))
        case .failure(let formula):
          texts.append("")
          faults.append((row.number, nil, .formulaWithoutValue(formula.shown)))
        }
      }
      lines.append(Line(line: row.number, texts: texts, isPadded: true))
    }
    self.init(name: sheet.name, lines: lines, faults: faults)
  }

  /// A formula that has no value.
  private struct Formula: Error {
    var shown: String
  }

  /// What a reader sees in a cell, as the format of plans writes it.
  private static func text(of cell: CellContent, in book: WorkbookContent) -> Result<String, Formula> {
    let look = book.looks[cell.look]
    if cell.formula != nil, book.awaitsCalculation { return .failure(Formula(shown: cell.formula ?? "")) }
    switch cell.value {
    case .text(let text): return .success(text)
    case .boolean(let truth): return .success(truth ? "true" : "false")
    case .error(let error): return .failure(Formula(shown: error))
    case .nothing(let isCalculated):
      return isCalculated || cell.formula == nil ? .success("") : .failure(Formula(shown: cell.formula ?? ""))
    case .number(let stored):
      if look.format.isDate, let day = Day(serial: stored, from1904: book.countsFrom1904) {
        return .success(day.description)
      }
      let decimal = TypedNumber.decimal(of: stored) ?? stored
      // A percentage is not what its cell holds: 5 % is kept as 0.05.
      return .success(look.format.code.contains("%") ? look.format.shown(decimal).text : decimal)
    }
  }
}

extension WorkPlan {
  /// Reads the plan in a workbook.
  static func read(workbook path: String) throws(CatalogueError) -> WorkPlan {
    let book: WorkbookContent
    do {
      book = try WorkbookContent(reading: try bytes(of: path))
    } catch let error as CatalogueError {
      throw error
    } catch {
      throw .unreadable(path: path, reason: FaultText.notWorkbook.en)
    }
    var tables: [String: PlanTable] = [:]
    var faults: [PlanFault] = []
    for sheet in book.sheets where !sheet.rows.isEmpty {
      let name = PlanText.trimmed(sheet.name)
      if let file = PlanFile.all.first(where: { $0.title == name || $0.stem == name.lowercased() }) {
        tables[file.name] = PlanTable(file, PlanSource(sheet, of: book))
      } else if !PlanFile.isAside(name) {
        faults.append(
          PlanFault(file: name, line: 1, column: nil, text: .unknownSheet(name, of: PlanFile.all.map(\.stem))))
      }
    }
    for file in PlanFile.all where file.isRequired && tables[file.name] == nil {
      faults.append(PlanFault(file: file.title, line: 1, column: nil, text: .missingSheet(file.stem)))
    }
    if !faults.isEmpty { throw .faults(faults + tables.values.flatMap(\.faults)) }
    return try read(tables)
  }
}
