-- Deploy dabiao:report/findings_history to pg
-- requires: plan/unit
-- requires: report/finding
-- requires: report/label
-- requires: report/publication

begin;

set local role dabiao_owner;

create view report.findings_history as
select
    district.district,
    to_char(run.period, 'YYYY-MM') as period,
    run.run_id,
    run.as_of,
    publication.run_id is not null as is_current,
    finding.code,
    report.label('finding', finding.code) as code_zh,
    finding.severity,
    report.label('severity', finding.severity) as severity_zh,
    finding.indicator,
    finding.unit,
    unit.name_zh as unit_zh,
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
left join plan.unit
    on
        unit.district_id = run.district_id
        and unit.year = run.year
        and unit.version = run.version
        and unit.unit = finding.unit
where run.outcome = 'published'
order by
    district.district,
    run.run_id desc,
    finding.ordinal;

comment on view report.findings_history is
'Findings of every publication, superseded ones included';

grant select on report.findings_history to dabiao_analyst;

commit;
