-- What no indicator of a plan can hold, whoever writes it.

begin;

\ir ../fixture/district.psql

insert into plan.unit values (:district_id, 2020, 1, 'a', 1, 'other', '甲', 'A');
insert into plan.section values (:district_id, 2020, 1, 1, '一', 'One');

create function pg_temp.insert_indicator(measure text, direction text, columns text, cells text)
returns text language sql as $$
select format(
    'insert into plan.indicator (
        district_id, year, version, indicator, ordinal, section, item, livelihood, headline, name_zh, name_en, measure,
        direction, accumulation, frequency, lead_unit, due_month, weight, %s
    )
    select
        max(district_id), 2020, 1, ''1.1.1'', 1, 1, 1, false, false, ''x'', ''x'', %L, %L, ''point'', ''monthly'', ''a'', 12,
        1, %s
    from plan.work_plan',
    columns, measure, direction, cells
)
$$;

select plan(22);

select throws_ok(
    pg_temp.insert_indicator(measure, direction, columns, cells),
    '23514',
    null,
    format('no %s %s with %s %s', measure, direction, columns, cells)
)
from (
    values
    ('total', 'at_least', 'scale', '10'),
    ('ratio', 'at_least', 'scale', '0'),
    ('total', 'at_least', 'continues', '''energy'''),
    ('total', 'at_least', 'pacing', '''sudden'''),
    ('total', 'at_most', 'pacing', '''at_due'''),
    ('stock', 'at_least', 'pacing', '''at_due'''),
    ('share', 'at_least', 'whole', 'true'),
    ('progress', null, 'whole', 'true'),
    ('total', 'at_least', 'due_day', '0'),
    ('total', 'at_least', 'due_day', '63'),
    ('total', 'at_least', 'plausible_min, plausible_max', '2, 1'),
    ('total', 'at_least', 'plausible_min', '''NaN'''),
    ('milestone', null, 'reference', 'true'),
    ('progress', null, 'reference', 'true')
) as refused (measure, direction, columns, cells);

select lives_ok(
    pg_temp.insert_indicator(measure, direction, columns, cells)
    || '; delete from plan.indicator where indicator = ''1.1.1''',
    format('a %s %s with %s %s', measure, direction, columns, cells)
)
from (
    values
    ('ratio', 'at_most', 'scale', '10000'),
    ('total', 'at_least', 'pacing, whole', '''at_due'', true'),
    ('total', 'at_most', 'pacing', '''linear'''),
    ('milestone', null, 'pacing', '''at_due'''),
    ('stock', 'at_least', 'whole, plausible_min, plausible_max', 'true, 1, 1'),
    ('stock', null, 'reference', 'true'),
    ('rate', 'at_least', 'due_day, continues', '62, ''2.3.1'''),
    ('growth', 'at_least', 'value_unit, plausible_min', '''亿元'', -50')
) as allowed (measure, direction, columns, cells);

select * from finish();

rollback;
