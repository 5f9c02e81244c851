-- Working tables of a district's month, private to its transaction. The first has one row for each figure that is due up to the reported
-- month, with what stands for it at the as-of instant; everything after it reads this table and never the submissions again,
-- but for single ones by their key.

create temporary table due (
    ordinal integer not null,
    indicator text not null,
    unit_ordinal integer not null,
    unit text not null,
    month integer not null,
    covers_from integer not null,
    revision integer,
    value numeric,
    denominator numeric,
    base_value numeric,
    base_denominator numeric,
    stated_base_value numeric,
    stated_base_denominator numeric,
    last_value numeric,
    last_denominator numeric,
    stage text,
    progress numeric,
    occurred_on date,
    first_submitted_at timestamptz,
    newest_revision integer,
    newest_submitted_at timestamptz,
    newest_status text,
    newest_reason text,
    changed_at timestamptz
) on commit drop;

-- The publications of the year that this one comes after.
create temporary table earlier_publication (
    run_id bigint not null,
    period date not null,
    as_of timestamptz not null
) on commit drop;

-- Where an earlier publication used another revision than counts now, or none.
create temporary table earlier_use (
    run_id bigint not null,
    period date not null,
    as_of timestamptz not null,
    indicator text not null,
    unit text not null,
    month integer not null,
    revision integer,
    revision_now integer
) on commit drop;
