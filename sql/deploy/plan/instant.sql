-- Deploy dabiao:plan/instant to pg
-- requires: schemas

begin;

set local role dabiao_owner;

create domain plan.instant as timestamptz
check (value >= '1949-01-01 00:00:00+00' and value < '3000-01-01 00:00:00+00');

comment on domain plan.instant is
'An instant within the years that plans are made for, neither infinity';

commit;
