-- Deploy dabiao:plan/day to pg
-- requires: schemas

begin;

set local role dabiao_owner;

create domain plan.day as date
check (value between '1949-01-01' and '2999-12-31');

comment on domain plan.day is
'A date within the years that plans are made for';

commit;
