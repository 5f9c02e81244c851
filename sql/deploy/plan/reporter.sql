-- Deploy dabiao:plan/reporter to pg
-- requires: plan/indicator

begin;

set local role dabiao_owner;

create table plan.reporter (
    district_id integer not null,
    year smallint not null,
    version integer not null,
    indicator text not null,
    unit text not null,
    primary key (district_id, year, version, indicator, unit),
    foreign key (district_id, year, version, indicator) references plan.indicator,
    foreign key (district_id, year, version, unit) references plan.unit
);

comment on table plan.reporter is 'Expected reporters of each indicator: its reporters, or its lead unit where the plan names none';
comment on column plan.reporter.district_id is 'District';
comment on column plan.reporter.year is 'Plan year';
comment on column plan.reporter.version is 'Plan version';
comment on column plan.reporter.indicator is 'Indicator';
comment on column plan.reporter.unit is 'Unit expected to report it';

grant select on plan.reporter to dabiao_job;
grant insert on plan.reporter to dabiao_office;

commit;
