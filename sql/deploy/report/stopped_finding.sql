-- Deploy dabiao:report/stopped_finding to pg
-- requires: plan/period
-- requires: report/run
-- Apart from report.finding: no view that analysts read comes near it, whatever order the planner chooses for conditions
-- that raise errors or are counted by EXPLAIN.

begin;

set local role dabiao_owner;

create table report.stopped_finding (
    district_id integer not null,
    run_id bigint not null,
    ordinal integer not null,
    code text not null,
    severity text not null check (severity in ('info', 'warning', 'error')),
    indicator text not null,
    unit text,
    figure_period plan.period,
    message_zh text not null,
    message_en text not null,
    primary key (district_id, run_id, ordinal),
    foreign key (district_id, run_id) references report.run
);

comment on table report.stopped_finding is
'Findings of runs that findings of severity error stopped: for the office to read, nothing of them is published';
comment on column report.stopped_finding.district_id is 'District';
comment on column report.stopped_finding.run_id is 'Run';
comment on column report.stopped_finding.ordinal is 'Place in the output: plan order, code, unit, period';
comment on column report.stopped_finding.code is 'Code of the finding';
comment on column report.stopped_finding.severity is 'info, warning or error';
comment on column report.stopped_finding.indicator is 'Indicator';
comment on column report.stopped_finding.unit is 'Unit concerned; empty for the district';
comment on column report.stopped_finding.figure_period is 'Period concerned, as the first day of its month';
comment on column report.stopped_finding.message_zh is 'Sentence in Chinese that quotes the figures';
comment on column report.stopped_finding.message_en is 'Sentence in English that quotes the figures';

grant select, insert on report.stopped_finding to dabiao_job;

commit;
