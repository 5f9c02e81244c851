-- Verify dabiao:intake/fault on pg

select from intake.fault where false;
