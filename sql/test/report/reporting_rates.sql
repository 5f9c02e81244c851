-- Reporting rates.

begin;

\ir ../fixture/publication.psql

select plan(1);

select results_eq(
    $$select pg_temp.shown('select unit, figure_period, completeness_pct, timeliness_pct, acceptance_pct
        from report.reporting_rates where district = ''trial''')$$,
    array['(alpha,2020-05,66.6667,33.3333,66.6667)', '(alpha,2020-06,100,100,100)'],
    'reporting_rates are per unit and period'
);

select * from finish();

rollback;
