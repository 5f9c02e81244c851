-- Verify dabiao:report_series on pg

do $verify$
begin
    assert (
        select bool_and(has_table_privilege('dabiao_job', name, 'insert'))
        from unnest(array['report.reporting_rate', 'report.trend_point', 'report.revision']) as name
    ), 'the job writes what a run derives';
end
$verify$;
