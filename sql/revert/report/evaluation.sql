-- Revert dabiao:report/evaluation from pg

begin;

drop table report.evaluation;

commit;
