-- Dates lie in the years that plans are made for.

begin;

select plan(7);

select lives_ok(format('select %L::plan.day', text), text || ' is one')
from unnest(array['1949-01-01', '2999-12-31']) as text;
select throws_ok(format('select %L::date::plan.day', text), '23514', null, text || ' is none')
from unnest(array['1948-12-31', '3000-01-01', '5874897-12-31', 'infinity', '-infinity']) as text;

select * from finish();

rollback;
