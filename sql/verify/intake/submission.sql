-- Verify dabiao:intake/submission on pg

select from intake.submission where false;
