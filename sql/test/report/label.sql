-- Every code that a table can hold has a label.

begin;

select plan(13);

create temporary table coded (kind, table_name, column_name) as
values
('verdict', 'report.evaluation', 'verdict'),
('light', 'report.evaluation', 'light'),
('stage', 'report.evaluation', 'stage'),
('measure', 'plan.indicator', 'measure'),
('direction', 'plan.indicator', 'direction'),
('unit_kind', 'plan.unit', 'kind'),
('role', 'plan.responsibility', 'role'),
('severity', 'report.finding', 'severity'),
('point_rule', 'report.appraisal_point', 'rule');

-- The codes stand in the column's own constraint, or in that of its domain.
create temporary table code as
select
    kind,
    table_name,
    column_name,
    found[1] as code
from coded
join pg_catalog.pg_attribute on attrelid = table_name::regclass and attname = column_name
join pg_catalog.pg_constraint
    on (conrelid = attrelid and contype = 'c' and conkey = array[attnum])
    or (contypid = atttypid and contypid > 0)
cross join regexp_matches(pg_get_constraintdef(pg_constraint.oid), '''([a-z_]+)''::text', 'g') as found;

select is_empty(
    format('select code from code where kind = %L and report.label(kind, code) is null', kind),
    format('each %s of %s has a label', column_name, table_name)
)
from coded;
select is_empty(
    'select kind from coded where kind not in (select kind from code)',
    '… of which there are some of every kind'
);
select is(report.label('verdict', 'off_track'), '严重滞后', 'a code in Chinese');
select is(report.label('verdict', 'green'), null, 'a code of another kind has no label');
select is(report.label('verdict', null), null, 'nor has none');

select * from finish();

rollback;
