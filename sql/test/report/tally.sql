-- What the summaries are made of.

begin;

\ir ../fixture/publication.psql

select plan(3);

select results_eq(
    $$select pg_temp.shown('select kind, member, indicators, worst_indicator from report.tally
        where district = ''trial'' order by kind, member')$$,
    array[
        '(lead_unit,alpha,3,1.1.2)', '(lead_unit,beta,2,1.1.3)', '(livelihood,"",2,1.1.3)', '(section,1,4,1.1.3)',
        '(section,2,1,2.1.1)', '(unit,east,1,1.1.1)', '(unit,west,1,1.1.1)'
    ],
    'a row of the district counts in its section, for its lead unit and as a livelihood project, a unit''s for the unit'
);
select results_eq(
    $$select score from report.tally where district = 'trial' and kind = 'lead_unit' order by member$$,
    array[98.75, round(200::numeric / 3, 40)],
    'a score is a quotient of exact sums, to 40 decimals'
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

select * from finish();

rollback;
