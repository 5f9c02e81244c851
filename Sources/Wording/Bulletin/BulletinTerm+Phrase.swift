import Attainment

extension BulletinTerm {
  /// The text.
  public var phrase: Phrase {
    switch self {
    case .acceptance: Term.acceptance.capitalized
    case .actual: Term.actual.capitalized
    case .all: Term.allIndicators.capitalized
    case .allLead: Phrase(zh: "按领域列出全部指标；点开查看。", en: "Every indicator, section by section; open one to read it.")
    case .asOf: Term.asOf.capitalized
    case .attained: Phrase(zh: "新达标", en: "Newly attained")
    case .attainment: Term.attainment.capitalized
    case .behind: Phrase(zh: "滞后指标及原因", en: "What is behind, and why")
    case .behindLead:
      Phrase(
        zh: "红灯在前，黄灯在后，各按进度比由低到高排列；同率者序时进度高的在前。",
        en:
          "Red before yellow, each from the lowest pace upwards; of equal paces the one of which more is expected first."
      )
    case .behindMore: Phrase(zh: "其余滞后指标", en: "The others that are behind")
    case .better: Phrase(zh: "转好", en: "Better")
    case .bulletin: Phrase(zh: "月度通报", en: "Monthly bulletin")
    case .changes: Phrase(zh: "较上月变化", en: "Changes since last month")
    case .changesFirst:
      Phrase(zh: "本年首月，无上月可比。", en: "This is the year's first month; there is none before it to compare with.")
    case .changesLead:
      Phrase(
        zh: "上月情况按本次截至时间的数据重算，可能与上月发布时不同。",
        en:
          "Last month is worked out anew from the figures known at this as-of instant, so it may differ from what was published then."
      )
    case .colon: Mark.colon.phrase
    case .completeness: Term.completeness.capitalized
    case .contents: Phrase(zh: "目录", en: "Contents")
    case .count: Phrase(zh: "条数", en: "Count")
    case .departments: Term.scorecards.capitalized
    case .departmentsLead:
      Phrase(
        zh: "得分为牵头指标进度比（每项最高计100）的加权平均；由高到低排列。",
        en:
          "The score is the weighted mean of the paces, each counted as 100 at most, of the indicators that a unit leads; highest first."
      )
    case .expected: Term.expected.capitalized
    case .figurePeriod: Term.figurePeriod.capitalized
    case .findings: Phrase(zh: Term.finding.zh, en: "Findings about the data")
    case .findingsLead: Phrase(zh: "使用数据之前应当知道的问题。", en: "What to know before trusting the figures.")
    case .findingsMore:
      Phrase(
        zh: "每类只列前几条，全部见 data/findings.csv。",
        en: "Only the first few of each kind are listed; all of them are in data/findings.csv.")
    case .findingsNone: Phrase(zh: "未发现问题。", en: "Nothing was found.")
    case .headline: Phrase(zh: Term.headline.zh, en: "Headline indicators")
    case .headlineLead:
      Phrase(
        zh: "横条为达标率，竖线为序时进度；灰底到100%为止。",
        en: "The bar is the attainment, the upright line the expected progress; the grey ground ends at 100 %.")
    case .indicator: Term.indicator.capitalized
    case .kind: Term.findingCode.capitalized
    case .lastMonth: Phrase(zh: "上月", en: "Last month")
    case .lead: Term.leadUnit.capitalized
    case .light: Term.light.capitalized
    case .lightGreen: Light.green.name
    case .lightGrey: Light.grey.name
    case .lightRed: Light.red.name
    case .lightYellow: Light.yellow.name
    case .lightsChange:
      Phrase(
        zh: "上月亮灯（行）与本月亮灯（列）的指标数",
        en: "Number of indicators by last month's light (rows) and this month's (columns)")
    case .listSeparator: Mark.semicolon.phrase
    case .livelihood: Phrase(zh: Term.livelihood.zh, en: "Livelihood projects")
    case .livelihoodMark: Term.livelihood
    case .month: Phrase(zh: "月份", en: "Month")
    case .more: Phrase(zh: "其他", en: "Also")
    case .noneBehind: Phrase(zh: "没有红灯或黄灯指标。", en: "No indicator is red or yellow.")
    case .noteFigures: Phrase(zh: "数字与 data/ 各文件逐字相同。", en: "Figures are those of the files in data/, digit for digit.")
    case .noteLights:
      Phrase(
        zh: "● 绿灯：已达标或符合进度；▲ 黄灯：低于序时进度但未跌破下限；■ 红灯：跌破下限或未达标；○ 灰灯：未到报期、无数据、逾期未报或无法评定。",
        en:
          "● green: attained or on track; ▲ yellow: below expected progress, not below the floor; ■ red: below the floor, or missed; ○ grey: not due, no data, overdue or not assessable."
      )
    case .notePace:
      Phrase(
        zh: "达标率100表示恰好达到目标；序时进度是到数据月份为止应达到的百分比；进度比=达标率÷序时进度，100表示恰好按序时。",
        en:
          "Attainment 100 means that the target is just met; expected is the percentage that should be reached by the month of the figures; pace = attainment ÷ expected, and 100 is just on schedule."
      )
    case .noteUnits:
      Phrase(
        zh: "计量单位照录计划原文。",
        en: "Units of measure are printed as the plan has them: 亿元 is 100 million yuan, 万元 is 10 thousand yuan.")
    case .notes: Phrase(zh: "说明", en: "Notes")
    case .now: Phrase(zh: "本月", en: "This month")
    case .overview: Phrase(zh: "本月概览", en: "The month in one minute")
    case .pace: Term.pace.capitalized
    case .projected: Phrase(zh: "按此进度\(Term.projected.zh)", en: "At this pace the year ends at")
    case .provisional: Term.provisional
    case .required: Term.requiredPerMonth.capitalized
    case .revisions:
      Phrase(zh: "本月曾经发布；与上次发布不同之处", en: "This month was published before; what differs from that publication")
    case .score: Term.score.capitalized
    case .section: Term.section.capitalized
    case .sections: Term.bySection.capitalized
    case .sectionsLead: Phrase(zh: "各领域指标按亮灯计数。", en: "Indicators of each section, counted by light.")
    case .severity: Term.severity.capitalized
    case .source: Phrase(zh: "计划来源", en: "Source of the plan")
    case .submissions: Phrase(zh: "采用数据（条）", en: "Figures used")
    case .synthetic:
      Phrase(
        zh: "本页含\(Term.sample.zh)（合成，非真实），仅供演示。",
        en: "This page contains \(Term.sample.en.uppercased()) sample data, invented for demonstration.")
    case .target: Term.target.capitalized
    case .timeliness: Term.timeliness.capitalized
    case .top: Phrase(zh: "进度差距最大", en: "Largest shortfalls")
    case .trend: Phrase(zh: "月度走势", en: "Monthly trend")
    case .trendLead:
      Phrase(zh: "各月均按本次截至时间的数据计算。", en: "Every month is worked out from the figures known at this as-of instant.")
    case .trendLights: Phrase(zh: "各月亮灯", en: "Lights by month")
    case .trendTable: Phrase(zh: "各月数值", en: "Values by month")
    case .unit: Term.unit.capitalized
    case .unitOfMeasure: Term.unitOfMeasure.capitalized
    case .verdict: Term.verdict.capitalized
    case .weakest: Term.worstIndicator.capitalized
    case .worse: Phrase(zh: "转差", en: "Worse")
    }
  }
}
