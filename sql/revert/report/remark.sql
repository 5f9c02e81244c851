-- Revert dabiao:report/remark from pg

begin;

drop table report.remark;

commit;
