import Attainment
import Wording

extension Edition {
  /// The findings, counted by kind, each kind with its first messages.
  var findings: [String: Any] {
    let kinds = Severity.allCases.flatMap { severity in
      report.findings.filter { $0.severity == severity }.sorted { a, b in
        (-a.count, a.code.rawValue) < (-b.count, b.code.rawValue)
      }
    }
    return [
      "has_none": kinds.isEmpty,
      "kinds": kinds.map { kind in
        [
          "code": kind.code.rawValue, "kind_word": say(kind.code.name), "severity": kind.severity.rawValue,
          "severity_word": say(kind.severity.name), "kind_count": kind.count,
          "list_count": say(BulletinSentence.rows(kind.count)), "messages": kind.messages.map { say($0) },
        ]
      },
    ]
  }

  /// What differs from the month's publication before this one; empty when there was none.
  var revised: [String: Any] {
    [
      "has_revisions": report.revisionCount > 0,
      "list_count": say(BulletinSentence.rows(report.revisionCount)),
      "rows": report.revisions.map { revision in
        [
          "indicator": revision.indicator, "name": say(revision.name),
          "revised_unit": revision.unit.map { unitName($0) } ?? say(report.publication.district),
          "actual_before": cell(revision.previousActual), "actual_now": cell(revision.actual),
          "from": revision.previousVerdict.map { values(of: $0) } ?? [:], "to": values(of: revision.verdict),
        ]
      },
    ]
  }
}
