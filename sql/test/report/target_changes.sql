-- How targets were changed.

begin;

\ir ../fixture/publication.psql

select plan(1);

select results_eq(
    $$select pg_temp.shown('select indicator, revision, previous_value, value, decided_on, source
        from report.target_changes where district = ''trial'' and period = ''2020-06''')$$,
    array['(1.1.1,2,10,8,2020-07-01,区府办〔2020〕15号)'],
    'the revisions up to the one that applied, and none that came later'
);

select * from finish();

rollback;
