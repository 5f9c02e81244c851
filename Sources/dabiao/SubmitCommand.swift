import ArgumentParser
import Attainment
import Intake
import Postgres
import Wording

/// `dabiao submit`: submissions from CSV files.
struct SubmitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit",
    abstract: "Submit files of figures (\(Term.submit.zh)), each accepted whole or refused whole.")

  @OptionGroup var connection: ConnectionOptions

  @Argument(help: "CSV files in UTF-8 or GB18030, or .xlsx workbooks.")
  var files: [String]

  @Flag(help: "Only look for faults; store nothing.")
  var check = false

  @Option(name: .customLong("submitted-at"), help: "The moment of submission, for loading history; owners only.")
  var submittedAt: Instant?

  func run() async throws {
    let connection = try await connection.connect()
    let (district, isCheck, moment) = (self.connection.district, check, submittedAt)
    var refused = 0
    for path in files {
      let file = try SubmissionFile(path: path)
      let receipt = try await connection.perform { @Sendable (connection: isolated Connection) in
        try file.submit(on: connection, district: district, isCheck: isCheck, submittedAt: moment)
      }
      report(receipt, of: path)
      if receipt.isRefused { refused += 1 }
    }
    if refused > 0 { throw FilesRefused(count: refused, total: files.count) }
  }

  private func report(_ receipt: Receipt, of path: String) {
    for fault in receipt.faults { print("\(path):\(fault)") }
    if receipt.faultCount > receipt.faults.count {
      let rest = receipt.faultCount - receipt.faults.count
      say(ReceiptSentence.moreFaults(rest), of: path)
    }
    let encoding = receipt.encoding.map { " (\($0.rawValue))" } ?? ""
    switch receipt.outcome {
    case .accepted(let batch):
      print(
        "\(path)\(encoding): accepted, \(receipt.newCount) new figures, \(receipt.correctionCount) corrections, "
          + "\(receipt.unchangedCount) unchanged (batch \(batch))")
    case .refused(let batch):
      say(ReceiptSentence.refused(faults: receipt.faultCount, batch: batch), of: "\(path)\(encoding)")
    case .alreadyKnown(let batch):
      print("\(path): the same file was accepted before (batch \(batch)); nothing was added")
    case .passesCheck:
      print("\(path)\(encoding): no fault in \(receipt.lineCount) lines; nothing was stored")
    case .failsCheck:
      say(ReceiptSentence.failsCheck(faults: receipt.faultCount), of: "\(path)\(encoding)")
    }
  }

  /// Prints a sentence about a file, Chinese first.
  private func say(_ sentence: Phrase, of file: String) { print("\(file): \(sentence.zh)\n    \(sentence.en)") }
}

/// Files were refused; their faults have been printed.
struct FilesRefused: Error {
  let count: Int
  let total: Int
}
