-- Verify dabiao:report/remark on pg

select from report.remark where false;
