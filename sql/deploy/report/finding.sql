-- Deploy dabiao:report/finding to pg
-- requires: plan/period
-- requires: report/run

begin;

set local role dabiao_owner;

create table report.finding (
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

comment on table report.finding is 'What an analyst must know before trusting the figures (method, section 11)';
comment on column report.finding.district_id is 'District';
comment on column report.finding.run_id is 'Run';
comment on column report.finding.ordinal is 'Place in the output: plan order, code, unit, period';
comment on column report.finding.code is 'Code of the finding';
comment on column report.finding.severity is 'info, warning or error';
comment on column report.finding.indicator is 'Indicator';
comment on column report.finding.unit is 'Unit concerned; empty for the district';
comment on column report.finding.figure_period is 'Period concerned, as the first day of its month';
comment on column report.finding.message_zh is 'Sentence in Chinese that quotes the figures';
comment on column report.finding.message_en is 'Sentence in English that quotes the figures';

grant select, insert on report.finding to dabiao_job;

commit;
