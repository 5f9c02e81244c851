-- Verify dabiao_citus:distribution on pg

begin;

do $$
declare
    left_out text;
begin
    select string_agg(c.oid::regclass::text, ', ')
    into left_out
    from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    left join pg_dist_partition as part on part.logicalrelid = c.oid
    left join pg_dist_partition as whole on whole.logicalrelid = 'plan.work_plan'::regclass
    where
        n.nspname in ('plan', 'intake', 'report')
        and c.relkind = 'r'
        and case
            when c.oid in ('plan.frequency_period'::regclass, 'plan.district'::regclass)
                then part.partmethod is distinct from 'n'
            else
                part.partmethod is distinct from 'h'
                or part.colocationid <> whole.colocationid
        end;
    if left_out is not null then
        raise exception 'not distributed with plan.work_plan, nor a reference table: %', left_out;
    end if;
end
$$;

rollback;
