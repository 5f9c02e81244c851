-- Revert dabiao:roles from pg
-- The group roles stay: they belong to the cluster, and another of its databases may use them.

begin;

do $database$
begin
    execute format(
        'revoke all on database %I from dabiao_owner, dabiao_office, dabiao_job, dabiao_analyst', current_database()
    );
    execute format('grant connect, temporary on database %I to public', current_database());
end
$database$;

grant usage on schema public to public;

commit;
