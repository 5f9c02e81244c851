-- Deploy dabiao:plan/district to pg
-- requires: schemas

begin;

set local role dabiao_owner;

create table plan.district (
    district_id integer generated always as identity primary key,
    district text not null unique check (district ~ '^[a-z][a-z0-9_-]*$'),
    name_zh text not null,
    name_en text not null
);

comment on table plan.district is 'Districts whose work plans this database holds; a reference table';
comment on column plan.district.district_id is 'Key of the district, first in every key of every table that grows';
comment on column plan.district.district is 'Code of the district, as in plan.csv and on the command line';
comment on column plan.district.name_zh is 'Chinese name';
comment on column plan.district.name_en is 'English name; the Chinese one where the plan gives none';

grant select on plan.district to dabiao_job;
grant insert (district, name_zh, name_en), update (name_zh, name_en) on plan.district to dabiao_office;

commit;
