-- Revert dabiao:report/livelihood_projects from pg

begin;

drop view report.livelihood_projects;

commit;
