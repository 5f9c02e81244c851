-- The monthly trend.

begin;

\ir ../fixture/publication.psql

select plan(1);

select results_eq(
    $$select pg_temp.shown('select month, actual, verdict from report.trend where district = ''trial''')$$,
    array['(2020-05,4,on_track)', '(2020-06,4.8,on_track)'],
    'the trend is of the publication that stands'
);

select * from finish();

rollback;
