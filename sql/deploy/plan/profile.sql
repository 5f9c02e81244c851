-- Deploy dabiao:plan/profile to pg
-- requires: plan/figure
-- requires: plan/indicator

begin;

set local role dabiao_owner;

create table plan.profile (
    district_id integer not null,
    year smallint not null,
    version integer not null,
    indicator text not null,
    month smallint not null check (month between 1 and 12),
    cumulative_pct plan.figure check (cumulative_pct >= 0),
    cumulative_value plan.figure,
    check (num_nonnulls(cumulative_pct, cumulative_value) = 1),
    primary key (district_id, year, version, indicator, month),
    foreign key (district_id, year, version, indicator) references plan.indicator
);

comment on table plan.profile is 'What is expected by when: the progress of seasonal work, a level with seasons (method, section 7)';
comment on column plan.profile.district_id is 'District';
comment on column plan.profile.year is 'Plan year';
comment on column plan.profile.version is 'Plan version';
comment on column plan.profile.indicator is 'Indicator';
comment on column plan.profile.month is 'Month, 1 to 12';
comment on column plan.profile.cumulative_pct is 'Percent of the target expected by the end of the month; empty beside an amount';
comment on column plan.profile.cumulative_value is
'Amount expected by the end of the month, in the target''s unit; empty beside a percentage';

grant select on plan.profile to dabiao_job;
grant insert on plan.profile to dabiao_office;

commit;
