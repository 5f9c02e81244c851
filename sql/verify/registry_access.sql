-- Verify dabiao:registry_access on pg

do $verify$
begin
    assert has_schema_privilege('dabiao_job', 'sqitch', 'usage'), 'the job sees the registry';
    assert has_table_privilege('dabiao_job', 'sqitch.changes', 'select'), 'the job reads what is deployed';
end
$verify$;
