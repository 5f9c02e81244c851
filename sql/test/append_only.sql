-- What was received, refused, reviewed and decided stays as it was, whoever tries, in every ordinary way.

begin;

select plan(58);

create temporary table kept (name) as
values
    ('intake.batch'),
    ('intake.submission'),
    ('intake.review'),
    ('intake.fault'),
    ('intake.period_closing'),
    ('intake.window_exception');
grant select on kept to public;

insert into plan.district (district, name_zh, name_en) values ('trial', '试验区', 'Trial');
insert into intake.batch (district_id, file_name, sha256, content, line_count, outcome)
select
    district_id,
    'a.csv',
    sha256(''),
    '',
    0,
    'refused'
from plan.district
where district = 'trial';
insert into intake.submission (
    district_id, period, indicator, unit, revision, batch_id, line, value, submitted_at
)
select
    district_id,
    '2020-01-01',
    '1.1.1',
    'a',
    1,
    batch_id,
    2,
    1,
    now()
from intake.batch;
insert into intake.review (district_id, period, indicator, unit, revision, reviewed_at, outcome)
select
    district_id,
    period,
    indicator,
    unit,
    revision,
    now(),
    'accepted'
from intake.submission;
insert into intake.fault (
    district_id, batch_id, ordinal, line, column_name, code, found, found_zh, wanted, wanted_zh
)
select
    district_id,
    batch_id,
    1,
    2,
    'value',
    'figure',
    'x',
    'x',
    'y',
    'y'
from intake.batch;
insert into intake.period_closing (district_id, period, closes_at, reason)
select
    district_id,
    '2020-01-01',
    now(),
    'over'
from plan.district
where district = 'trial';
insert into intake.window_exception (district_id, period, opens_at, closes_at, reason)
select
    district_id,
    '2020-01-01',
    now(),
    now() + interval '1 day',
    'flood'
from plan.district
where district = 'trial';

-- Executes a statement as a role; an exception takes the role back with it.
create function pg_temp.act_as(role_name name, statement text) returns void
language plpgsql as $$
begin
    execute format('set local role %I', role_name);
    execute statement;
    reset role;
end
$$;

select throws_ok(
    format('select pg_temp.act_as(%L, %L)', role_name, format(statement, name)),
    '42501',
    null,
    format('%s is refused: %s', role_name, format(statement, name))
)
from kept
cross join unnest(array['dabiao_owner', 'dabiao_reviewer']) as role_name
cross join unnest(
    array['update %s set district_id = district_id', 'delete from %s', 'truncate %s cascade']
) as statement
order by
    name,
    role_name,
    statement;

select is_empty(
    format(
        $$
        select grantee || ' ' || privilege
        from unnest(array['dabiao_owner', 'dabiao_job', 'dabiao_reviewer', 'dabiao_submitter', 'dabiao_analyst']) as grantee
        cross join unnest(array['delete', 'truncate', 'trigger']) as privilege
        where has_table_privilege(grantee, %L, privilege) and not (grantee = 'dabiao_owner' and privilege = 'trigger')
        $$,
        name
    ),
    format('nobody may delete from or truncate %s', name)
)
from kept
order by name;

select ok(relrowsecurity and relforcerowsecurity, format('row-level security is forced on %s', name))
from kept
join pg_catalog.pg_class on pg_class.oid = name::regclass
order by name;

select is_empty(
    format('select polname from pg_catalog.pg_policy where polrelid = %L::regclass and polcmd not in (''r'', ''a'')', name),
    format('no policy lets rows of %s be changed', name)
)
from kept
order by name;

select throws_ok(
    $$ insert into intake.period_closing (district_id, period, closes_at, reason) select district_id, '2020-01-02', now(), 'x' from plan.district $$,
    '23514',
    null,
    'a period is a month'
);
select throws_ok(
    $$ insert into intake.period_closing (district_id, period, closes_at, reason) select district_id, '2020-01-01', now(), '' from plan.district $$,
    '23514',
    null,
    'a closing has a reason'
);
select throws_ok(
    $$ insert into intake.window_exception (district_id, period, opens_at, closes_at, reason) select district_id, '2020-01-01', now(), now(), 'x' from plan.district $$,
    '23514',
    null,
    'an exception ends after it begins'
);
select throws_ok(
    $$ insert into intake.window_exception (district_id, period, opens_at, closes_at) select district_id, '2020-01-01', now(), now() + interval '1 day' from plan.district $$,
    '23502',
    null,
    'an exception has a reason'
);

select * from finish();

rollback;
