-- Deploy dabiao:report/reporting_rate to pg
-- requires: plan/period
-- requires: report/run

begin;

set local role dabiao_owner;

create table report.reporting_rate (
    district_id integer not null,
    run_id bigint not null,
    unit text not null,
    figure_period plan.period not null,
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

grant select, insert on report.reporting_rate to dabiao_job;

commit;
