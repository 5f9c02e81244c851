-- Attainment of every publication.

begin;

\ir ../fixture/publication.psql

select plan(1);

select results_eq(
    $$select pg_temp.shown('select target, target_revision, verdict, is_current from report.attainment_history
        where district = ''trial'' and indicator = ''1.1.1'' and unit is null order by run_id')$$,
    array['(10,1,off_track,f)', '(8,2,on_track,t)'],
    'attainment_history keeps the verdict under the old target beside that under the new, and nothing of a stopped run'
);

select * from finish();

rollback;
