-- Deploy dabiao:roles to pg
-- Group roles belong to the cluster, so another database of the same cluster may have made them already.

begin;

do $roles$
declare
    role_name text;
begin
    foreach role_name in array array[
        'dabiao_owner', 'dabiao_job', 'dabiao_reviewer', 'dabiao_submitter', 'dabiao_analyst'
    ]
    loop
        if not exists (select from pg_catalog.pg_roles where rolname = role_name) then
            execute format('create role %I nologin', role_name);
        end if;
    end loop;
end
$roles$;

comment on role dabiao_owner is 'dabiao: owns every object and loads work plans';
comment on role dabiao_job is 'dabiao: the monthly run; reads plans and submissions, writes reports';
comment on role dabiao_reviewer is 'dabiao: the office; accepts or returns submissions';
comment on role dabiao_submitter is 'dabiao: a department that submits figures for its own unit';
comment on role dabiao_analyst is 'dabiao: reads the published views and nothing else';

do $database$
begin
    execute format('revoke all on database %I from public', current_database());
    execute format('grant create, connect, temporary on database %I to dabiao_owner', current_database());
    execute format('grant connect, temporary on database %I to dabiao_job, dabiao_submitter, dabiao_reviewer',
        current_database());
    execute format('grant connect on database %I to dabiao_analyst', current_database());
end
$database$;

revoke all on schema public from public;

commit;
