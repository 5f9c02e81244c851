-- Deploy dabiao:report/evaluation to pg
-- requires: plan/period
-- requires: report/run
-- The terms of a score and the order of the worst are exact fractions, which the program reckons with; views count, sum
-- and pick.

begin;

set local role dabiao_owner;

create table report.evaluation (
    district_id integer not null,
    run_id bigint not null,
    ordinal integer not null check (ordinal > 0),
    indicator text not null,
    unit text,
    target numeric,
    target_revision integer,
    figure_period plan.period,
    value numeric,
    denominator numeric,
    base_value numeric,
    base_denominator numeric,
    actual numeric,
    gap numeric,
    attainment_pct numeric,
    expected_pct numeric,
    pace_pct numeric,
    score_weight numeric,
    score_term numeric(80, 60),
    worst_place integer check (worst_place > 0),
    verdict text not null check (
        verdict in (
            'for_reference', 'not_due', 'no_data', 'awaiting_review', 'not_assessable', 'attained', 'missed', 'overdue',
            'on_track', 'behind', 'off_track'
        )
    ),
    light text not null check (light in ('grey', 'green', 'yellow', 'red')),
    rule smallint not null check (rule between 0 and 8),
    coverage_pct numeric,
    provisional boolean not null,
    projected numeric,
    required_per_month numeric,
    tolerance numeric check (tolerance >= 0),
    relative_to text,
    first_target numeric,
    last_year_actual numeric,
    projected_last_year numeric,
    stage text check (stage in ('not_started', 'started', 'completed')),
    occurred_on date,
    primary key (district_id, run_id, ordinal),
    foreign key (district_id, run_id) references report.run,
    constraint scores_whole check ((score_weight is null) = (score_term is null)),
    -- NaN is above everything.
    constraint is_finite check (
        greatest(
            target, value, denominator, base_value, base_denominator, actual, gap, attainment_pct, expected_pct,
            pace_pct, score_weight, score_term, coverage_pct, projected, required_per_month, tolerance, first_target,
            last_year_actual, projected_last_year
        ) < 'infinity'
        and least(
            target, value, denominator, base_value, base_denominator, actual, gap, attainment_pct, expected_pct,
            pace_pct, score_weight, score_term, coverage_pct, projected, required_per_month, tolerance, first_target,
            last_year_actual, projected_last_year
        ) > '-infinity'
    )
);

comment on table report.evaluation is 'Attainment of each indicator at district and unit level, one set of rows a published run';
comment on column report.evaluation.district_id is 'District';
comment on column report.evaluation.run_id is 'Run';
comment on column report.evaluation.ordinal is 'Place in the output: plan order, the district''s row before its units''';
comment on column report.evaluation.indicator is 'Indicator';
comment on column report.evaluation.unit is 'Unit; empty on the district''s own row';
comment on column report.evaluation.target is 'Target or allocation that applied';
comment on column report.evaluation.target_revision is 'Revision of the target; empty for an allocation';
comment on column report.evaluation.figure_period is 'Figure period, as the first day of its month (method, section 5)';
comment on column report.evaluation.value is 'Accumulated value or numerator';
comment on column report.evaluation.denominator is 'Accumulated denominator; the days for daily_average';
comment on column report.evaluation.base_value is 'Accumulated base value';
comment on column report.evaluation.base_denominator is 'Accumulated base denominator';
comment on column report.evaluation.actual is 'Actual in the indicator''s unit (method, section 4)';
comment on column report.evaluation.gap is 'Actual minus target';
comment on column report.evaluation.attainment_pct is 'Attainment in percent (method, section 6)';
comment on column report.evaluation.expected_pct is 'Expected progress in percent (method, section 7)';
comment on column report.evaluation.pace_pct is 'Pace in percent (method, section 7)';
comment on column report.evaluation.score_weight is
'Weight in the lead unit''s score; empty where the row has no credit (method, section 10)';
comment on column report.evaluation.score_term is
'Weight × credit, cut to 60 decimals so that every tie stays a tie; empty where the row has no credit';
comment on column report.evaluation.worst_place is
'Place among all rows of the run by how bad they are, the worst first; empty for what never is (method, section 10)';
comment on column report.evaluation.verdict is 'Verdict (method, section 8)';
comment on column report.evaluation.light is 'Light of the verdict';
comment on column report.evaluation.rule is 'Number of the rule that decided';
comment on column report.evaluation.coverage_pct is 'Coverage in percent (method, section 5)';
comment on column report.evaluation.provisional is 'Whether figures are still missing';
comment on column report.evaluation.projected is 'Projection to the year''s end (method, section 9)';
comment on column report.evaluation.required_per_month is 'Amount needed in each month left (method, section 9)';
comment on column report.evaluation.tolerance is 'By how much the target may be missed; empty where it may not, and on units'' rows';
comment on column report.evaluation.relative_to is 'Indicator that the target is relative to; empty on units'' rows';
comment on column report.evaluation.first_target is 'First revision of the target; empty where that is relative to another, and on units'' rows';
comment on column report.evaluation.last_year_actual is 'Actual of the continued indicator at the same month of last year';
comment on column report.evaluation.projected_last_year is 'Where the year leads if the rest of it goes as last year''s went (method, section 9)';
comment on column report.evaluation.stage is 'Stage of a milestone that every reporter has reached; empty for other measures';
comment on column report.evaluation.occurred_on is 'Last date on which a reporter reached its stage';

grant select, insert on report.evaluation to dabiao_job;

commit;
