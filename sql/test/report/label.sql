-- Every code that a table can hold has a label.

begin;

select plan(12);

create temporary table coded (kind, table_name, column_name) as
values
('verdict', 'report.evaluation', 'verdict'),
('light', 'report.evaluation', 'light'),
('stage', 'report.evaluation', 'stage'),
('measure', 'plan.indicator', 'measure'),
('direction', 'plan.indicator', 'direction'),
('unit_kind', 'plan.unit', 'kind'),
('role', 'plan.responsibility', 'role'),
('severity', 'report.finding', 'severity');

select is_empty(
    format(
        $$
        select code[1]
        from pg_catalog.pg_constraint
        cross join regexp_matches(pg_get_constraintdef(oid), '''([a-z_]+)''::text', 'g') as code
        where
            conrelid = %L::regclass
            and contype = 'c'
            and conkey = array[(select attnum from pg_catalog.pg_attribute where attrelid = conrelid and attname = %L)]
            and report.label(%L, code[1]) is null
        $$,
        table_name, column_name, kind
    ),
    format('each %s of %s', column_name, table_name)
)
from coded;
select isnt_empty(
    $$
    select
    from pg_catalog.pg_constraint
    cross join regexp_matches(pg_get_constraintdef(oid), '''([a-z_]+)''::text', 'g')
    where conrelid = 'report.evaluation'::regclass
    $$,
    '… of which there are some'
);
select is(report.label('verdict', 'off_track'), '严重滞后', 'a code in Chinese');
select is(report.label('verdict', 'green'), null, 'a code of another kind has no label');
select is(report.label('verdict', null), null, 'nor has none');

select * from finish();

rollback;
