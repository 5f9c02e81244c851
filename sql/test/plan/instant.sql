-- So do instants.

begin;

select plan(6);

select lives_ok(format('select %L::plan.instant', text), text || ' is one')
from unnest(array['1949-01-01 00:00:00+00', '2999-12-31 23:59:59.999999+00']) as text;
select throws_ok(format('select %L::timestamptz::plan.instant', text), '23514', null, text || ' is none')
from unnest(array['1948-12-31 23:59:59+00', '3000-01-01 00:00:00+00', 'infinity', '-infinity']) as text;

select * from finish();

rollback;
