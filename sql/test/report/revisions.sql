-- What changed since the publication before.

begin;

\ir ../fixture/publication.psql

select plan(1);

select results_eq(
    $$select pg_temp.shown('select indicator, unit, previous_target, target, previous_verdict, verdict, because
        from report.revisions where district = ''trial''')$$,
    array['(1.1.1,,10,8,off_track,on_track,"alpha 2020-06: revision 1 -> revision 2")'],
    'revisions say from what to what, and because of which submission'
);

select * from finish();

rollback;
