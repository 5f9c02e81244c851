-- Deploy dabiao:plan/floor to pg
-- requires: plan/figure
-- requires: plan/measure
-- requires: plan/work_plan

begin;

set local role dabiao_owner;

create table plan.floor (
    district_id integer not null,
    year smallint not null,
    version integer not null,
    measure plan.measure not null,
    behind_floor plan.figure not null check (behind_floor >= 0),
    primary key (district_id, year, version, measure),
    foreign key (district_id, year, version) references plan.work_plan
);

comment on table plan.floor is 'Floors that a plan sets in the place of the method''s (method, section 8)';
comment on column plan.floor.district_id is 'District';
comment on column plan.floor.year is 'Plan year';
comment on column plan.floor.version is 'Plan version';
comment on column plan.floor.measure is 'Measure whose default it replaces';
comment on column plan.floor.behind_floor is 'Pace in percent below which an indicator without a floor of its own is off track';

grant select on plan.floor to dabiao_job;
grant insert on plan.floor to dabiao_office;

commit;
