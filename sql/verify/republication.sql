-- Verify dabiao:republication on pg

select republish
from plan.work_plan
where false;
