-- Verify dabiao:intake/review on pg

select from intake.review where false;
