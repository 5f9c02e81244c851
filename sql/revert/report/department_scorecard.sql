-- Revert dabiao:report/department_scorecard from pg

begin;

drop view report.department_scorecard;

commit;
