-- Deploy dabiao:plan/indicator to pg
-- requires: plan/figure
-- requires: plan/measure
-- requires: plan/section
-- requires: plan/unit

begin;

set local role dabiao_owner;

create table plan.indicator (
    district_id integer not null,
    year smallint not null,
    version integer not null,
    indicator text not null check (indicator ~ '^[0-9]+\.[0-9]+\.[0-9]+$'),
    ordinal integer not null check (ordinal > 0),
    section smallint not null,
    item smallint not null check (item > 0),
    livelihood boolean not null,
    headline boolean not null,
    name_zh text not null,
    name_en text not null,
    measure plan.measure not null,
    direction text check (direction in ('at_least', 'at_most', 'maintain')),
    unit_of_measure text,
    accumulation text not null check (accumulation in ('monthly', 'cumulative', 'point')),
    frequency text not null check (
        frequency in ('monthly', 'monthly_from_february', 'quarterly', 'half_yearly', 'annual')
    ),
    lead_unit text not null,
    part_of text,
    due_month smallint not null check (due_month between 1 and 12),
    required_stage text check (required_stage in ('started', 'completed')),
    behind_floor plan.figure check (behind_floor >= 0),
    weight plan.figure not null check (weight >= 0),
    note text,
    value_unit text,
    denominator_unit text,
    scale plan.figure not null default 1 check (scale > 0),
    continues text check (continues ~ '^[0-9]+\.[0-9]+\.[0-9]+$'),
    pacing text not null default 'linear' check (pacing in ('linear', 'at_due')),
    whole boolean not null default false,
    due_day smallint check (due_day between 1 and 62),
    plausible_min plan.figure,
    plausible_max plan.figure,
    reference boolean not null default false,
    wording text,
    check (scale = 1 or measure = 'ratio'),
    check (
        pacing = 'linear'
        or measure in ('milestone', 'progress')
        or (measure = 'total' and direction is distinct from 'at_most')
    ),
    check (not whole or measure in ('total', 'stock')),
    check (plausible_min <= plausible_max),
    check (not reference or measure not in ('milestone', 'progress')),
    primary key (district_id, year, version, indicator),
    foreign key (district_id, year, version) references plan.work_plan,
    foreign key (district_id, year, version, section) references plan.section,
    foreign key (district_id, year, version, lead_unit) references plan.unit,
    foreign key (district_id, year, version, part_of) references plan.indicator
        deferrable initially deferred
);

comment on table plan.indicator is 'Indicators: the smallest targets of a plan that can be checked one by one';
comment on column plan.indicator.district_id is 'District';
comment on column plan.indicator.year is 'Plan year';
comment on column plan.indicator.version is 'Plan version';
comment on column plan.indicator.indicator is 'Code: section.item.sequence, as 2.2.1';
comment on column plan.indicator.ordinal is 'Place in plan order, from 1 (2.2.1 before 2.10.1)';
comment on column plan.indicator.section is 'Section, the first part of the code';
comment on column plan.indicator.item is 'Item within the section, the second part of the code';
comment on column plan.indicator.livelihood is 'Whether it is a livelihood project (★)';
comment on column plan.indicator.headline is 'Whether it belongs to the headline';
comment on column plan.indicator.name_zh is 'Chinese name, our own short wording';
comment on column plan.indicator.name_en is 'English name; the Chinese one where the plan gives none';
comment on column plan.indicator.measure is 'How the actual is made of the submissions (method, section 4)';
comment on column plan.indicator.direction is 'Which side of the target is good; empty for milestone and progress';
comment on column plan.indicator.unit_of_measure is 'Unit of the target and the actual, as printed; empty where there is none';
comment on column plan.indicator.accumulation is 'How periods add up to the year so far (method, section 4)';
comment on column plan.indicator.frequency is 'In which periods a figure is due (method, section 2)';
comment on column plan.indicator.lead_unit is 'Unit that leads it';
comment on column plan.indicator.part_of is 'Indicator whose figure includes this one''s';
comment on column plan.indicator.due_month is 'Month by whose end the target is to be met';
comment on column plan.indicator.required_stage is 'Stage that a milestone must reach; empty for other measures';
comment on column plan.indicator.behind_floor is 'Pace in percent below which it is off track; empty means the plan''s for the measure (plan.floor), then the method''s';
comment on column plan.indicator.weight is 'Weight in its lead unit''s scorecard';
comment on column plan.indicator.note is 'What a reader should know of the target';
comment on column plan.indicator.value_unit is
'Unit of the values submitted, where the plan gives it: a growth in %, submitted in 亿元';
comment on column plan.indicator.denominator_unit is 'Unit of the denominators submitted, where the plan gives it';
comment on column plan.indicator.scale is
'Per how many of the denominator a ratio is stated; 1 for other measures (method, section 4)';
comment on column plan.indicator.continues is
'Indicator of last year''s plan whose figures are this one''s of the year before (method, section 4)';
comment on column plan.indicator.pacing is
'How progress is expected where there is no profile: linear or at_due (method, section 7)';
comment on column plan.indicator.whole is 'Whether it counts whole things (method, section 7)';
comment on column plan.indicator.due_day is
'Its own due day, those above 31 being of the second month after the period; empty means the plan''s (method, section 2)';
comment on column plan.indicator.plausible_min is 'The least figure that is plausible (method, section 11)';
comment on column plan.indicator.plausible_max is 'The greatest figure that is plausible (method, section 11)';
comment on column plan.indicator.reference is 'Whether it is there for reference only, without a target (method, section 6)';
comment on column plan.indicator.wording is 'The document''s own words for the target';

grant select on plan.indicator to dabiao_job;
grant insert on plan.indicator to dabiao_office;

commit;
