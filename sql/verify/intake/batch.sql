-- Verify dabiao:intake/batch on pg

select from intake.batch where false;
