-- Verify dabiao:intake/period_closing on pg

select from intake.period_closing where false;
