-- Deploy dabiao:plan/measure to pg
-- requires: schemas

begin;

set local role dabiao_owner;

create domain plan.measure as text
check (
    value in (
        'total', 'stock', 'growth', 'rate', 'share', 'ratio', 'intensity_change', 'daily_average', 'milestone', 'progress'
    )
);

comment on domain plan.measure is
'How an actual is made of the submissions (method, section 4)';

commit;
