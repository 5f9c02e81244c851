-- Verify dabiao:report/label on pg

select 1 / (report.label('verdict', 'attained') = '已达标')::integer;
