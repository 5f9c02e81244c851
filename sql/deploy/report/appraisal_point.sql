-- Deploy dabiao:report/appraisal_point to pg
-- requires: plan/period
-- requires: report/run

begin;

set local role dabiao_owner;

create table report.appraisal_point (
    district_id integer not null,
    run_id bigint not null,
    ordinal integer not null check (ordinal > 0),
    unit text not null,
    rule text not null check (
        rule in ('missing', 'late', 'returned', 'attained', 'missed', 'attained_early')
    ),
    indicator text not null,
    figure_period plan.period not null,
    points numeric not null,
    primary key (district_id, run_id, ordinal),
    foreign key (district_id, run_id) references report.run
);

comment on table report.appraisal_point is 'What earned or cost each unit points, one by one, before the limits of the rules (method, section 15)';
comment on column report.appraisal_point.district_id is 'District';
comment on column report.appraisal_point.run_id is 'Run';
comment on column report.appraisal_point.ordinal is 'Place among the run''s points, from 1';
comment on column report.appraisal_point.unit is 'Unit';
comment on column report.appraisal_point.rule is 'What is counted';
comment on column report.appraisal_point.indicator is 'Indicator';
comment on column report.appraisal_point.figure_period is 'Period of the figure, as the first day of its month';
comment on column report.appraisal_point.points is 'Points, negative to take away';

grant select, insert on report.appraisal_point to dabiao_job;

commit;
