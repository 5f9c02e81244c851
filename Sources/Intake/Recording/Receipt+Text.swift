import Attainment
import Wording

extension Receipt {
  /// Most faults that are printed, and most lines on each other matter.
  static let faultLimit = 1_000
  static let detailLimit = 50

  /// The receipt as people read it: each line in Chinese, and in English below it.
  ///
  /// - Parameter name: what the file is called.
  /// - Returns: lines without anything in them that steers a terminal.
  public func text(of name: String) -> String {
    let name = PlainText.of(name, limit: 200)
    var lines = faults.prefix(Self.faultLimit).map { "\(name):\($0)" }
    if faults.count > Self.faultLimit {
      lines.append(Self.lines(ReceiptSentence.moreFaults(faults.count - Self.faultLimit), name))
    }
    let form = encoding.map { " (\($0.rawValue))" } ?? ""
    lines.append(Self.lines(summary, name + form))
    for detail in details { lines.append("    \(detail.zh)\n        \(detail.en)") }
    return lines.joined(separator: "\n")
  }

  /// The receipt in Chinese alone, for whoever sent the file.
  public func chineseText(of name: String) -> String {
    var lines = [PlainText.of(name, limit: 200), summary.zh]
    lines += faults.prefix(Self.faultLimit).map { $0.text.line($0.line, column: $0.column, cell: $0.cell) }
    if faults.count > Self.faultLimit { lines.append(ReceiptSentence.moreFaults(faults.count - Self.faultLimit).zh) }
    return (lines + details.map(\.zh)).joined(separator: "\n")
  }

  private static func lines(_ phrase: Phrase, _ name: String) -> String { "\(name): \(phrase.zh)\n    \(phrase.en)" }

  /// What was decided, with the counts of what became of the lines.
  var summary: Phrase {
    let figures = judgement.decisions.count
    switch outcome {
    case .refused(let batch): return ReceiptSentence.refused(faults: faults.count, batch: batch)
    case .failsCheck: return ReceiptSentence.failsCheck(faults: faults.count)
    case .accepted(let batch): return counted(ReceiptSentence.accepted(batch: batch, figures: figures))
    case .passesCheck: return counted(ReceiptSentence.passesCheck(figures: figures))
    }
  }

  private func counted(_ phrase: Phrase) -> Phrase {
    let counts: [(Int, (Int) -> Phrase)] = [
      (newCount, ReceiptSentence.new), (correctionCount, ReceiptSentence.corrected),
      (answerCount, ReceiptSentence.answered),
      (unchangedCount, ReceiptSentence.unchanged), (unfilledCount, ReceiptSentence.unfilled),
    ]
    let said = counts.filter { $0.0 > 0 }.map { $0.1($0.0) }
    return ReceiptSentence.listed([phrase] + said)
  }

  /// What else there is to tell of a file that is taken.
  var details: [Phrase] {
    guard !isRefused else { return [] }
    var details: [Phrase] = []
    if let sameAs { details.append(ReceiptSentence.sameFile(batch: sameAs)) }
    if awaitingCount > 0 { details.append(ReceiptSentence.awaitsReview(awaitingCount)) }
    details += judgement.decisions.compactMap(Self.change).prefix(Self.detailLimit)
    details += judgement.warnings.prefix(Self.detailLimit).map {
      ReceiptSentence.warning(Self.name(of: $0.key), $0.text)
    }
    details += judgement.unfilled.prefix(Self.detailLimit).map { ReceiptSentence.notFilledIn(Self.name(of: $0)) }
    return details + readingDetails
  }

  private static func change(_ decision: Judgement.Decision) -> Phrase? {
    let name = name(of: decision.entry.key)
    switch decision.effect {
    case .correction(let old):
      return ReceiptSentence.correction(name, from: old.content.phrase, to: decision.entry.content.phrase)
    case .answer: return ReceiptSentence.answer(name, decision.entry.content.phrase)
    case .new, .unchanged: return nil
    }
  }

  private static func name(of key: FigureKey) -> String { "\(key.indicator) \(key.unit) \(key.period)" }

  /// What of the file was passed over, and what was taken otherwise than it is shown.
  private var readingDetails: [Phrase] {
    var details: [Phrase] = []
    let passed = Dictionary(grouping: draft.passed, by: \.kind)
    details += (passed[.sheet] ?? []).map { ReceiptSentence.sheetPassedOver($0.text) }
    let lines = [Draft.Passed.Kind.title, .heading, .footer, .repeatedHeader].flatMap { passed[$0] ?? [] }.map(\.line)
    if !lines.isEmpty {
      details.append(ReceiptSentence.linesPassedOver(Array(lines.sorted().prefix(20))))
    }
    let columns = (passed[.extraColumn] ?? []) + (passed[.emptyColumn] ?? [])
    if !columns.isEmpty { details.append(ReceiptSentence.columnsPassedOver(columns.prefix(20).map(\.text))) }
    details += rounded.prefix(Self.detailLimit)
    if !draft.contacts.isEmpty {
      details.append(
        ReceiptSentence.contacts(
          filledBy: draft.contacts[.filledBy], checkedBy: draft.contacts[.checkedBy], phone: draft.contacts[.phone]))
    }
    return details
  }

  private var rounded: [Phrase] {
    draft.lines.flatMap { line in
      SubmissionColumn.allCases.filter(\.isFigure).compactMap { column in
        guard let cell = line.cells[column], let address = cell.address, case .number(let shown) = cell.content,
          shown.kind == .rounded
        else { return nil }
        return ReceiptSentence.rounded(address, stored: cell.text, shown: shown.text)
      }
    }
  }
}

extension FigureContent {
  /// What is said of the figure, in a few words.
  var phrase: Phrase {
    let remarks: [(SubmissionColumn, String?)] = [
      (.reason, reason), (.nextStep, nextStep), (.evidence, evidence), (.note, note),
    ]
    return Self.listed(figures + remarks.map { column, text in (column, text.map { ReceiptSentence.quoted($0) }) })
  }

  /// The same without what is free text.
  var figurePhrase: Phrase { Self.listed(figures) }

  private var figures: [(SubmissionColumn, Phrase?)] {
    let numbers: [(SubmissionColumn, Figure?)] = [
      (.value, value), (.denominator, denominator), (.baseValue, baseValue), (.baseDenominator, baseDenominator),
    ]
    return numbers.map { column, figure in (column, figure.map { Phrase(zh: $0.description, en: $0.description) }) } + [
      (.stage, stage.map(\.name)), (.progress, progress.map { Phrase(zh: "\($0)%", en: "\($0) %") }),
      (.occurredOn, occurredOn.map { Phrase(zh: $0.description, en: $0.description) }),
    ]
  }

  private static func listed(_ parts: [(SubmissionColumn, Phrase?)]) -> Phrase {
    ReceiptSentence.listed(parts.compactMap { column, text in text.map { ReceiptSentence.said(column, $0) } })
  }
}
