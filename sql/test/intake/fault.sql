-- Faults are kept as they were found.

begin;

\ir ../fixture/act_as.psql
\ir ../fixture/district.psql

select plan(15);

\set table intake.fault
\ir ../fixture/append_only.psql

select lives_ok(
    format('insert into intake.fault values (%s, %s, 1, 2, ''value'', null, ''figure'', ''x'', ''x'', ''y'', ''y'')', :district_id, :batch_id),
    'a fault of a file'
);
select throws_ok(
    format('insert into intake.fault values (%s, %s, 2, 0, ''value'', null, ''figure'', ''x'', ''x'', ''y'', ''y'')', :district_id, :batch_id),
    '23514',
    null,
    'lines begin at 1'
);

select * from finish();

rollback;
