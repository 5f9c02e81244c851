-- Verify dabiao:runs on pg

select
    district,
    period,
    run_id,
    as_of,
    outcome,
    is_current,
    plan_version,
    submissions,
    submissions_sha256,
    program_version,
    message,
    started_at,
    finished_at,
    run_by
from report.runs
where false;

do $verify$
begin
    assert has_table_privilege('dabiao_analyst', 'report.runs', 'select'), 'analysts read report.runs';
end
$verify$;
