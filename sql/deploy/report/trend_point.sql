-- Deploy dabiao:report/trend_point to pg
-- requires: report/run

begin;

set local role dabiao_owner;

create table report.trend_point (
    district_id integer not null,
    run_id bigint not null,
    ordinal integer not null,
    month smallint not null check (month between 1 and 12),
    indicator text not null,
    target numeric,
    actual numeric,
    attainment_pct numeric,
    pace_pct numeric,
    verdict text not null,
    light text not null,
    provisional boolean not null,
    primary key (district_id, run_id, ordinal, month),
    foreign key (district_id, run_id) references report.run
);

comment on table report.trend_point is
'Attainment at district level for each month up to the reported one, all taken at the run''s own as-of instant';
comment on column report.trend_point.district_id is 'District';
comment on column report.trend_point.run_id is 'Run';
comment on column report.trend_point.ordinal is 'Place of the indicator in plan order';
comment on column report.trend_point.month is 'Month to whose end the row looks';
comment on column report.trend_point.indicator is 'Indicator';
comment on column report.trend_point.target is 'Target that applied';
comment on column report.trend_point.actual is 'Actual';
comment on column report.trend_point.attainment_pct is 'Attainment in percent';
comment on column report.trend_point.pace_pct is 'Pace in percent';
comment on column report.trend_point.verdict is 'Verdict';
comment on column report.trend_point.light is 'Light of the verdict';
comment on column report.trend_point.provisional is 'Whether figures are still missing';

grant select, insert on report.trend_point to dabiao_job;

commit;
