import CSV
import Wording

/// The lines of one of a plan's files, before anything in them is understood: of a CSV file, or of a workbook's sheet.
struct PlanSource {
  /// A line.
  struct Line {
    /// Its number in the file, or its row's in the sheet, from 1.
    var line: Int
    /// The texts of its cells.
    var texts: [String]
    /// Whether cells that are missing at its end are empty, as in a sheet.
    var isPadded = false

    /// Whether nothing stands in it.
    var isBlank: Bool { texts.allSatisfy(\.isEmpty) }
  }

  /// Name by which people find it: of the file, or of the sheet.
  let name: String
  private(set) var lines: [Line] = []
  private(set) var faults: [(line: Int, column: String?, text: FaultText)] = []

  /// Reads a CSV file.
  ///
  /// - Parameters:
  ///   - name: the file's name.
  ///   - csv: its bytes, in UTF-8 or GB18030.
  init(name: String, csv: [UInt8]) {
    self.name = name
    let (text, badLines) = PlanText.utf8(csv)
    faults = badLines.map { ($0, nil, .notText) }
    for row in CSVReader.rows(of: text) {
      switch row {
      case .fault(let fault): faults.append((fault.line, nil, .csv(fault)))
      case .record(let record):
        if record.isBlank { continue }
        // Told above.
        guard let texts = record.texts() else { continue }
        lines.append(Line(line: record.line, texts: texts.map(PlanText.trimmed)))
      }
    }
  }

  /// Lines that were read otherwise.
  init(name: String, lines: [Line], faults: [(line: Int, column: String?, text: FaultText)] = []) {
    self.name = name
    self.lines = lines
    self.faults = faults
  }
}
