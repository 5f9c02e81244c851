-- The run's working tables, private to its transaction.

create temporary table due (
    indicator text not null,
    unit text not null,
    month integer not null,
    covers_from integer not null,
    primary key (indicator, unit, month)
) on commit drop;

create temporary table figure (
    indicator text not null,
    unit text not null,
    month integer not null,
    revision integer not null,
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
    primary key (indicator, unit, month)
) on commit drop;
