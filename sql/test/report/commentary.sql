-- What was said beside the figures.

begin;

\ir ../fixture/publication.psql

select plan(1);

select results_eq(
    $$select pg_temp.shown('select indicator, unit, unit_zh, role, role_zh, figure_period, reason, next_step, evidence, note,
            to_char(said_at at time zone ''UTC'', ''MM-DD HH24:MI'')
        from report.commentary where district = ''trial'' and period = ''2020-06''')$$,
    array[
        '(1.1.1,west,西街道,unit,报送单位,2020-06,天气,赶工,,,"07-06 01:00")',
        '(1.1.1,,,office,主管部门,,,,,已约谈,"07-07 02:00")'
    ],
    'a reporter''s words stand beside its figure, and the office''s comment after them'
);

select * from finish();

rollback;
