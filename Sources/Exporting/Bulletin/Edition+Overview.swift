import Attainment
import Wording

extension Edition {
  /// How many shortfalls the overview names.
  private static let topCount = 5

  /// The month in one minute: the lights in words, the headline with verdicts, the worst shortfalls.
  var overview: [String: Any] {
    let now = MonthReport.LightCount(report.targets.map(\.verdict))
    let before = lastMonth.isEmpty ? nil : MonthReport.LightCount(lastMonth.values.map(\.verdict))
    let tiles = Light.inOrder.map { light in
      var tile: [String: Any] = [
        "light": light.rawValue, "mark": light.mark, "light_word": say(light.name), "light_count": now[light],
      ]
      if let before { tile["light_change"] = say(BulletinSentence.change(now[light] - before[light])) }
      if light == .grey, now.grey > 0 { tile["light_detail"] = greyVerdicts }
      return tile
    }
    return values(of: now).merging([
      "tiles": tiles,
      "digest": digest,
      "top": report.behind.prefix(Self.topCount).map { values(of: $0) },
    ]) { $1 }
  }

  /// Which verdicts make up the grey lights.
  private var greyVerdicts: String {
    let counts = [Verdict.overdue, .noData, .notAssessable, .notDue].map { verdict in
      (verdict: verdict, count: report.targets.count { $0.verdict == verdict })
    }
    return say(BulletinSentence.verdicts(counts.filter { $0.count > 0 }))
  }

  /// A line each for what the page says further down, with the anchor of the place.
  private var digest: [[String: Any]] {
    func line(_ place: BulletinTerm, _ text: Phrase) -> [String: Any] {
      ["digest_anchor": place.rawValue, "digest_name": say(place.phrase), "digest_text": say(text)]
    }
    let projects = MonthReport.LightCount(report.targets.filter(\.isLivelihood).map(\.verdict))
    let severities = Severity.allCases.map { severity in
      (severity: severity, count: report.findings.filter { $0.severity == severity }.reduce(0) { $0 + $1.count })
    }
    var lines = [
      line(.livelihood, projects.sentence), line(.findings, BulletinSentence.severities(severities)),
    ]
    if !lastMonth.isEmpty {
      let moves = Move.allCases.map { (move: $0.term, count: moved($0).count) }
      lines.insert(line(.changes, BulletinSentence.moves(moves)), at: 0)
    }
    return lines
  }

  /// The headline indicators with their bars.
  var headlines: [[String: Any]] { report.targets.filter(\.isHeadline).map { values(of: $0) } }

  /// The sections' counts.
  var sectionRows: [[String: Any]] {
    let names = Dictionary(uniqueKeysWithValues: report.targets.map { ($0.indicator, $0.name) })
    return report.sections.map { section in
      values(of: section.lights).merging([
        "section": section.section, "section_title": say(section.title),
        "worst_indicator": cell(section.worstIndicator),
        "worst_name": section.worstIndicator.flatMap { names[$0].map(say) } ?? "",
      ]) { $1 }
    }
  }

  /// The lead units' scorecards.
  var departments: [[String: Any]] {
    report.ranked.map { card in
      values(of: card.lights).merging([
        "department": card.unit, "department_name": say(card.name), "score": cell(card.score),
        "completeness": cell(card.completeness), "timeliness": cell(card.timeliness),
        "acceptance": cell(card.acceptance), "worst_indicator": cell(card.worstIndicator),
      ]) { $1 }
    }
  }

  /// The livelihood projects, each light's list by itself.
  var livelihood: [String: Any] {
    let projects = report.targets.filter(\.isLivelihood)
    let lights = MonthReport.LightCount(projects.map(\.verdict))
    return values(of: lights).merging([
      "lists": [Light.red, .yellow, .grey, .green].compactMap { light -> [String: Any]? in
        list("livelihood-\(light.rawValue)", of: projects.filter { $0.verdict.light == light }, light: light)
      }
    ]) { $1 }
  }

  /// Every section with all of its targets.
  var allSections: [[String: Any]] {
    let bySection = Dictionary(grouping: report.targets, by: \.section)
    return report.sections.map { section in
      let targets = bySection[section.section] ?? []
      return [
        "list_name": "\(section.section) \(say(section.title))",
        "list_count": say(BulletinSentence.indicators(targets.count)),
        "rows": targets.map { values(of: $0) },
      ]
    }
  }

  /// A list of targets behind a summary line; nil when it is empty.
  func list(_ id: String, of targets: [MonthReport.Target], light: Light) -> [String: Any]? {
    guard !targets.isEmpty else { return nil }
    return [
      "list_light": light.rawValue, "is_printed": light == .red, "list_mark": light.mark,
      "list_name": say(light.name),
      "list_count": say(BulletinSentence.indicators(targets.count)),
      "rows": targets.map { values(of: $0) },
    ]
  }
}
