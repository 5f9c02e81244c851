-- Deploy dabiao:report_series to pg
-- requires: report_tables
-- What a run derives beside the attainment itself; kept with the run, so that a publication never depends on later data.

begin;

set local role dabiao_owner;

create table report.reporting_rate (
    district_id integer not null,
    run_id bigint not null,
    unit text not null,
    figure_period date not null,
    due integer not null check (due > 0),
    submitted integer not null check (submitted between 0 and due),
    on_time integer not null check (on_time between 0 and submitted),
    accepted integer not null check (accepted between 0 and submitted),
    primary key (district_id, run_id, unit, figure_period),
    foreign key (district_id, run_id) references report.run
);
comment on table report.reporting_rate is 'What was due from each unit for each period, and what came (method, section 10)';
comment on column report.reporting_rate.district_id is 'District';
comment on column report.reporting_rate.run_id is 'Run';
comment on column report.reporting_rate.unit is 'Expected reporter';
comment on column report.reporting_rate.figure_period is 'Period, as the first day of its month';
comment on column report.reporting_rate.due is 'Figures due';
comment on column report.reporting_rate.submitted is 'Of these, submitted at least once by the as-of instant';
comment on column report.reporting_rate.on_time is 'Of these, first submitted by the due date';
comment on column report.reporting_rate.accepted is 'Of those due, with an accepted figure at the as-of instant';

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

create table report.revision (
    district_id integer not null,
    run_id bigint not null,
    ordinal integer not null,
    previous_run_id bigint not null,
    because text,
    primary key (district_id, run_id, ordinal),
    foreign key (district_id, run_id) references report.run,
    foreign key (district_id, previous_run_id) references report.run
);
comment on table report.revision is
'Rows of attainment that differ from the last earlier publication of the same month, and the submissions that changed them';
comment on column report.revision.district_id is 'District';
comment on column report.revision.run_id is 'Run';
comment on column report.revision.ordinal is 'Place of the row in the run''s attainment';
comment on column report.revision.previous_run_id is 'The earlier publication';
comment on column report.revision.because is
'Figures that changed since: reporter, period, revision then and now; empty when the plan changed and not a figure';

grant select, insert on report.reporting_rate, report.trend_point, report.revision to dabiao_job;

commit;
