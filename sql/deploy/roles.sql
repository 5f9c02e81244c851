-- Deploy dabiao:roles to pg
-- Group roles belong to the cluster, so another database of the same cluster may have made them already.

begin;

do $roles$
declare
    role_name text;
begin
    foreach role_name in array array['dabiao_owner', 'dabiao_job', 'dabiao_office', 'dabiao_analyst']
    loop
        if not exists (select from pg_catalog.pg_roles where rolname = role_name) then
            execute format('create role %I nologin', role_name);
        end if;
    end loop;
end
$roles$;

comment on role dabiao_owner is 'dabiao: owns every object; installs, and loads the history of years before the system';
comment on role dabiao_office is 'dabiao: all that the office does in a year, from loading plans to publishing';
comment on role dabiao_job is 'dabiao: takes the departments'' files in and makes the monthly run';
comment on role dabiao_analyst is 'dabiao: reads what was published and nothing else';

-- Each may do what the next one may: a privilege is granted once, to the least of those who need it.
grant dabiao_analyst to dabiao_job;
grant dabiao_job to dabiao_office;

do $database$
begin
    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect on database %I to dabiao_analyst', current_database());
    execute format('grant connect, create, temporary on database %I to dabiao_owner', current_database());
end
$database$;

revoke all on schema public from public;

commit;
