-- Deploy dabiao_citus:distribution to pg
-- requires: dabiao:report/column_comments
-- Optional, for more districts than one server holds. It goes to the coordinator of a Citus cluster, before anything is
-- loaded: tables with a district_id are distributed by it, all in the one group of shards, so that whatever joins within a
-- district stays on one node; plan.district and plan.frequency_period, which everything joins, are copied to every node.

begin;

create extension if not exists citus;

-- A reference table and a distributed one that refers to it are written in one transaction by loads and by runs.
set local citus.multi_shard_modify_mode = 'sequential';

-- Foreign keys come off and go back on, each by its own statement, once both of their tables are where they belong.
create temporary table foreign_key on commit drop as
select
    format('%I.%I', n.nspname, c.relname) as table_name,
    con.conname as constraint_name,
    pg_get_constraintdef(con.oid) as definition
from pg_catalog.pg_constraint as con
join pg_catalog.pg_class as c on c.oid = con.conrelid
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where
    n.nspname in ('plan', 'intake', 'report')
    and con.contype = 'f';

do $$
declare
    found record;
begin
    for found in select * from foreign_key loop
        execute format('alter table %s drop constraint %I', found.table_name, found.constraint_name);
    end loop;

    perform create_reference_table('plan.frequency_period');
    perform create_reference_table('plan.district');
    perform create_distributed_table('plan.work_plan', 'district_id');

    for found in
        select format('%I.%I', n.nspname, c.relname) as table_name
        from pg_catalog.pg_class as c
        join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
        where
            n.nspname in ('plan', 'intake', 'report')
            and c.relkind = 'r'
            and c.oid not in (
                'plan.frequency_period'::regclass, 'plan.district'::regclass, 'plan.work_plan'::regclass
            )
        order by
            n.nspname,
            c.relname
    loop
        perform create_distributed_table(found.table_name, 'district_id', colocate_with => 'plan.work_plan');
    end loop;

    for found in select * from foreign_key order by definition like '%REFERENCES plan.district%' desc loop
        execute format(
            'alter table %s add constraint %I %s', found.table_name, found.constraint_name, found.definition
        );
    end loop;
end
$$;

-- Views call it in what they send to the shards.
select create_distributed_function('report.label(text, text)');

commit;
