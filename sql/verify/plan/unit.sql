-- Verify dabiao:plan/unit on pg

select from plan.unit where false;
