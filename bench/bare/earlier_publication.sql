-- The publications of the plan year that this run comes after (method, section 11).
-- $1 district_id, $2 year, $3 reported month, $4 as-of instant, $5 run_id

with
-- A publication that is repeated looks back at the same ones as at first, whatever was published in between: the same
-- instant gives the same results.
first_run as (
    select min(run_id) as run_id
    from report.run
    where
        district_id = $1
        and period = make_date($2, $3, 1)
        and as_of = $4::timestamptz
        and (outcome = 'published' or run_id = $5)
)

insert into pg_temp.earlier_publication (run_id, period, as_of)
select
    run_id,
    period,
    as_of
from report.run
where
    district_id = $1
    and year = $2
    and outcome = 'published'
    and as_of < $4::timestamptz
    and run_id < (select first_run.run_id from first_run)
