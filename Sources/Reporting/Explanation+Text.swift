import Attainment

extension Explanation {
  /// A language of the reports.
  public enum Language: String, Sendable, CaseIterable {
    /// Chinese.
    case zh
    /// English.
    case en
  }

  /// The explanation for people, in one language, without a final line feed.
  public func text(in language: Language) -> String {
    lines.map { language == .zh ? $0.zh : $0.en }.joined(separator: "\n")
  }

  /// The lines in both languages.
  private var lines: [Words] {
    warning + heading + [blank] + judgement + figures + computation + outlook + findingLines + [checkLine]
  }

  private var blank: Words { Words(zh: "", en: "") }

  /// What must be said first when the published figures do not follow from the submissions.
  private var warning: [Words] {
    guard !check.isEqual else { return [] }
    let count = check.differences.count
    return [
      Words(
        zh: "！！！与发布结果不一致：按当时的填报数据重新计算，\(check.compared)项中有\(count)项不同",
        en: "!!! NOT AS PUBLISHED: recomputed from the submissions, \(count) of \(check.compared) cells differ")
    ]
      + check.differences.map {
        Words(
          zh: "！！！  \($0.column)：发布为\($0.published ?? "空")，重新计算为\($0.recomputed ?? "空")",
          en: "!!!   \($0.column): published \($0.published ?? "empty"), recomputed \($0.recomputed ?? "empty")")
      } + [blank]
  }

  private var heading: [Words] {
    [
      Words(
        zh: "\(indicator) \(name.zh)，\(districtName.zh)\(unitName.map { "·\($0.zh)" } ?? "")，\(period)",
        en: "\(indicator) \(name.en), \(districtName.en)\(unitName.map { ", \($0.en)" } ?? ""), \(period)"),
      Words(
        zh: "第\(publication.runID)次运行发布，数据截至\(publication.asOfLocal)（\(publication.timeZone)），"
          + "方案第\(publication.planVersion)版，程序\(publication.programVersion)版",
        en: "published as run \(publication.runID), as of \(publication.asOfLocal) (\(publication.timeZone)), "
          + "plan version \(publication.planVersion), program version \(publication.programVersion)"),
    ]
  }

  private var judgement: [Words] {
    let lightZH = Light(rawValue: light)?.nameZH ?? light
    return [
      Words(
        zh: "结论：\(verdictZH)（\(lightZH)），依据规则\(rule)：\(reason.zh)",
        en: "Verdict: \(verdict) (\(light)), by rule \(rule): \(reason.en)"),
      targetLine,
      Words(
        zh: "口径：\(measureZH)，\(accumulationZH)，\(definition.frequency)填报，应于\(dueMonth)前完成",
        en:
          "Measure: \(definition.measure); \(accumulationEN); reported \(definition.frequency); to be met by \(dueMonth)"
      ),
    ]
  }

  private var targetLine: Words {
    guard let target else {
      guard let measure = Measure(rawValue: definition.measure), measure.takesTarget else {
        let stage = definition.requiredStage.map { " (\($0))" } ?? ""
        return Words(zh: "目标：完成\(stage)", en: "Target: to be done\(stage)")
      }
      return Words(zh: "目标：无", en: "Target: none")
    }
    let direction = definition.direction.flatMap { Direction(rawValue: $0) }
    let value = target.value + unitSuffix
    guard let revision = target.revision else {
      return Words(
        zh: "分解目标：\(direction?.nameZH ?? "")\(value)", en: "Allocation: \(directionEN(direction)) \(value)")
    }
    let source = target.source.map { "（\($0)）" } ?? ""
    return Words(
      zh: "目标：\(direction?.nameZH ?? "")\(value)，第\(revision)版，\(target.decidedOn ?? "")决定\(source)",
      en:
        "Target: \(directionEN(direction)) \(value); revision \(revision), decided on \(target.decidedOn ?? "")\(source)"
    )
  }

  private var figures: [Words] {
    guard let coverage else { return [] }
    guard let figurePeriod, let latestDuePeriod else {
      return [
        Words(
          zh: "采用数据：无（应报单位\(coverage.due)个，最近应报期\(latestDuePeriod ?? "")）",
          en: "Figures used: none (\(coverage.due) expected, latest due period \(latestDuePeriod ?? ""))")
      ]
    }
    return [
      Words(
        zh: "采用数据（数据期\(figurePeriod)，最近应报期\(latestDuePeriod)，已审\(coverage.accepted)／应报\(coverage.due)，"
          + "覆盖率\(coverage.pct)%\(provisional ? "，暂定" : "")）：",
        en: "Figures used (figure period \(figurePeriod), latest due period \(latestDuePeriod), "
          + "\(coverage.accepted) of \(coverage.due) in, coverage \(coverage.pct) %\(provisional ? ", provisional" : "")):"
      )
    ] + submissions.flatMap(\.lines)
  }

  private var computation: [Words] {
    var lines: [Words] = []
    let sums = accumulatedText
    if !sums.isEmpty { lines.append(Words(zh: "汇总：\(sums)", en: "Accumulated: \(sums)")) }
    if let actual {
      lines.append(Words(zh: "实绩：\(actual.text)\(unitSuffix)", en: "Actual: \(actual.text)\(unitSuffix)"))
    }
    if let gap { lines.append(Words(zh: "与目标之差：\(gap)\(gapSuffix)", en: "Gap to the target: \(gap)\(gapSuffix)")) }
    if let attainment {
      lines.append(Words(zh: "完成率：\(attainment.text)%", en: "Attainment: \(attainment.text) %"))
    }
    if let expected, let figurePeriod {
      lines.append(
        Words(zh: "截至\(figurePeriod)应达进度：\(expected.text)%", en: "Expected by \(figurePeriod): \(expected.text) %"))
    }
    if let pace { lines.append(Words(zh: "进度比：\(pace.text)%", en: "Pace: \(pace.text) %")) }
    return lines
  }

  private var outlook: [Words] {
    var lines: [Words] = []
    if let next = nextBetter {
      lines.append(
        Words(
          zh: "距上一档“\(next.nameZH)”：实绩须\(next.sideZH)\(next.actual.printed)\(unitSuffix)，"
            + "即\(signed(next.distance.printed))\(gapSuffix)",
          en: "Next better: \(next.verdict) with an actual \(next.sideEN) \(next.actual.printed)\(unitSuffix), "
            + "that is \(signed(next.distance.printed))\(gapSuffix)"))
    }
    if let next = nextWorse {
      lines.append(
        Words(
          zh: "距下一档“\(next.nameZH)”：实绩\(next.sideZH)\(next.actual.printed)\(unitSuffix)时，"
            + "即\(signed(next.distance.printed))\(gapSuffix)",
          en: "Next worse: \(next.verdict) with an actual \(next.sideEN) \(next.actual.printed)\(unitSuffix), "
            + "that is \(signed(next.distance.printed))\(gapSuffix)"))
    }
    if let projected {
      lines.append(
        Words(zh: "按应达进度推算全年：\(projected)\(unitSuffix)", en: "Projection to the due month: \(projected)\(unitSuffix)"))
    }
    if let requiredPerMonth {
      lines.append(
        Words(
          zh: "其后每月须完成：\(requiredPerMonth)\(unitSuffix)",
          en: "Needed in each month left: \(requiredPerMonth)\(unitSuffix)"))
    }
    return lines
  }

  private var findingLines: [Words] {
    guard !findings.isEmpty else { return [Words(zh: "核查提示：无", en: "Findings: none")] }
    return [Words(zh: "核查提示：", en: "Findings:")]
      + findings.map { finding in
        Words(
          zh: "  [\(finding.severity)] \(finding.code) \(finding.message.zh)",
          en: "  [\(finding.severity)] \(finding.code) \(finding.message.en)")
      }
  }

  private var checkLine: Words {
    check.isEqual
      ? Words(
        zh: "核对：由填报数据重新计算的\(check.compared)项与发布结果完全一致",
        en: "Checked: \(check.compared) cells recomputed from the submissions equal the published ones")
      : Words(
        zh: "核对：！！！\(check.differences.count)项与发布结果不一致，见上",
        en: "Checked: !!! \(check.differences.count) cells differ from the published ones, see above")
  }

  // MARK: Words

  private var accumulatedText: String {
    let isRatio = Measure(rawValue: definition.measure)?.takesDenominator ?? false
    return [
      (isRatio ? "N" : "A", accumulated.value), ("D", accumulated.denominator),
      (isRatio ? "N₀" : "B", accumulated.baseValue), ("D₀", accumulated.baseDenominator),
      ("days", accumulated.days.map(String.init)), ("Σp", accumulated.progressSum),
      ("n", accumulated.progressSum == nil ? nil : "\(accumulated.reporters)/\(accumulated.expectedReporters)"),
    ].compactMap { symbol, value in value.map { "\(symbol) = \($0)" } }.joined(separator: ", ")
  }

  private var measureZH: String { Measure(rawValue: definition.measure)?.nameZH ?? definition.measure }

  private var accumulationZH: String {
    Accumulation(rawValue: definition.accumulation)?.nameZH ?? definition.accumulation
  }

  private var accumulationEN: String {
    definition.accumulation == Accumulation.monthly.rawValue
      ? "all periods added up" : "\(definition.accumulation) figures, each reporter's latest"
  }

  private var dueMonth: String {
    Month(parsing: period).flatMap { Month(year: $0.year, month: definition.dueMonth)?.description } ?? ""
  }

  /// The unit of measure behind a number.
  private var unitSuffix: String { definition.unitOfMeasure.map { " \($0)" } ?? "" }

  /// The unit of a difference: percentage points for a percentage.
  private var gapSuffix: String { definition.unitOfMeasure.map { $0 == "%" ? " pp" : " \($0)" } ?? "" }

  private func signed(_ number: String) -> String { number.hasPrefix("-") || number == "0" ? number : "+\(number)" }

  private func directionEN(_ direction: Direction?) -> String {
    switch direction {
    case .atLeast: "at least"
    case .atMost: "at most"
    case .maintain: "maintain"
    case nil: ""
    }
  }
}

extension Explanation.Submission {
  /// What the reporter said, and who said and accepted it when.
  fileprivate var lines: [Explanation.Words] {
    let content = [
      ("value", value), ("denominator", denominator), ("base_value", baseValue.map { $0 + mark(baseValueFrom) }),
      ("base_denominator", baseDenominator.map { $0 + mark(baseDenominatorFrom) }), ("stage", stage),
      ("progress", progress), ("occurred_on", occurredOn), ("note", note),
    ].compactMap { column, text in text.map { "\(column) \($0)" } }.joined(separator: ", ")
    let acceptedZH = acceptedBy.map { "由\($0)审核通过" } ?? "按方案自动通过"
    let acceptedEN = acceptedBy.map { "by \($0)" } ?? "without review, as the plan says"
    return [
      Explanation.Words(
        zh: "  \(reporter)（\(name.zh)）\(period)，第\(revision)次报送：\(content)",
        en: "  \(reporter) (\(name.en)), \(period), revision \(revision): \(content)"),
      Explanation.Words(
        zh: "    \(submittedAtLocal)由\(submittedBy)报送（\(file)第\(line)行）；\(acceptedAtLocal ?? "")\(acceptedZH)",
        en: "    submitted \(submittedAtLocal) by \(submittedBy) (\(file), line \(line)); "
          + "accepted \(acceptedAtLocal ?? "") \(acceptedEN)"),
    ]
  }

  private func mark(_ origin: String?) -> String { origin == "last_year" ? " (last year's accepted figure)" : "" }
}

extension Explanation.Step {
  /// The formula, its numbers, the exact value where it was rounded, and the value as printed.
  fileprivate var text: String {
    var parts: [String] = []
    if let formula {
      parts.append(formula.symbols)
      if formula.numbers != formula.symbols { parts.append(formula.numbers) }
    }
    guard isRounded else {
      if parts.last != printed { parts.append(printed) }
      return parts.joined(separator: " = ")
    }
    return (parts + ["\(numerator)/\(denominator)"]).joined(separator: " = ") + " ≈ \(printed)"
  }
}

extension Explanation.Boundary {
  fileprivate var nameZH: String { Verdict(rawValue: verdict)?.nameZH ?? verdict }

  fileprivate var sideZH: String {
    switch VerdictBoundary.Side(rawValue: side) {
    case .atLeast: "达到"
    case .atMost: "不超过"
    case .above: "高于"
    case .below, nil: "低于"
    }
  }

  fileprivate var sideEN: String {
    switch VerdictBoundary.Side(rawValue: side) {
    case .atLeast: "of at least"
    case .atMost: "of at most"
    case .above: "above"
    case .below, nil: "below"
    }
  }
}
