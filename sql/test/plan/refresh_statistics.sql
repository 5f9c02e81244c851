-- Who loads a plan may have its statistics gathered.

begin;

\ir ../fixture/act_as.psql

select plan(3);

select lives_ok(
    'select pg_temp.act_as(''dabiao_office'', ''select plan.refresh_statistics()'')',
    'the office may'
);
select throws_ok(
    'select pg_temp.act_as(''dabiao_job'', ''select plan.refresh_statistics()'')',
    '42501',
    null,
    'the job may not'
);
select is_empty(
    $$
    select relname
    from pg_catalog.pg_class
    where
        relnamespace = 'plan'::regnamespace
        and relkind = 'r'
        and relname not in ('district', 'frequency_period')
        and pg_get_functiondef('plan.refresh_statistics()'::regprocedure) not like '%plan.' || relname || '%'
    $$,
    'no table of a plan is left out'
);

select * from finish();

rollback;
