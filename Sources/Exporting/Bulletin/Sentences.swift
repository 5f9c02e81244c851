import Attainment

/// What the page says of values, in one language.
struct Sentences {
  let language: Language

  private func choose(_ chinese: String, _ english: String) -> String { language == .chinese ? chinese : english }

  /// The page's heading.
  func heading(_ publication: MonthReport.Publication) -> String {
    let month = publication.month
    return choose(
      "\(publication.district.chinese)\(month.year)年\(month.month)月目标进度",
      "\(publication.district.english): progress on targets, \(name(of: month)) \(month.year)")
  }

  /// A month's name without its year.
  func name(of month: Month) -> String {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    return choose("\(month.month)月", names[month.month - 1])
  }

  /// A month's name, short enough for an axis.
  func shortName(of month: Int) -> String {
    let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return choose("\(month)月", names[month - 1])
  }

  /// A verdict.
  func verdict(_ verdict: Verdict) -> String {
    switch language {
    case .chinese: verdict.nameZH
    case .english: spaced(verdict.rawValue)
    }
  }

  /// A light.
  func light(_ light: Light) -> String { choose(light.nameZH, light.rawValue) }

  /// A code as English words.
  private func spaced(_ code: String) -> String { code.split(separator: "_").joined(separator: " ") }

  /// A count with its sign, against the month before.
  func change(_ difference: Int) -> String {
    let sign = difference > 0 ? "+\(difference)" : difference < 0 ? "−\(-difference)" : choose("持平", "no change")
    return choose("较上月 \(sign)", difference == 0 ? sign : "\(sign) on last month")
  }

  /// The lights in words, for those who do not see the bar.
  func lights(_ count: MonthReport.LightCount) -> String {
    choose(
      "\(count.total)项指标：绿灯\(count.green)项，黄灯\(count.yellow)项，红灯\(count.red)项，灰灯\(count.grey)项。",
      "\(count.total) targets: \(count.green) green, \(count.yellow) yellow, \(count.red) red, \(count.grey) grey.")
  }

  /// Which verdicts make up the grey lights.
  func grey(_ verdicts: some Sequence<Verdict>) -> String {
    var counts: [Verdict: Int] = [:]
    for verdict in verdicts { counts[verdict, default: 0] += 1 }
    return [Verdict.overdue, .noData, .notAssessable, .notDue]
      .compactMap { kind in counts[kind].map { "\(verdict(kind)) \($0)" } }.joined(separator: choose("、", ", "))
  }

  /// Counts with their names, in one sentence.
  func list(_ counts: [(word: String, count: Int)]) -> String {
    counts.map { choose("\($0.word)\($0.count)项", "\($0.word): \($0.count)") }.joined(separator: choose("，", ", "))
      + choose("。", ".")
  }

  /// The findings, counted by severity.
  func severities(_ findings: [MonthReport.Finding]) -> String {
    ["error", "warning", "info"].map { word in
      let count = findings.filter { $0.severity == word }.reduce(0) { $0 + $1.count }
      return choose("\(severity(word))\(count)条", "\(severity(word)) \(count)")
    }.joined(separator: choose("，", ", ")) + choose("。", ".")
  }

  /// How far a target is along, against what is expected.
  func progress(_ target: MonthReport.Target) -> String {
    let attainment = target.attainment ?? "–"
    let expected = target.expected ?? "–"
    return choose("达标率 \(attainment)%，序时进度 \(expected)%", "attainment \(attainment) %, expected \(expected) %")
  }

  /// What one line chart shows.
  func chart(_ name: String, _ points: [MonthReport.TrendPoint]) -> String {
    let values = points.compactMap { point in
      point.actual.map { "\(shortName(of: point.month.month)) \($0)" }
    }.joined(separator: choose("，", ", "))
    let target = points.last?.target ?? "–"
    return choose("\(name)：目标 \(target)；各月实绩 \(values)。", "\(name): target \(target); actual by month: \(values).")
  }

  /// How many of a target's units are behind, and which most.
  func lagging(_ units: [(name: String, pace: String?)]) -> String {
    let shown = units.prefix(3).map { unit in
      unit.pace.map { choose("\(unit.name)（\($0)%）", "\(unit.name) (\($0) %)") } ?? unit.name
    }.joined(separator: choose("、", ", "))
    let rest = units.count > 3 ? choose("等", ", …") : ""
    return choose(
      "分解单位中\(units.count)个滞后：\(shown)\(rest)。",
      "\(units.count) of its units \(units.count == 1 ? "is" : "are") behind: \(shown)\(rest).")
  }

  /// The faults of an indicator's figures, counted.
  func faults(_ counts: [String: Int]) -> String {
    counts.sorted { $0.key < $1.key }.map {
      choose("\(finding($0.key)) \($0.value) 条", "\(finding($0.key)) \($0.value)")
    }
    .joined(separator: choose("、", ", "))
  }

  /// That a figure is still provisional.
  func provisional(coverage: String) -> String {
    choose("数据未报齐，结果暂定：覆盖率 \(coverage)%。", "Figures are still missing, so this is provisional: coverage \(coverage) %.")
  }

  /// What stands before a note: who wrote it, and when.
  func writers(_ units: [String], of period: String) -> String {
    let first = units.first ?? ""
    return units.count < 2
      ? choose("填报说明（\(first)，\(period)）：", "Note by \(first), \(period): ")
      : choose(
        "填报说明（\(first)等\(units.count)个单位，\(period)）：", "Note by \(first) and \(units.count - 1) more, \(period): ")
  }

  /// A kind of finding.
  func finding(_ code: String) -> String {
    choose(ChineseWording.labels(of: "code", in: "findings")[code] ?? code, spaced(code))
  }

  /// How grave a finding is.
  func severity(_ word: String) -> String {
    choose(ChineseWording.labels(of: "severity", in: "findings")[word] ?? word, word)
  }

  /// A count of targets.
  func targets(_ count: Int) -> String { choose("\(count)项", count == 1 ? "1 target" : "\(count) targets") }

  /// A count of rows.
  func rows(_ count: Int) -> String { choose("\(count)条", count == 1 ? "1 row" : "\(count) rows") }
}
