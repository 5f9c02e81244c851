-- Findings as last published.

begin;

\ir ../fixture/publication.psql

select plan(1);

select results_eq(
    $$select pg_temp.shown('select code, severity, indicator, unit, figure_period
        from report.findings where district = ''trial''')$$,
    array['(late,info,1.1.1,east,2020-06)'],
    'findings are the publication''s'
);

select * from finish();

rollback;
