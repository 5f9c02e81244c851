-- Deploy dabiao:plan/allocation to pg
-- requires: plan/reporter

begin;

set local role dabiao_owner;

create table plan.allocation (
    district_id integer not null,
    year smallint not null,
    version integer not null,
    indicator text not null,
    unit text not null,
    value plan.figure not null,
    primary key (district_id, year, version, indicator, unit),
    foreign key (district_id, year, version, indicator, unit) references plan.reporter
);

comment on table plan.allocation is 'Breakdown of targets to units (目标分解)';
comment on column plan.allocation.district_id is 'District';
comment on column plan.allocation.year is 'Plan year';
comment on column plan.allocation.version is 'Plan version';
comment on column plan.allocation.indicator is 'Indicator';
comment on column plan.allocation.unit is 'Unit, one of the indicator''s expected reporters';
comment on column plan.allocation.value is 'The unit''s own target, in the indicator''s unit';

grant select on plan.allocation to dabiao_job;
grant insert on plan.allocation to dabiao_office;

commit;
