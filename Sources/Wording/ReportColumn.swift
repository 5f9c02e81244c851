import Attainment

/// A column of the views of `report` and of the files that are made of them.
///
/// The columns that count the indicators of a verdict or a light are not among them: they go by the name of what they count.
public enum ReportColumn: String, Sendable, CaseIterable {
  case district
  case period
  case indicator
  case section
  case sectionTitle = "section_title"
  case titleZH = "title_zh"
  case titleEN = "title_en"
  case item
  case unit
  case leadUnit = "lead_unit"
  case kind
  case nameZH = "name_zh"
  case nameEN = "name_en"
  case livelihood
  case headline
  case measure
  case direction
  case unitOfMeasure = "unit_of_measure"
  case target
  case targetRevision = "target_revision"
  case figurePeriod = "figure_period"
  case value
  case denominator
  case baseValue = "base_value"
  case baseDenominator = "base_denominator"
  case actual
  case gap
  case attainmentPct = "attainment_pct"
  case expectedPct = "expected_pct"
  case pacePct = "pace_pct"
  case verdict
  case light
  case rule
  case coveragePct = "coverage_pct"
  case provisional
  case projected
  case requiredPerMonth = "required_per_month"
  case indicators
  case scoredIndicators = "scored_indicators"
  case score
  case greenPct = "green_pct"
  case worstIndicator = "worst_indicator"
  case worstVerdict = "worst_verdict"
  case worstPacePct = "worst_pace_pct"
  case completenessPct = "completeness_pct"
  case timelinessPct = "timeliness_pct"
  case acceptancePct = "acceptance_pct"
  case place
  case requiredStage = "required_stage"
  case dueMonth = "due_month"
  case stage
  case occurredOn = "occurred_on"
  case due
  case submitted
  case onTime = "on_time"
  case accepted
  case code
  case severity
  case messageZH = "message_zh"
  case messageEN = "message_en"
  case month
  case previousAsOf = "previous_as_of"
  case previousTarget = "previous_target"
  case previousActual = "previous_actual"
  case previousAttainmentPct = "previous_attainment_pct"
  case previousVerdict = "previous_verdict"
  case because
  case previousPacePct = "previous_pace_pct"
  case previousLight = "previous_light"
  case tolerance
  case relativeTo = "relative_to"
  case firstTarget = "first_target"
  case lastYearActual = "last_year_actual"
  case projectedLastYear = "projected_last_year"
  case wording
  case unreportedIndicators = "unreported_indicators"
  case shortZH = "short_zh"
  case role
  case post
  case holder
  case revision
  case previousValue = "previous_value"
  case decidedOn = "decided_on"
  case source
  case reason
  case nextStep = "next_step"
  case evidence
  case note
  case saidAt = "said_at"
  case allocationsScore = "allocations_score"
  case points
  case total
  case grade
}

extension ReportColumn {
  /// The codes that the column holds, with their names; empty for a column of free text and for figures.
  public var codes: [CodeName] {
    switch self {
    case .verdict, .worstVerdict, .previousVerdict: Verdict.names
    case .light, .previousLight: Light.names
    case .measure: Measure.names
    case .direction: Direction.names
    case .severity: Severity.names
    case .stage, .requiredStage: Stage.names
    case .kind: UnitKind.names
    case .role: ResponsibleRole.names + RemarkSource.names
    case .rule: PointRule.names
    case .code: FindingCode.names
    default: []
    }
  }
}
