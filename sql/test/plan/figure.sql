-- What is a figure, and what is none (method, section 1).

begin;

select plan(12);

select lives_ok(format('select %L::plan.figure', text), text || ' is a figure')
from unnest(array['0', '-0.5', '99999999999999.999999', '-99999999999999.999999', '1.5000000000']) as text;
select throws_ok(format('select %L::numeric::plan.figure', text), '23514', null, text || ' is none')
from unnest(
    array['NaN', 'Infinity', '-Infinity', '100000000000000', '0.1234567', '99999999999999.9999999', '1e30']
) as text;

select * from finish();

rollback;
