-- Deploy dabiao:department_scorecard to pg
-- requires: department_scorecard@v0.1.0
-- requires: report_series

begin;

set local role dabiao_owner;

-- Windows, groups and joins begin with the district's key, so that they are taken within a district; its code and the
-- period are among their keys, so that a reader's condition on these reaches the rows before they are ranked.
create or replace view report.department_scorecard as
with
ranked as (
    select
        run.district_id,
        run.run_id,
        run.year,
        run.version,
        district.district,
        to_char(run.period, 'YYYY-MM') as period,
        indicator.lead_unit,
        indicator.weight,
        evaluation.indicator,
        evaluation.verdict,
        evaluation.light,
        evaluation.pace_pct,
        evaluation.pace_numerator,
        evaluation.pace_denominator,
        row_number() over (
            partition by
                run.district_id,
                run.run_id,
                district.district,
                to_char(run.period, 'YYYY-MM'),
                indicator.lead_unit
            order by
                case evaluation.light when 'red' then 1 when 'yellow' then 2 when 'grey' then 3 else 4 end,
                evaluation.pace_pct,
                evaluation.ordinal
        ) as place
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
    where evaluation.unit is null
),

scored as (
    select
        ranked.district_id,
        ranked.run_id,
        ranked.year,
        ranked.version,
        ranked.district,
        ranked.period,
        ranked.lead_unit as unit,
        count(*) as indicators,
        count(*) filter (where ranked.verdict = 'attained') as attained,
        count(*) filter (where ranked.verdict = 'missed') as missed,
        count(*) filter (where ranked.verdict = 'on_track') as on_track,
        count(*) filter (where ranked.verdict = 'behind') as behind,
        count(*) filter (where ranked.verdict = 'off_track') as off_track,
        count(*) filter (where ranked.verdict = 'overdue') as overdue,
        count(*) filter (where ranked.verdict = 'not_due') as not_due,
        count(*) filter (where ranked.verdict = 'no_data') as no_data,
        count(*) filter (where ranked.verdict = 'not_assessable') as not_assessable,
        count(*) filter (where ranked.light = 'green') as green,
        count(*) filter (where ranked.light = 'yellow') as yellow,
        count(*) filter (where ranked.light = 'red') as red,
        count(*) filter (where ranked.light = 'grey') as grey,
        count(ranked.pace_numerator) as scored_indicators,
        -- Paces are exact fractions; sixty digits of each, summed and cut to forty, leave every tie a tie. What has no pace
        -- is left out before least(), which would take it for 100.
        round(
            sum(
                ranked.weight * least(
                    div(ranked.pace_numerator * 1e60, ranked.pace_denominator) * 1e-60,
                    100
                )
            ) filter (where ranked.pace_numerator is not null)
            / nullif(sum(ranked.weight) filter (where ranked.pace_numerator is not null), 0),
            40
        ) as score,
        max(ranked.indicator) filter (where ranked.place = 1) as worst_indicator,
        max(ranked.verdict) filter (where ranked.place = 1) as worst_verdict,
        max(ranked.pace_pct) filter (where ranked.place = 1) as worst_pace_pct
    from ranked
    group by
        ranked.district_id,
        ranked.run_id,
        ranked.year,
        ranked.version,
        ranked.district,
        ranked.period,
        ranked.lead_unit
)

select
    scored.district,
    scored.period,
    scored.unit,
    unit.name_zh,
    unit.name_en,
    trim_scale(round(scored.score, 4)) as score,
    scored.indicators,
    scored.scored_indicators,
    scored.attained,
    scored.missed,
    scored.on_track,
    scored.behind,
    scored.off_track,
    scored.overdue,
    scored.not_due,
    scored.no_data,
    scored.not_assessable,
    scored.green,
    scored.yellow,
    scored.red,
    scored.grey,
    scored.worst_indicator,
    scored.worst_verdict,
    scored.worst_pace_pct,
    trim_scale(round(100.0 * reported.submitted / reported.due, 4)) as completeness_pct,
    trim_scale(round(100.0 * reported.on_time / reported.due, 4)) as timeliness_pct,
    trim_scale(round(100.0 * reported.accepted / reported.due, 4)) as acceptance_pct
from scored
join plan.unit
    on
        unit.district_id = scored.district_id
        and unit.year = scored.year
        and unit.version = scored.version
        and unit.unit = scored.unit
cross join lateral (
    select
        sum(reporting_rate.due) as due,
        sum(reporting_rate.submitted) as submitted,
        sum(reporting_rate.on_time) as on_time,
        sum(reporting_rate.accepted) as accepted
    from report.reporting_rate
    where
        reporting_rate.district_id = scored.district_id
        and reporting_rate.run_id = scored.run_id
        and reporting_rate.unit = scored.unit
) as reported
order by
    scored.district,
    scored.period desc,
    unit.ordinal;

comment on view report.department_scorecard is
'Score, counts by verdict and light, the worst indicator and the reporting rates of each unit that leads indicators (method, section 10)';
comment on column report.department_scorecard.district is 'District';
comment on column report.department_scorecard.period is 'Reported month, YYYY-MM';
comment on column report.department_scorecard.unit is 'Leading unit';
comment on column report.department_scorecard.name_zh is 'Chinese name of the unit';
comment on column report.department_scorecard.name_en is 'English name of the unit';
comment on column report.department_scorecard.score is 'Weighted mean of the paces, each counted up to 100; empty where no indicator has a pace';
comment on column report.department_scorecard.indicators is 'Indicators it leads';
comment on column report.department_scorecard.scored_indicators is 'Of these, with a pace';
comment on column report.department_scorecard.attained is 'Indicators with the verdict attained';
comment on column report.department_scorecard.missed is 'Indicators with the verdict missed';
comment on column report.department_scorecard.on_track is 'Indicators with the verdict on_track';
comment on column report.department_scorecard.behind is 'Indicators with the verdict behind';
comment on column report.department_scorecard.off_track is 'Indicators with the verdict off_track';
comment on column report.department_scorecard.overdue is 'Indicators with the verdict overdue';
comment on column report.department_scorecard.not_due is 'Indicators with the verdict not_due';
comment on column report.department_scorecard.no_data is 'Indicators with the verdict no_data';
comment on column report.department_scorecard.not_assessable is 'Indicators with the verdict not_assessable';
comment on column report.department_scorecard.green is 'Indicators with a green light';
comment on column report.department_scorecard.yellow is 'Indicators with a yellow light';
comment on column report.department_scorecard.red is 'Indicators with a red light';
comment on column report.department_scorecard.grey is 'Indicators with a grey light';
comment on column report.department_scorecard.worst_indicator is 'The worst indicator: red before yellow before grey before green, then the lowest pace';
comment on column report.department_scorecard.worst_verdict is 'Its verdict';
comment on column report.department_scorecard.worst_pace_pct is 'Its pace in percent';
comment on column report.department_scorecard.completeness_pct is 'Figures submitted out of those due from it this year, in percent';
comment on column report.department_scorecard.timeliness_pct is 'Figures submitted by the due date out of those due, in percent';
comment on column report.department_scorecard.acceptance_pct is 'Figures accepted out of those due, in percent';

grant select on report.department_scorecard to dabiao_job, dabiao_reviewer, dabiao_analyst;

commit;
