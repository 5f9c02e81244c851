import Attainment

extension Edition {
  /// The findings, counted by kind, each kind with its first messages.
  var findings: [String: Any] {
    let order = ["error": 0, "warning": 1, "info": 2]
    let kinds = report.findings.sorted { a, b in
      (order[a.severity] ?? 3, -a.count, a.code) < (order[b.severity] ?? 3, -b.count, b.code)
    }
    return [
      "has_none": kinds.isEmpty,
      "kinds": kinds.map { kind in
        [
          "code": kind.code, "kind_word": sentences.finding(kind.code), "severity": kind.severity,
          "severity_word": sentences.severity(kind.severity), "kind_count": kind.count,
          "list_count": sentences.rows(kind.count), "messages": kind.messages.map { $0.text(language) },
        ]
      },
    ]
  }

  /// What differs from the month's publication before this one; empty when there was none.
  var revised: [String: Any] {
    [
      "has_revisions": report.revisionCount > 0,
      "list_count": sentences.rows(report.revisionCount),
      "rows": report.revisions.map { revision in
        [
          "indicator": revision.indicator, "name": revision.name.text(language),
          "revised_unit": revision.unit.map { unitName($0) } ?? report.publication.district.text(language),
          "actual_before": cell(revision.previousActual), "actual_now": cell(revision.actual),
          "from": revision.previousVerdict.map { values(of: $0) } ?? [:], "to": values(of: revision.verdict),
        ]
      },
    ]
  }
}
