-- Deploy dabiao:plan/profile to pg
-- requires: plan/indicator

begin;

set local role dabiao_owner;

create table plan.profile (
    district_id integer not null,
    year smallint not null,
    version integer not null,
    indicator text not null,
    month smallint not null check (month between 1 and 12),
    cumulative_pct plan.figure not null check (cumulative_pct between 0 and 100),
    primary key (district_id, year, version, indicator, month),
    foreign key (district_id, year, version, indicator) references plan.indicator
);

comment on table plan.profile is 'Expected cumulative progress of seasonal work (method, section 7)';
comment on column plan.profile.district_id is 'District';
comment on column plan.profile.year is 'Plan year';
comment on column plan.profile.version is 'Plan version';
comment on column plan.profile.indicator is 'Indicator';
comment on column plan.profile.month is 'Month, 1 to 12';
comment on column plan.profile.cumulative_pct is 'Percent of the target expected by the end of the month';

grant select on plan.profile to dabiao_job;
grant insert on plan.profile to dabiao_office;

commit;
