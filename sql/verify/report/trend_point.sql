-- Verify dabiao:report/trend_point on pg

select from report.trend_point where false;
