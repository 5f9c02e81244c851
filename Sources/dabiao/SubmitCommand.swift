import ArgumentParser
import Attainment
import Foundation
import Intake
import Postgres
import Wording

/// `dabiao submit`: figures from CSV files and workbooks.
struct SubmitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit",
    abstract: "Submit files of figures (\(Term.submit.zh)), each accepted whole or refused whole.")

  @OptionGroup var connection: ConnectionOptions

  @Argument(help: "CSV files in UTF-8 or GB18030, or .xlsx workbooks; - is the standard input.")
  var files: [String]

  @Flag(help: "Only look for faults; store nothing.")
  var check = false

  @Option(help: "Write each receipt into this folder, too; of a refused workbook also a copy with its faults marked.")
  var receipts: String?

  @Option(name: .customLong("submitted-at"), help: "The moment of submission, for loading history; owners only.")
  var submittedAt: Instant?

  func run() async throws {
    let connection = try await connection.connect()
    var (refused, failures) = (0, [IntakeError]())
    var earlier: Receipt?
    var namesakes: [String: Int] = [:]
    for path in files {
      do {
        let file = try SubmissionFile(path: ArgumentBytes.of(path))
        let receipt = try await submit(file, after: earlier, on: connection)
        earlier = receipt
        // Said before it is written: what is on record stays on record where the folder is full.
        print(receipt.text(of: path))
        if receipt.isRefused { refused += 1 }
        guard let receipts else { continue }
        namesakes[file.name, default: 0] += 1
        _ = try file.writeReceipt(
          receipt, into: receipts, at: receipt.moment, number: namesakes[file.name, default: 1])
      } catch let error as IntakeError where error.isOfOneFile {
        // One file that cannot be read or answered stops no other.
        let sentence = ReceiptSentence.failed(error.description, isOnRecord: error.kind == .cannotWrite)
        print("\(PlainText.of(path, limit: 200)): \(sentence.zh)\n    \(sentence.en)")
        failures.append(error)
      }
    }
    // A disk that is full is the machine's matter, and not the files'.
    if let failure = failures.first(where: { $0.kind == .cannotWrite }) { throw failure }
    if refused > 0 { throw FilesRefused(count: refused, total: files.count) }
    if let failure = failures.first { throw failure }
  }

  private func submit(
    _ file: SubmissionFile, after earlier: Receipt?, on connection: Connection
  ) async throws -> Receipt {
    let (district, isCheck, moment) = (self.connection.district, check, submittedAt)
    return try await connection.perform { @Sendable (connection: isolated Connection) in
      try file.submit(on: connection, district: district, isCheck: isCheck, submittedAt: moment, after: earlier)
    }
  }
}

/// Files were refused; their faults have been printed.
struct FilesRefused: Error {
  let count: Int
  let total: Int
}

/// The bytes of the command line's arguments, whatever encoding they are in: a file's name may be in none.
enum ArgumentBytes {
  /// The bytes of an argument that is a text.
  static func of(_ argument: String) -> [UInt8] {
    guard argument.unicodeScalars.contains("\u{FFFD}") else { return Array(argument.utf8) }
    // What is not UTF-8 was replaced on its way into the text.
    return raw.first { String(decoding: $0, as: UTF8.self) == argument } ?? Array(argument.utf8)
  }

  private static var raw: [[UInt8]] {
    (0..<Int(CommandLine.argc)).compactMap { index in
      unsafe CommandLine.unsafeArgv[index].map { pointer in
        let count = unsafe strlen(pointer)
        return unsafe [UInt8](UnsafeRawBufferPointer(start: pointer, count: count))
      }
    }
  }
}
