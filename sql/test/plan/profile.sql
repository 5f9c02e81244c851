-- A point of a profile is a percentage or an amount.

begin;

select plan(5);

select throws_ok(format('insert into plan.profile values (%s)', cells), '23514', null, 'no point: ' || cells)
from unnest(
    array[
        '1, 2020, 1, ''1.1.1'', 1, null, null',
        '1, 2020, 1, ''1.1.1'', 1, 50, 5',
        '1, 2020, 1, ''1.1.1'', 1, -1, null',
        '1, 2020, 1, ''1.1.1'', 13, 50, null',
        '1, 2020, 1, ''1.1.1'', 1, null, ''NaN'''
    ]
) as cells;

select * from finish();

rollback;
