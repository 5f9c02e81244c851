-- Deploy dabiao:plan/period to pg
-- requires: schemas

begin;

set local role dabiao_owner;

create domain plan.period as date
check (extract(day from value) = 1 and value between '1949-01-01' and '2999-12-01');

comment on domain plan.period is
'A month of a plan year, as its first day';

commit;
