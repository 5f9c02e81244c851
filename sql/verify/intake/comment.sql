-- Verify dabiao:intake/comment on pg

select from intake.comment where false;
