-- Deploy dabiao:report/tally to pg
-- requires: plan/indicator
-- requires: report/evaluation
-- requires: report/publication

begin;

set local role dabiao_owner;

-- A row of the district counts in its section, for its lead unit and among the livelihood projects, a unit's row for the unit.
-- Groups and joins begin with the district's key, so that they are taken within a district; its code and the period are
-- among the keys, so that a reader's condition on these reaches the rows before they are counted.
create view report.tally as
select
    run.district_id,
    run.run_id,
    run.year,
    run.version,
    district.district,
    to_char(run.period, 'YYYY-MM') as period,
    counted.kind,
    counted.member,
    count(*) as indicators,
    count(*) filter (where evaluation.verdict = 'attained') as attained,
    count(*) filter (where evaluation.verdict = 'missed') as missed,
    count(*) filter (where evaluation.verdict = 'on_track') as on_track,
    count(*) filter (where evaluation.verdict = 'behind') as behind,
    count(*) filter (where evaluation.verdict = 'off_track') as off_track,
    count(*) filter (where evaluation.verdict = 'overdue') as overdue,
    count(*) filter (where evaluation.verdict = 'awaiting_review') as awaiting_review,
    count(*) filter (where evaluation.verdict = 'not_due') as not_due,
    count(*) filter (where evaluation.verdict = 'no_data') as no_data,
    count(*) filter (where evaluation.verdict = 'not_assessable') as not_assessable,
    count(*) filter (where evaluation.light = 'green') as green,
    count(*) filter (where evaluation.light = 'yellow') as yellow,
    count(*) filter (where evaluation.light = 'red') as red,
    count(*) filter (where evaluation.light = 'grey') as grey,
    trim_scale(round(100.0 * count(*) filter (where evaluation.light = 'green') / count(*), 4)) as green_pct,
    count(evaluation.score_weight) as scored_indicators,
    count(*) filter (where evaluation.verdict in ('no_data', 'overdue')) as unreported_indicators,
    round(sum(evaluation.score_term) / nullif(sum(evaluation.score_weight), 0), 40) as score,
    (array_agg(evaluation.indicator order by evaluation.worst_place) filter (where evaluation.worst_place is not null))[1] as worst_indicator,
    (array_agg(evaluation.verdict order by evaluation.worst_place) filter (where evaluation.worst_place is not null))[1] as worst_verdict,
    (array_agg(evaluation.pace_pct order by evaluation.worst_place) filter (where evaluation.worst_place is not null))[1] as worst_pace_pct
from report.publication
join report.run
    on
        run.district_id = publication.district_id
        and run.run_id = publication.run_id
join plan.district on district.district_id = run.district_id
join report.evaluation
    on
        evaluation.district_id = run.district_id
        and evaluation.run_id = run.run_id
join plan.indicator
    on
        indicator.district_id = run.district_id
        and indicator.year = run.year
        and indicator.version = run.version
        and indicator.indicator = evaluation.indicator
cross join lateral (
    values
    ('section', evaluation.unit is null, indicator.section::text),
    ('lead_unit', evaluation.unit is null, indicator.lead_unit),
    ('livelihood', evaluation.unit is null and indicator.livelihood, ''),
    ('unit', evaluation.unit is not null, evaluation.unit)
) as counted (kind, is_member, member)
where
    counted.is_member
    and evaluation.verdict <> 'for_reference'
group by
    run.district_id,
    run.run_id,
    run.year,
    run.version,
    district.district,
    run.period,
    counted.kind,
    counted.member;

comment on view report.tally is
'Counts by verdict and light, score and worst of each group of indicators, as last published; what the summaries are made of';

commit;
