import Attainment

extension ReportColumn {
  /// The header of a column of a view.
  ///
  /// - Parameters:
  ///   - column: the column's name in the database.
  ///   - subject: what the view's rows are about.
  /// - Returns: nil for a column that has no header yet.
  public static func header(of column: String, about subject: RowSubject) -> Phrase? {
    if let column = ReportColumn(rawValue: column) { return column.name(about: subject).capitalized }
    return (Verdict(rawValue: column)?.name ?? Light(rawValue: column)?.name)?.capitalized
  }

  /// What the column is called where the rows are about a subject.
  public func name(about subject: RowSubject) -> Phrase {
    switch self {
    case .district: Term.district
    case .period: Phrase(zh: "报告月份", en: "reported month")
    case .indicator: Phrase(zh: "指标编号", en: "indicator")
    case .section, .sectionTitle: Term.section
    case .titleZH: Phrase(zh: "领域名称", en: "section title")
    case .titleEN: ReportColumn.titleZH.name(about: subject).inEnglish
    case .item: Phrase(zh: "项", en: "item")
    case .unit: subject == .unit ? Phrase(zh: "单位代码", en: "unit code") : Term.unit
    case .leadUnit: Term.leadUnit
    case .kind: Phrase(zh: "单位类别", en: "kind of unit")
    case .nameZH: subject == .unit ? Phrase(zh: "单位名称", en: "unit name") : Phrase(zh: "指标名称", en: "indicator name")
    case .nameEN: ReportColumn.nameZH.name(about: subject).inEnglish
    case .livelihood: Term.livelihood
    case .headline: Term.headline
    case .measure: Term.measure
    case .direction: Phrase(zh: "目标方向", en: "direction")
    case .unitOfMeasure: Term.unitOfMeasure
    case .target: Term.target
    case .targetRevision: Phrase(zh: "目标版次", en: "target revision")
    case .figurePeriod: Term.figurePeriod
    case .value: subject == .target ? Term.target : Phrase(zh: "累计值（分子）", en: "accumulated value (numerator)")
    case .denominator: Term.denominator
    case .baseValue: Term.baseValue
    case .baseDenominator: Term.baseDenominator
    case .actual: Term.actual
    case .gap: Term.gap
    case .attainmentPct: Term.attainment.inPercent
    case .expectedPct: Term.expected.inPercent
    case .pacePct: Term.pace.inPercent
    case .verdict: Term.verdict
    case .light: Term.light
    case .rule: subject == .point ? Phrase(zh: "加减分项", en: "what earns them") : Phrase(zh: "判定规则", en: "rule")
    case .coveragePct: Term.coverage.inPercent
    case .provisional: Term.provisional
    case .projected: Term.projected
    case .requiredPerMonth: Term.requiredPerMonth
    case .indicators: Phrase(zh: "指标数", en: "indicators")
    case .scoredIndicators: Phrase(zh: "计分指标数", en: "scored indicators")
    case .score: Term.score
    case .greenPct: Phrase(zh: "绿灯占比", en: "green").inPercent
    case .worstIndicator: Term.worstIndicator
    case .worstVerdict: Term.worstIndicator.its(Term.verdict)
    case .worstPacePct: Term.worstIndicator.its(Term.pace).inPercent
    case .completenessPct: Term.completeness.inPercent
    case .timelinessPct: Term.timeliness.inPercent
    case .acceptancePct: Term.acceptance.inPercent
    case .place: Phrase(zh: "名次", en: "place")
    case .requiredStage: Phrase(zh: "要求阶段", en: "required stage")
    case .dueMonth: Term.dueMonth
    case .stage: Phrase(zh: "当前阶段", en: "stage")
    case .occurredOn: Term.occurredOn
    case .due: Phrase(zh: "应报", en: "due")
    case .submitted: Phrase(zh: "已报", en: "submitted")
    case .onTime: Phrase(zh: "按时", en: "on time")
    case .accepted: Phrase(zh: "已通过", en: "accepted")
    case .code: Term.findingCode
    case .severity: Term.severity
    case .messageZH: Phrase(zh: "说明", en: "message")
    case .messageEN: ReportColumn.messageZH.name(about: subject).inEnglish
    case .month: Phrase(zh: "月份", en: "month")
    case .previousAsOf: Term.asOf.before
    case .previousTarget: Term.target.before
    case .previousActual: Term.actual.before
    case .previousAttainmentPct: Term.attainment.before.inPercent
    case .previousVerdict: Term.verdict.before
    case .because: Phrase(zh: "变动原因", en: "because")
    case .previousPacePct: Term.pace.before.inPercent
    case .previousLight: Term.light.before
    case .tolerance: Phrase(zh: "允许偏差", en: "tolerance")
    case .relativeTo: Phrase(zh: "参照指标", en: "relative to")
    case .firstTarget: Phrase(zh: "首次目标", en: "first target")
    case .lastYearActual: Phrase(zh: "上年同期实绩", en: "actual a year before")
    case .projectedLastYear: Phrase(zh: "按上年进程预计", en: "projected by last year's course")
    case .wording: Phrase(zh: "文件原文", en: "the document's words")
    case .unreportedIndicators: Phrase(zh: "未报计零分", en: "counting 0 as not reported")
    case .shortZH: Phrase(zh: "单位简称", en: "short name of the unit")
    case .role: Phrase(zh: "角色", en: "role")
    case .post: Phrase(zh: "职务", en: "post")
    case .holder: Phrase(zh: "任职人", en: "holder of the post")
    case .revision: ReportColumn.targetRevision.name(about: subject)
    case .previousValue: Phrase(zh: "原目标", en: "target before")
    case .decidedOn: Phrase(zh: "决定日期", en: "decided on")
    case .source: Phrase(zh: "依据文件", en: "source")
    case .reason: Term.reasonForLag
    case .nextStep: Term.nextStep
    case .evidence: Term.evidence
    case .note: Term.note
    case .saidAt: Phrase(zh: "填写时间", en: "said at")
    case .allocationsScore: Phrase(zh: "分解目标得分", en: "score of the allocations")
    case .points: Term.points
    case .total: Phrase(zh: "总分", en: "total")
    case .grade: Phrase(zh: "等次", en: "grade")
    }
  }
}

extension Phrase {
  /// Of a column with English texts.
  fileprivate var inEnglish: Phrase { Phrase(zh: "\(zh)（英文）", en: "\(en) (English)") }

  /// Of the publication before.
  fileprivate var before: Phrase { Phrase(zh: "上次\(zh)", en: "previous \(en)") }

  /// What something has.
  fileprivate func its(_ property: Phrase) -> Phrase { Phrase(zh: zh + property.zh, en: "\(property.en) of the \(en)") }
}
