-- Scorecards of leading units.

begin;

\ir ../fixture/publication.psql

select plan(3);

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
