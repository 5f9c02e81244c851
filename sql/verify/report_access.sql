-- Verify dabiao:report_access on pg

do $verify$
begin
    assert has_column_privilege('dabiao_job', 'report.run', 'outcome', 'update'), 'the job says what became of a run';
    assert not has_column_privilege('dabiao_job', 'report.run', 'run_by', 'insert'), 'the job cannot sign for another';
end
$verify$;
