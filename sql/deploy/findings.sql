-- Deploy dabiao:findings to pg
-- requires: report_tables

begin;

set local role dabiao_owner;

create or replace view report.findings as
select
    district.district,
    to_char(run.period, 'YYYY-MM') as period,
    finding.code,
    finding.severity,
    finding.indicator,
    finding.unit,
    to_char(finding.figure_period, 'YYYY-MM') as figure_period,
    finding.message_zh,
    finding.message_en
from report.publication
join report.run
    on
        run.district_id = publication.district_id
        and run.run_id = publication.run_id
join report.finding
    on
        finding.district_id = run.district_id
        and finding.run_id = run.run_id
join plan.district on district.district_id = run.district_id
order by
    district.district,
    run.period desc,
    finding.ordinal;

comment on view report.findings is
'What an analyst must know before trusting the figures, as last published for each month';
comment on column report.findings.district is 'District';
comment on column report.findings.period is 'Reported month, YYYY-MM';
comment on column report.findings.code is 'Code of the finding (method, section 11)';
comment on column report.findings.severity is 'info, warning or error';
comment on column report.findings.indicator is 'Indicator concerned';
comment on column report.findings.unit is 'Unit concerned; empty for the district';
comment on column report.findings.figure_period is 'Period concerned, YYYY-MM';
comment on column report.findings.message_zh is 'Sentence in Chinese that quotes the figures';
comment on column report.findings.message_en is 'Sentence in English that quotes the figures';

grant select on report.findings to dabiao_job, dabiao_reviewer, dabiao_analyst;

commit;
