-- Deploy dabiao:plan/figure to pg
-- requires: schemas
-- numeric(20, 6) would round a figure with more digits without a word, and it takes NaN, which every later sum would be.

begin;

set local role dabiao_owner;

create domain plan.figure as numeric
check (abs(value) < 1e14 and value = round(value, 6));

comment on domain plan.figure is
'An exact decimal of at most 14 integer and 6 fraction digits, neither NaN nor infinite (method, section 1)';

commit;
