-- Deploy dabiao:report/findings to pg
-- requires: plan/unit
-- requires: report/finding
-- requires: report/label
-- requires: report/publication

begin;

set local role dabiao_owner;

create view report.findings as
select
    district.district,
    to_char(run.period, 'YYYY-MM') as period,
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
left join plan.unit
    on
        unit.district_id = run.district_id
        and unit.year = run.year
        and unit.version = run.version
        and unit.unit = finding.unit
order by
    district.district,
    run.period desc,
    finding.ordinal;

comment on view report.findings is
'What an analyst must know before trusting the figures, as last published for each month';

grant select on report.findings to dabiao_analyst;

commit;
