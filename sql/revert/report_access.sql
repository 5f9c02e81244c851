-- Revert dabiao:report_access from pg

begin;

set local role dabiao_owner;

revoke insert (district_id, year, version, period, as_of, program_version) on report.run from dabiao_job;
revoke update (outcome, submissions, submissions_sha256, message, finished_at) on report.run from dabiao_job;
revoke insert (district_id, period, run_id) on report.publication from dabiao_job;
revoke update (run_id, published_at) on report.publication from dabiao_job;
grant insert, update on report.run, report.publication to dabiao_job;

commit;
