-- Who may do what: nothing for PUBLIC, nothing of intake for analysts, and no way to change what was said.

begin;

select plan(18);

select is_empty(
    $$
    select format('%s: %s', c.oid::regclass, acl.privilege_type)
    from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    cross join lateral aclexplode(c.relacl) as acl
    where
        n.nspname in ('plan', 'intake', 'report')
        and acl.grantee = 0
    $$,
    'PUBLIC has no privilege on any table or view'
);

select is_empty(
    $$
    select format('%s', n.nspname)
    from pg_catalog.pg_namespace as n
    cross join lateral aclexplode(n.nspacl) as acl
    where
        n.nspname in ('plan', 'intake', 'report', 'public')
        and acl.grantee = 0
    $$,
    'PUBLIC has no privilege on any schema'
);

select is_empty(
    $$
    select p.oid::regprocedure::text
    from pg_catalog.pg_proc as p
    join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
    where
        n.nspname in ('plan', 'intake', 'report')
        and (p.prosecdef or has_function_privilege('public', p.oid, 'execute'))
    $$,
    'PUBLIC may call no function, and none runs as its definer'
);

select is_empty(
    $$
    select c.oid::regclass::text
    from pg_catalog.pg_class as c
    where
        c.relnamespace = 'intake'::regnamespace
        and not case c.relkind
            when 'v' then coalesce('security_invoker=true' = any(c.reloptions), false)
            when 'r' then c.relrowsecurity and c.relforcerowsecurity
            else true
        end
    $$,
    'row-level security is forced on every table of intake, and its views run as their readers'
);

select is_empty(
    $$
    select c.oid::regclass::text
    from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where
        n.nspname in ('plan', 'intake', 'report')
        and c.relkind = 'r'
        and has_table_privilege('dabiao_analyst', c.oid, 'select')
    $$,
    'analysts read views, never tables'
);

select is_empty(
    $$
    select c.oid::regclass::text
    from pg_catalog.pg_class as c
    where
        c.relnamespace = 'report'::regnamespace
        and c.relkind = 'v'
        and not has_table_privilege('dabiao_analyst', c.oid, 'select')
    $$,
    'analysts read every view of report'
);

select is_empty(
    $$
    select format('%s %s %s', grantee, privilege, name)
    from unnest(array['intake.batch', 'intake.submission', 'intake.review']) as name
    cross join unnest(array['update', 'delete', 'truncate']) as privilege
    cross join unnest(
        array['dabiao_owner', 'dabiao_job', 'dabiao_reviewer', 'dabiao_submitter', 'dabiao_analyst']
    ) as grantee
    where has_table_privilege(grantee, name, privilege)
    $$,
    'nobody, the owner included, may change or remove what was submitted or reviewed'
);

insert into plan.district (district, name_zh, name_en) values ('trial', '试验区', 'Trial');
insert into intake.batch (district_id, file_name, sha256, content, line_count, outcome)
select
    district_id,
    'a.csv',
    sha256(''),
    '',
    0,
    'accepted'
from plan.district
where district = 'trial';

insert into intake.submission (
    district_id, period, indicator, unit, revision, batch_id, line, value, submitted_at, accepted_at
)
select
    district_id,
    date '2020-01-01',
    '1.1.1',
    'a',
    1,
    batch_id,
    2,
    1,
    now(),
    now()
from intake.batch;

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
    format('select pg_temp.act_as(%L, %L)', role_name, statement),
    '42501',
    null,
    format('%s is refused: %s', role_name, statement)
)
from (
    values
    ('dabiao_owner', 'update intake.batch set file_name = ''b.csv'''),
    ('dabiao_owner', 'delete from intake.submission'),
    ('dabiao_owner', 'truncate intake.review'),
    ('dabiao_analyst', 'select * from intake.submission'),
    ('dabiao_analyst', 'select * from report.evaluation'),
    ('dabiao_analyst', 'create temporary table t (x integer)'),
    (
        'dabiao_job',
        'insert into intake.review (district_id, period, indicator, unit, revision, reviewed_at, outcome)
        values (1, ''2020-01-01'', ''1.1.1'', ''a'', 1, now(), ''accepted'')'
    ),
    ('dabiao_job', 'update plan.target set value = 1')
) as attempt (role_name, statement);

select lives_ok(
    'select pg_temp.act_as(''dabiao_analyst'', ''select * from report.headline'')',
    'analysts read the headline'
);

select lives_ok(
    'select pg_temp.act_as(''dabiao_owner'', ''update intake.submission set revision = 2'')',
    'the owner may lock submissions for foreign keys'
);
select results_eq(
    'select revision from intake.submission where indicator = ''1.1.1''',
    array[1],
    'but cannot change the column that the lock needs'
);

select * from finish();

rollback;
