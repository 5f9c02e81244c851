-- Rows that differ from the last earlier publication of the same month, and the figures that changed since.
-- $1 district_id, $2 year, $3 reported month, $4 run_id

with
previous_publication as (
    select
        run_id,
        as_of
    from pg_temp.earlier_publication
    where period = make_date($2, $3, 1)
    order by
        as_of desc,
        run_id desc
    limit 1
),

changed_figure as (
    select
        earlier_use.indicator,
        earlier_use.unit,
        string_agg(
            format(
                '%s %s: %s -> %s',
                earlier_use.unit,
                to_char(make_date($2, earlier_use.month, 1), 'YYYY-MM'),
                coalesce('revision ' || earlier_use.revision, 'none'),
                coalesce('revision ' || earlier_use.revision_now, 'none')
            ),
            '; ' order by earlier_use.month
        ) as because
    from pg_temp.earlier_use
    join previous_publication on previous_publication.run_id = earlier_use.run_id
    group by
        earlier_use.indicator,
        earlier_use.unit
),

-- What changed a row: on the district's own row all of an indicator's reporters.
cause as (
    select
        indicator,
        null as unit,
        string_agg(because, '; ' order by unit collate "C") as because
    from changed_figure
    group by indicator
    union all
    select
        indicator,
        unit,
        because
    from changed_figure
)

insert into report.revision (district_id, run_id, ordinal, previous_run_id, because)
select
    $1,
    $4,
    evaluation.ordinal,
    previous_publication.run_id,
    cause.because
from report.evaluation
cross join previous_publication
left join report.evaluation as previous
    on
        previous.district_id = $1
        and previous.run_id = previous_publication.run_id
        and previous.indicator = evaluation.indicator
        and coalesce(previous.unit, '') = coalesce(evaluation.unit, '')
left join cause
    on
        cause.indicator = evaluation.indicator
        and coalesce(cause.unit, '') = coalesce(evaluation.unit, '')
where
    evaluation.district_id = $1
    and evaluation.run_id = $4
    and (
        previous.run_id is null
        or (previous.target, previous.actual, previous.attainment_pct, previous.verdict)
        is distinct from (evaluation.target, evaluation.actual, evaluation.attainment_pct, evaluation.verdict)
    )
