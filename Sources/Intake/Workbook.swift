import Dispatch
import Foundation

/// A workbook (.xlsx) read with openpyxl, which Debian has in the package python3-openpyxl.
struct Workbook {
  /// Where its CSV is, for as long as the folder is referred to.
  let folder: TemporaryFolder
  /// The CSV, in UTF-8; nil where no sheet could be read.
  let text: ByteSource?
  /// What the CSV cannot show.
  let faults: [Fault]

  /// How a file begins that is an archive, as .xlsx and .ods are.
  static let archiveMark: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
  /// How a file begins that is a compound document, as .xls is.
  static let compoundMark: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]

  /// What the script writes for each fault.
  private struct Entry: Decodable {
    var kind: String
    var line: Int
    var column: String
    var found: String
  }

  /// Reads a workbook.
  ///
  /// - Parameter source: its bytes.
  /// - Throws: ``IntakeError`` of kind `configuration` where the reader is not installed, `cannotWrite` where there is
  ///   no room for the CSV.
  init(_ source: ByteSource) throws {
    folder = try TemporaryFolder()
    let (book, csv, list) = (folder.path + "/book.xlsx", folder.path + "/sheet.csv", folder.path + "/faults")
    try Self.write(source, to: book)
    let script = String(decoding: PackageResources.workbook_py, as: UTF8.self)
    switch try Self.run(["-I", "-c", script, book, csv, list]) {
    case 0:
      let lines = try Data(contentsOf: URL(fileURLWithPath: list)).split(separator: 0x0A)
      let entries = try lines.map { try JSONDecoder().decode(Entry.self, from: $0) }
      faults = entries.map(Self.fault)
      text = entries.contains { $0.kind == "sheets" } ? nil : .file(path: csv)
    case 3:
      throw Self.noReader
    default:
      faults = [.unreadableWorkbook()]
      text = nil
    }
  }

  private static let noReader = IntakeError(
    .configuration, "a workbook (.xlsx) can be read only where the Debian package python3-openpyxl is installed",
    hint: "install it, or save the sheet as \"CSV UTF-8\"")

  private static func write(_ source: ByteSource, to path: String) throws {
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let handle = FileHandle(forWritingAtPath: path)
    else { throw IntakeError(.cannotWrite, "\(path) cannot be written", hint: "name a folder with room with TMPDIR") }
    defer { try? handle.close() }
    try source.forEachPiece { piece in
      do {
        try handle.write(contentsOf: Data(piece))
      } catch {
        throw IntakeError(.cannotWrite, "\(path) cannot be written", hint: "name a folder with room with TMPDIR")
      }
    }
  }

  /// Debian's own Python, which sees Debian's openpyxl.
  private static func run(_ arguments: [String]) throws(IntakeError) -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = arguments
    process.environment = ["LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    do {
      try process.run()
    } catch {
      throw noReader
    }
    ended.wait()
    return process.terminationReason == .exit ? process.terminationStatus : -1
  }

  private static func fault(_ entry: Entry) -> Fault {
    let column = SubmissionColumn(rawValue: entry.column)
    switch entry.kind {
    case "sheets": return .severalSheets(entry.found)
    case "merged": return .mergedCells(entry.found, line: entry.line)
    case "hidden": return .hiddenRow(line: entry.line)
    case "scaled": return .scaledFigure(entry.found, column: column, line: entry.line)
    default: return .uncalculated(entry.found, column: column, line: entry.line)
    }
  }
}
