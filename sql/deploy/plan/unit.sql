-- Deploy dabiao:plan/unit to pg
-- requires: plan/work_plan

begin;

set local role dabiao_owner;

create table plan.unit (
    district_id integer not null,
    year smallint not null,
    version integer not null,
    unit text not null,
    ordinal integer not null check (ordinal > 0),
    kind text not null check (kind in ('department', 'subdistrict', 'town', 'other')),
    name_zh text not null,
    name_en text not null,
    short_zh text,
    primary key (district_id, year, version, unit),
    foreign key (district_id, year, version) references plan.work_plan
);

comment on table plan.unit is 'Units of a plan: departments, subdistricts, towns and others that lead or report';
comment on column plan.unit.district_id is 'District';
comment on column plan.unit.year is 'Plan year';
comment on column plan.unit.version is 'Plan version';
comment on column plan.unit.unit is 'Code of the unit';
comment on column plan.unit.ordinal is 'Place in units.csv, from 1';
comment on column plan.unit.kind is 'department, subdistrict, town or other';
comment on column plan.unit.name_zh is 'Chinese name';
comment on column plan.unit.name_en is 'English name; the Chinese one where the plan gives none';
comment on column plan.unit.short_zh is 'Short Chinese name, by which people call it';

grant select on plan.unit to dabiao_job;
grant insert on plan.unit to dabiao_office;

commit;
