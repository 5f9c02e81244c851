import Attainment
import Wording

extension Explanation.Submission {
  /// What the reporter said, and who said and accepted it when.
  ///
  /// - Parameter code: the indicator of last year's plan that this one continues.
  /// - Returns: two lines.
  func lines(continuing code: String?) -> [Phrase] {
    [
      ExplanationSentence.submission(
        reporter: reporter, name: name, period: period, revision: revision, content: content(continuing: code)),
      ExplanationSentence.provenance(
        submittedAt: submittedAtLocal, by: submittedBy, file: file, line: line, acceptedAt: acceptedAtLocal ?? "",
        by: acceptedBy),
    ]
  }

  private func content(continuing code: String?) -> [(term: Phrase, text: Phrase)] {
    func same(_ text: String) -> Phrase { Phrase(zh: text, en: text) }
    func base(_ text: String?, _ origin: Explanation.BaseOrigin?) -> Phrase? {
      switch (origin, text, taken) {
      case (.missing, _, _): ExplanationSentence.noBase(continuing: code)
      case (.lastYear, let text?, let taken?):
        ExplanationSentence.lastYears(text, of: taken.indicator, taken.period, revision: taken.revision)
      default: text.map(same)
      }
    }
    let cells: [(term: Phrase, text: Phrase?)] = [
      (Term.value, value.map(same)),
      (Term.denominator, denominator.map(same)),
      (Term.baseValue, base(baseValue, baseValueFrom)),
      (Term.baseDenominator, base(baseDenominator, baseDenominatorFrom)),
      (Term.stage, stage?.name),
      (Term.progress, progress.map(same)),
      (Term.occurredOn, occurredOn.map(same)),
      (Term.reasonForLag, lagReason.map(same)),
      (Term.nextStep, nextStep.map(same)),
      (Term.evidence, evidence.map(same)),
      (Term.note, note.map(same)),
    ]
    return cells.compactMap { cell in cell.text.map { (cell.term, $0) } }
  }
}

extension Explanation.Step {
  /// The value as printed.
  var printed: String { amount.description }

  /// The formula, its numbers, the exact value where it was rounded, and the value as printed.
  var text: String {
    var parts: [String] = []
    if let formula {
      parts.append(formula.symbols)
      if formula.numbers != formula.symbols { parts.append(formula.numbers) }
    }
    guard amount.isRounded else {
      if parts.last != printed { parts.append(printed) }
      return parts.joined(separator: " = ")
    }
    return (parts + ["\(exact.numeratorText)/\(exact.denominatorText)"]).joined(separator: " = ") + " ≈ \(printed)"
  }
}
