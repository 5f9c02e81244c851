import Attainment

extension Edition {
  /// How many of the targets that are behind are told of in full; the others stand in a table.
  private static let fullCount = 12

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
        "list_name": Words.all(language)["behind_more"] ?? "", "list_count": sentences.targets(rest.count),
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
      reasons["lagging"] = sentences.lagging(units.map { (name: unitName($0.unit), pace: $0.pace) })
    }
    if target.isProvisional, let coverage = target.coverage {
      reasons["provisional_note"] = sentences.provisional(coverage: coverage)
    }
    if let counts = report.findingCounts[target.indicator], !counts.isEmpty {
      reasons["faults"] = sentences.faults(counts)
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
    return texts.prefix(3).map { text in
      let notes = writers[text] ?? []
      return [
        "note_text": text,
        "note_writers": sentences.writers(notes.map { unitName($0.unit) }, of: notes.map(\.period).max() ?? ""),
      ]
    }
  }
}
