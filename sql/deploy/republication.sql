-- Deploy dabiao:republication to pg
-- requires: plan_tables

begin;

set local role dabiao_owner;

alter table plan.work_plan
add column republish text not null default 'never' check (republish in ('never', 'changed'));
comment on column plan.work_plan.republish is
'never: a published month is left alone; changed: dabiao run --due publishes it again when its figures have changed';

commit;
