-- What the views say of a small district whose every figure was worked out by hand.

begin;

select plan(20);

insert into plan.district (district, name_zh, name_en) values ('trial', '试验区', 'Trial')
returning district_id \gset

insert into plan.work_plan (
    district_id, year, version, title_zh, title_en, source, time_zone, due_day, review, sha256
)
values (:district_id, 2020, 1, '方案', 'Plan', 'made up', 'Asia/Shanghai', 10, 'automatic', sha256('one'));

insert into plan.unit (district_id, year, version, unit, ordinal, kind, name_zh, name_en)
values
(:district_id, 2020, 1, 'alpha', 1, 'department', '甲局', 'Alpha'),
(:district_id, 2020, 1, 'beta', 2, 'department', '乙局', 'Beta'),
(:district_id, 2020, 1, 'east', 3, 'subdistrict', '东街道', 'East'),
(:district_id, 2020, 1, 'west', 4, 'subdistrict', '西街道', 'West');

insert into plan.section (district_id, year, version, section, title_zh, title_en)
values (:district_id, 2020, 1, 1, '一', 'One'), (:district_id, 2020, 1, 2, '二', 'Two');

insert into plan.indicator (
    district_id, year, version, indicator, ordinal, section, item, livelihood, headline, name_zh, name_en, measure,
    direction, accumulation, frequency, lead_unit, due_month, required_stage, weight
)
values
(:district_id, 2020, 1, '1.1.1', 1, 1, 1, true, true, '一', 'A', 'total', 'at_least', 'monthly', 'monthly', 'alpha', 12, null, 2),
(:district_id, 2020, 1, '1.1.2', 2, 1, 1, false, false, '二', 'B', 'stock', 'at_most', 'point', 'monthly', 'alpha', 12, null, 1),
(:district_id, 2020, 1, '1.1.3', 3, 1, 1, true, false, '三', 'C', 'share', 'at_least', 'monthly', 'monthly', 'beta', 12, null, 1),
(:district_id, 2020, 1, '1.2.1', 4, 1, 2, false, false, '四', 'D', 'milestone', null, 'point', 'monthly', 'beta', 9, 'completed', 1),
(:district_id, 2020, 1, '2.1.1', 5, 2, 1, false, false, '五', 'E', 'growth', 'at_least', 'cumulative', 'monthly', 'alpha', 12, null, 1);

insert into plan.post (district_id, year, version, post) values (:district_id, 2020, 1, 'deputy');
insert into plan.post_holder (district_id, year, version, post, name, holds_from, holds_to)
values
(:district_id, 2020, 1, 'deputy', '张', '2020-01-01', '2020-06-30'),
(:district_id, 2020, 1, 'deputy', '李', '2020-07-01', null);
insert into plan.responsibility (district_id, year, version, indicator, ordinal, role, unit, post)
values
(:district_id, 2020, 1, '1.1.1', 1, 'leader', null, 'deputy'),
(:district_id, 2020, 1, '1.1.1', 2, 'lead', 'alpha', null);

-- Of June a first publication, the one that replaced it, and a run that errors stopped.
insert into report.run (district_id, year, version, period, as_of, program_version, outcome)
values (:district_id, 2020, 1, '2020-06-01', '2020-07-05 00:00+08', '0', 'published')
returning run_id as first \gset
insert into report.run (district_id, year, version, period, as_of, program_version, outcome)
values (:district_id, 2020, 1, '2020-06-01', '2020-07-11 00:00+08', '0', 'published')
returning run_id as second \gset
insert into report.run (district_id, year, version, period, as_of, program_version, outcome)
values (:district_id, 2020, 1, '2020-06-01', '2020-07-12 00:00+08', '0', 'stopped')
returning run_id as stopped \gset
insert into report.publication (district_id, period, run_id) values (:district_id, '2020-06-01', :second);

insert into report.evaluation (
    district_id, run_id, ordinal, indicator, unit, target, target_revision, figure_period, actual, attainment_pct,
    pace_pct, pace_numerator, pace_denominator, verdict, light, rule, provisional, stage
)
values
(:district_id, :first, 1, '1.1.1', null, 10, 1, '2020-06-01', 4, 40, 80, 80, 1, 'off_track', 'red', 8, true, null),
(:district_id, :second, 1, '1.1.1', null, 8, 2, '2020-06-01', 4.8, 60, 120, 120, 1, 'on_track', 'green', 8, false, null),
(:district_id, :second, 2, '1.1.1', 'east', 4, null, '2020-06-01', 2.1, 52.5, 105, 105, 1, 'on_track', 'green', 8, false, null),
(:district_id, :second, 3, '1.1.1', 'west', 4, null, '2020-06-01', 1.4, 35, 70, 70, 1, 'off_track', 'red', 8, false, null),
(:district_id, :second, 4, '1.1.2', null, 95, 1, '2020-06-01', 100, 95, 95, 95, 1, 'behind', 'yellow', 8, false, null),
(:district_id, :second, 5, '1.1.3', null, 90, 1, '2020-06-01', 60, 66.6667, 66.6667, 200, 3, 'off_track', 'red', 8, false, null),
(:district_id, :second, 6, '1.2.1', null, null, null, null, null, null, null, null, null, 'no_data', 'grey', 2, true, 'not_started'),
(:district_id, :second, 7, '2.1.1', null, 1, 1, '2020-06-01', 2, 100, 100, 100, 1, 'attained', 'green', 7, false, null),
(:district_id, :stopped, 1, '1.1.1', null, 8, 2, '2020-06-01', 99, 999, 999, 999, 1, 'attained', 'green', 4, false, null);

insert into report.finding (
    district_id, run_id, ordinal, code, severity, indicator, unit, figure_period, message_zh, message_en
)
values
(:district_id, :second, 1, 'late', 'info', '1.1.1', 'east', '2020-06-01', '迟', 'Late.'),
(:district_id, :stopped, 1, 'no_base', 'error', '2.1.1', 'alpha', '2020-06-01', '缺', 'None.');

insert into report.reporting_rate (district_id, run_id, unit, figure_period, due, submitted, on_time, accepted)
values
(:district_id, :second, 'alpha', '2020-05-01', 3, 2, 1, 2),
(:district_id, :second, 'alpha', '2020-06-01', 3, 3, 3, 3);

insert into report.trend_point (
    district_id, run_id, ordinal, month, indicator, target, actual, verdict, light, provisional
)
values
(:district_id, :first, 1, 6, '1.1.1', 10, 4, 'off_track', 'red', true),
(:district_id, :second, 1, 5, '1.1.1', 8, 4, 'on_track', 'green', false),
(:district_id, :second, 1, 6, '1.1.1', 8, 4.8, 'on_track', 'green', false);

insert into report.revision (district_id, run_id, ordinal, previous_run_id, because)
values (:district_id, :second, 1, :first, 'alpha 2020-06: revision 1 -> revision 2');

create function pg_temp.shown(query text) returns setof text
language plpgsql as $$
begin
    return query execute format('select row_text::text from (%s) as row_text', query);
end
$$;

select results_eq(
    $$select pg_temp.shown('select indicator, unit, verdict from report.attainment where district = ''trial''')$$,
    array[
        '(1.1.1,,on_track)', '(1.1.1,east,on_track)', '(1.1.1,west,off_track)', '(1.1.2,,behind)', '(1.1.3,,off_track)',
        '(1.2.1,,no_data)', '(2.1.1,,attained)'
    ],
    'attainment shows the publication that stands, in plan order, the district before its units'
);
select results_eq(
    $$select pg_temp.shown('select target, target_revision, verdict, is_current from report.attainment_history
        where district = ''trial'' and indicator = ''1.1.1'' and unit is null order by run_id')$$,
    array['(10,1,off_track,f)', '(8,2,on_track,t)'],
    'attainment_history keeps the verdict under the old target beside that under the new, and nothing of a stopped run'
);
select results_eq(
    $$select pg_temp.shown('select indicator, attainment_pct, verdict from report.headline where district = ''trial''')$$,
    array['(1.1.1,60,on_track)'],
    'the headline is what the plan marks so'
);
select results_eq(
    $$select pg_temp.shown('select section, indicators, on_track, behind, off_track, no_data, attained, green, yellow, red,
        grey, green_pct, worst_indicator, worst_verdict, worst_pace_pct
        from report.section_summary where district = ''trial''')$$,
    array['(1,4,1,1,1,1,0,1,1,1,1,25,1.1.3,off_track,66.6667)', '(2,1,0,0,0,0,1,1,0,0,0,100,2.1.1,attained,100)'],
    'section_summary counts by verdict and light, and shows the worst'
);
select results_eq(
    $$select pg_temp.shown('select indicators, on_track, off_track, green, red, green_pct, worst_indicator, worst_verdict
        from report.livelihood_summary where district = ''trial''')$$,
    array['(2,1,1,1,1,50,1.1.3,off_track)'],
    'livelihood_summary does so for the livelihood projects'
);
select results_eq(
    $$select pg_temp.shown('select indicator, verdict from report.livelihood_projects where district = ''trial''')$$,
    array['(1.1.1,on_track)', '(1.1.3,off_track)'],
    'livelihood_projects lists them'
);
select results_eq(
    $$select pg_temp.shown('select unit, score, indicators, scored_indicators, on_track, behind, attained, green, yellow,
        worst_indicator, worst_verdict from report.department_scorecard where district = ''trial'' order by unit')$$,
    array['(alpha,98.75,3,3,1,1,1,2,1,1.1.2,behind)', '(beta,66.6667,2,1,0,0,0,0,0,1.1.3,off_track)'],
    'a score weighs paces cut at 100, over the indicators that have one: (2 × 100 + 95 + 100) / 4'
);
select results_eq(
    $$select pg_temp.shown('select completeness_pct, timeliness_pct, acceptance_pct
        from report.department_scorecard where district = ''trial'' and unit = ''alpha''')$$,
    array['(83.3333,66.6667,83.3333)'],
    'the scorecard''s reporting rates are over all periods: 5, 4 and 5 of 6'
);
select results_eq(
    $$select pg_temp.shown('select unit, figure_period, completeness_pct, timeliness_pct, acceptance_pct
        from report.reporting_rates where district = ''trial''')$$,
    array['(alpha,2020-05,66.6667,33.3333,66.6667)', '(alpha,2020-06,100,100,100)'],
    'reporting_rates are per unit and period'
);
select results_eq(
    $$select pg_temp.shown('select place, unit, indicators, green, red, green_pct, worst_indicator, worst_verdict
        from report.unit_ranking where district = ''trial''')$$,
    array['(1,east,1,1,0,100,1.1.1,on_track)', '(2,west,1,0,1,0,1.1.1,off_track)'],
    'unit_ranking ranks by the share that is green'
);
select results_eq(
    $$select pg_temp.shown('select indicator, required_stage, due_month, stage, verdict
        from report.milestones where district = ''trial''')$$,
    array['(1.2.1,completed,9,not_started,no_data)'],
    'milestones are the milestones'
);
select results_eq(
    $$select pg_temp.shown('select code, severity, indicator, unit, figure_period
        from report.findings where district = ''trial''')$$,
    array['(late,info,1.1.1,east,2020-06)'],
    'findings are the publication''s'
);
select results_eq(
    $$select pg_temp.shown('select outcome, is_current, code, unit from report.findings_history
        where district = ''trial''')$$,
    array['(stopped,f,no_base,alpha)', '(published,t,late,east)'],
    'findings_history has the stopped run''s too'
);
select results_eq(
    $$select pg_temp.shown('select month, actual, verdict from report.trend where district = ''trial''')$$,
    array['(2020-05,4,on_track)', '(2020-06,4.8,on_track)'],
    'the trend is of the publication that stands'
);
select results_eq(
    $$select pg_temp.shown('select indicator, unit, previous_target, target, previous_verdict, verdict, because
        from report.revisions where district = ''trial''')$$,
    array['(1.1.1,,10,8,off_track,on_track,"alpha 2020-06: revision 1 -> revision 2")'],
    'revisions say from what to what, and because of which submission'
);
select results_eq(
    $$select pg_temp.shown('select role, unit, post, name from report.responsible
        where district = ''trial'' and indicator = ''1.1.1''
        and (post is null or date ''2020-06-30'' between holds_from and coalesce(holds_to, ''infinity''))')$$,
    array['(leader,,deputy,张)', '(lead,alpha,,)'],
    'whoever held the post on a date answers'
);
select results_eq(
    $$select pg_temp.shown('select name from report.responsible where district = ''trial'' and post = ''deputy''
        and date ''2020-07-01'' between holds_from and coalesce(holds_to, ''infinity'')')$$,
    array['(李)'],
    '… and the day after, the successor'
);
select results_eq(
    $$select pg_temp.shown('select outcome, is_current from report.runs where district = ''trial''')$$,
    array['(stopped,f)', '(published,t)', '(published,f)'],
    'runs are shown newest first, whatever became of them'
);

-- What no average may hide.
select is_empty(
    $$
    select summary
    from unnest(array['section_summary', 'livelihood_summary', 'department_scorecard', 'unit_ranking']) as summary
    where (
        select count(*)
        from information_schema.columns
        where
            table_schema = 'report'
            and table_name = summary
            and column_name in (
                'attained', 'missed', 'on_track', 'behind', 'off_track', 'overdue', 'not_due', 'no_data',
                'not_assessable', 'green', 'yellow', 'red', 'grey', 'worst_indicator', 'worst_verdict'
            )
    ) <> 15
    $$,
    'every summary counts by verdict and light and names the worst'
);
select is_empty(
    $$
    select unit
    from report.department_scorecard
    where
        indicators <> attained + missed + on_track + behind + off_track + overdue + not_due + no_data + not_assessable
        or indicators <> green + yellow + red + grey
    $$,
    'the counts of a scorecard leave no indicator out'
);

select * from finish();

rollback;
