-- Deploy dabiao:findings_history to pg
-- requires: report_tables

begin;

set local role dabiao_owner;

create or replace view report.findings_history as
select
    district.district,
    to_char(run.period, 'YYYY-MM') as period,
    run.run_id,
    run.as_of,
    run.outcome,
    publication.run_id is not null as is_current,
    finding.code,
    finding.severity,
    finding.indicator,
    finding.unit,
    to_char(finding.figure_period, 'YYYY-MM') as figure_period,
    finding.message_zh,
    finding.message_en
from report.run
join plan.district on district.district_id = run.district_id
join report.finding
    on
        finding.district_id = run.district_id
        and finding.run_id = run.run_id
left join report.publication
    on
        publication.district_id = run.district_id
        and publication.period = run.period
        and publication.run_id = run.run_id
order by
    district.district,
    run.run_id desc,
    finding.ordinal;

comment on view report.findings_history is
'Findings of every run: of each publication, superseded ones included, and of runs that findings of severity error stopped';
comment on column report.findings_history.district is 'District';
comment on column report.findings_history.period is 'Reported month, YYYY-MM';
comment on column report.findings_history.run_id is 'Run, as in report.runs';
comment on column report.findings_history.as_of is 'Instant at which submissions, reviews and targets were taken';
comment on column report.findings_history.outcome is 'published, or stopped: kept for reading, its figures were not published';
comment on column report.findings_history.is_current is 'Whether the run is the month''s publication now';
comment on column report.findings_history.code is 'Code of the finding (method, section 11)';
comment on column report.findings_history.severity is 'info, warning or error';
comment on column report.findings_history.indicator is 'Indicator concerned';
comment on column report.findings_history.unit is 'Unit concerned; empty for the district';
comment on column report.findings_history.figure_period is 'Period concerned, YYYY-MM';
comment on column report.findings_history.message_zh is 'Sentence in Chinese that quotes the figures';
comment on column report.findings_history.message_en is 'Sentence in English that quotes the figures';

grant select on report.findings_history to dabiao_job, dabiao_reviewer, dabiao_analyst;

commit;
