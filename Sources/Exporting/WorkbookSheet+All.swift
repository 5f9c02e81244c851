import Attainment
import Postgres
import Wording

extension WorkbookSheet {
  /// Every sheet of the month's workbook, in order.
  static let all = [headline, targets, allocations, sections, departments, livelihood, findings]

  private static let headline = WorkbookSheet(
    name: Term.headline, view: .attainment,
    columns: [
      Column("indicator", .word, 10), Column("name_zh", .text, 34), Column("unit_of_measure", .word, 10),
      Column("target", .figure, 14), Column("actual", .figure, 14), Column("attainment_pct", .percent, 13),
      Column("expected_pct", .percent, 13), Column("pace_pct", .percent, 13), Column("verdict", .verdict, 13),
      Column("light", .verdict, 8), Column("figure_period", .word, 12), Column("provisional", .word, 10),
    ],
    frozenColumns: 2,
    condition: "headline and unit is null", derived: ofAttainment)

  private static let targets = WorkbookSheet(
    name: Term.allIndicators, view: .attainment,
    columns: [
      Column("section_title", .text, 22), Column("indicator", .word, 7), Column("name_zh", .text, 28),
      Column("livelihood", .word, 5), Column("lead_unit", .text, 24),
      Column("direction", .word, 7), Column("unit_of_measure", .word, 8), Column("target", .figure, 9),
      Column("actual", .figure, 9), Column("gap", .figure, 9), Column("attainment_pct", .percent, 8),
      Column("expected_pct", .percent, 8), Column("pace_pct", .percent, 8), Column("verdict", .verdict, 9),
      Column("light", .verdict, 6), Column("figure_period", .word, 9),
      Column("provisional", .word, 5), Column("projected", .figure, 9), Column("required_per_month", .figure, 9),
    ],
    frozenColumns: 3,
    condition: "unit is null", derived: ofAttainment)

  private static let allocations = WorkbookSheet(
    name: Term.byUnit, view: .attainment,
    columns: [
      Column("indicator", .word, 9), Column("name_zh", .text, 34), Column("unit", .text, 24),
      Column("unit_of_measure", .word, 10), Column("target", .figure, 13), Column("actual", .figure, 13),
      Column("gap", .figure, 13), Column("attainment_pct", .percent, 11), Column("expected_pct", .percent, 11),
      Column("pace_pct", .percent, 11), Column("verdict", .verdict, 12), Column("light", .verdict, 8),
      Column("figure_period", .word, 12),
    ],
    frozenColumns: 3,
    condition: "unit is not null", derived: ofAttainment)

  private static let counts = [
    "attained", "on_track", "behind", "off_track", "missed", "overdue", "no_data", "not_due", "not_assessable",
  ].map { Column($0, .count, 9) }

  private static let sections = WorkbookSheet(
    name: Term.bySection, view: .sectionSummary,
    columns: [Column("section", .count, 6), Column("title_zh", .text, 28), Column("indicators", .count, 9)] + counts
      + [Column("green_pct", .percent, 11), Column("worst_indicator", .word, 11), Column("worst_verdict", .word, 13)],
    frozenColumns: 2)

  private static let departments = WorkbookSheet(
    name: Term.scorecards, view: .departmentScorecard,
    columns: [
      Column("name_zh", .text, 32), Column("score", .percent, 9), Column("indicators", .count, 9),
      Column("scored_indicators", .count, 9),
    ] + counts + [
      Column("worst_indicator", .word, 11), Column("worst_verdict", .word, 12),
      Column("completeness_pct", .percent, 10), Column("timeliness_pct", .percent, 10),
      Column("acceptance_pct", .percent, 10),
    ],
    frozenColumns: 1)

  private static let livelihood = WorkbookSheet(
    name: Term.livelihood, view: .attainment,
    columns: [
      Column("indicator", .word, 10), Column("name_zh", .text, 36), Column("lead_unit", .text, 26),
      Column("unit_of_measure", .word, 10), Column("target", .figure, 13), Column("actual", .figure, 13),
      Column("attainment_pct", .percent, 11), Column("expected_pct", .percent, 11), Column("pace_pct", .percent, 11),
      Column("verdict", .verdict, 12), Column("light", .verdict, 8), Column("figure_period", .word, 12),
      Column("coverage_pct", .percent, 12), Column("provisional", .word, 10),
    ],
    frozenColumns: 2,
    condition: "livelihood and unit is null", derived: ofAttainment)

  private static let findings = WorkbookSheet(
    name: Term.finding, view: .findings,
    columns: [
      Column("severity", .verdict, 8), Column("code", .word, 16), Column("indicator", .word, 10),
      Column("unit", .text, 26), Column("figure_period", .word, 12), Column("message_zh", .text, 90),
    ],
    frozenColumns: 0,
    derived: [
      "light_code": { _ in "case severity when 'error' then 'red' when 'warning' then 'yellow' else 'grey' end" }
    ],
    // The view's order is kept within a severity.
    order: "array_position(array['error', 'warning', 'info'], severity), row_number() over ()",
    limit: 5000)

  /// Decimals are those of the target and of the actual; of an actual that is a quotient two at most.
  private static let ofAttainment: [String: @Sendable (PublishedMonth) throws -> String] = [
    "light_code": { _ in "light" },
    "decimals": { _ in
      """
      greatest(
          min_scale(target),
          case when measure in ('total', 'stock') then min_scale(actual) else least(min_scale(actual), 2) end,
          0
      )
      """
    },
    "section_title": { month in
      try "\(Quoting.literal(month.sectionTitles))::jsonb ->> section::text"
    },
  ]
}
