-- Verify dabiao:plan/reporter on pg

select from plan.reporter where false;
