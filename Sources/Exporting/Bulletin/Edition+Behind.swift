import Attainment
import Wording

extension Edition {
  /// How many of the targets that are behind are told of in full; the others stand in a table.
  private static let fullCount = 12

  /// How many lagging units are named.
  private static let namedCount = 3

  /// What is behind, and why.
  var behind: [String: Any] {
    let behind = report.behind
    let rest = behind.dropFirst(Self.fullCount)
    var values: [String: Any] = [
      "full": behind.prefix(Self.fullCount).map { target in
        self.values(of: target).merging(["reasons": reasons(target)]) { $1 }
      },
      "has_any": !behind.isEmpty,
    ]
    if !rest.isEmpty {
      values["more"] = [
        "list_name": say(BulletinTerm.behindMore.phrase),
        "list_count": say(BulletinSentence.indicators(rest.count)),
        "rows": rest.map { self.values(of: $0) },
      ]
    }
    return values
  }

  /// What the figures say of why a target is behind.
  private func reasons(_ target: MonthReport.Target) -> [String: Any] {
    var reasons: [String: Any] = [:]
    if let projected = target.projected { reasons["projected"] = projected }
    if let required = target.requiredPerMonth { reasons["required"] = required }
    let units = report.laggingUnits.filter { $0.indicator == target.indicator }
      .sorted(byFigure: \.pace)
    if !units.isEmpty {
      let worst = units.prefix(Self.namedCount).map { (name: unitPhrase($0.unit), pace: $0.pace) }
      reasons["lagging"] = say(BulletinSentence.lagging(worst, of: units.count))
    }
    if target.isProvisional, let coverage = target.coverage {
      reasons["provisional_note"] = say(BulletinSentence.provisional(coverage: coverage))
    }
    if let counts = report.findingCounts[target.indicator], !counts.isEmpty {
      let inOrder = counts.sorted { $0.key.rawValue < $1.key.rawValue }.map { (code: $0.key, count: $0.value) }
      reasons["faults"] = say(BulletinSentence.findings(inOrder))
    }
    reasons["reporter_notes"] = reporterNotes(target.indicator)
    return reasons
  }

  /// What the reporters of an indicator wrote, each text once, whoever wrote it too.
  private func reporterNotes(_ indicator: String) -> [[String: Any]] {
    var texts: [String] = []
    var writers: [String: [MonthReport.Note]] = [:]
    for note in report.notes where note.indicator == indicator {
      if writers[note.text] == nil { texts.append(note.text) }
      writers[note.text, default: []].append(note)
    }
    return texts.prefix(3).compactMap { text -> [String: Any]? in
      guard let notes = writers[text], let first = notes.first, let period = notes.map(\.period).max() else {
        return nil
      }
      return [
        "note_text": text,
        "note_writers": say(
          BulletinSentence.writers(first: unitPhrase(first.unit), of: notes.count, period: period)),
      ]
    }
  }
}
