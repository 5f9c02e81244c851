-- Deploy dabiao:report_access to pg
-- requires: report_tables

begin;

set local role dabiao_owner;

-- What a run is about, and who ran it when, stands once it is written.
revoke insert, update on report.run from dabiao_job;
grant insert (district_id, year, version, period, as_of, program_version) on report.run to dabiao_job;
grant update (outcome, submissions, submissions_sha256, message, finished_at) on report.run to dabiao_job;

revoke insert, update on report.publication from dabiao_job;
grant insert (district_id, period, run_id) on report.publication to dabiao_job;
grant update (run_id, published_at) on report.publication to dabiao_job;

commit;
