-- A period is a month of a plan year, as its first day.

begin;

select plan(8);

select lives_ok(format('select %L::plan.period', text), text || ' is a period')
from unnest(array['1949-01-01', '2999-12-01']) as text;
select throws_ok(format('select %L::date::plan.period', text), '23514', null, text || ' is none')
from unnest(array['2020-01-02', '1948-12-01', '3000-01-01', '5874897-01-01', 'infinity', '-infinity']) as text;

select * from finish();

rollback;
