-- Deploy dabiao:plan_tables to pg
-- requires: schemas

begin;

set local role dabiao_owner;

create table plan.frequency_period (
    frequency text not null,
    month smallint not null check (month between 1 and 12),
    covers_from smallint not null check (covers_from between 1 and month),
    primary key (frequency, month)
);
comment on table plan.frequency_period is
'The periods in which an indicator of each frequency is due (method, section 2); a reference table';
comment on column plan.frequency_period.frequency is 'monthly, monthly_from_february, quarterly, half_yearly or annual';
comment on column plan.frequency_period.month is 'Month in which a figure is due, 1 to 12';
comment on column plan.frequency_period.covers_from is 'First month that the figure of this due period covers: the one after the previous due period';

insert into plan.frequency_period (frequency, month, covers_from)
select
    'monthly',
    month,
    month
from generate_series(1, 12) as month
union all
select
    'monthly_from_february',
    month,
    case when month = 2 then 1 else month end
from generate_series(2, 12) as month
union all
select
    'quarterly',
    month,
    month - 2
from generate_series(3, 12, 3) as month
union all
select
    'half_yearly',
    month,
    month - 5
from generate_series(6, 12, 6) as month
union all
select
    'annual',
    12,
    1;

create table plan.district (
    district_id integer generated always as identity primary key,
    district text not null unique check (district ~ '^[a-z][a-z0-9_-]*$'),
    name_zh text not null,
    name_en text not null
);
comment on table plan.district is 'Districts whose work plans this database holds; a reference table';
comment on column plan.district.district_id is 'Key of the district, first in every key of every table that grows';
comment on column plan.district.district is 'Code of the district, as in plan.csv and on the command line';
comment on column plan.district.name_zh is 'Chinese name';
comment on column plan.district.name_en is 'English name';

create table plan.work_plan (
    district_id integer not null references plan.district,
    year smallint not null check (year between 1949 and 2999),
    version integer not null check (version > 0),
    title_zh text not null,
    title_en text not null,
    source text not null,
    time_zone text not null,
    due_day smallint not null check (due_day between 1 and 31),
    review text not null check (review in ('automatic', 'required')),
    stop_on_error boolean not null default false,
    sha256 bytea not null check (octet_length(sha256) = 32),
    loaded_at timestamptz not null default statement_timestamp(),
    loaded_by text not null default session_user,
    primary key (district_id, year, version)
);
comment on table plan.work_plan is 'Work plans of a district and year; loading one again makes a new version and keeps the old';
comment on column plan.work_plan.district_id is 'District';
comment on column plan.work_plan.year is 'Plan year';
comment on column plan.work_plan.version is 'Version, 1 for the first load';
comment on column plan.work_plan.title_zh is 'Chinese title';
comment on column plan.work_plan.title_en is 'English title';
comment on column plan.work_plan.source is 'Where the plan was published, and what in it is an assignment of ours';
comment on column plan.work_plan.time_zone is 'Time zone in which due dates and decision dates are reckoned';
comment on column plan.work_plan.due_day is 'Day of the month after a period by which its figures are due';
comment on column plan.work_plan.review is 'automatic: a valid submission is accepted at once; required: the office reviews it first';
comment on column plan.work_plan.stop_on_error is 'Whether findings of severity error stop a publication';
comment on column plan.work_plan.sha256 is 'SHA-256 over the plan''s files, by which the same plan is recognised';
comment on column plan.work_plan.loaded_at is 'When this version was loaded';
comment on column plan.work_plan.loaded_by is 'Login that loaded it';

create table plan.unit (
    district_id integer not null,
    year smallint not null,
    version integer not null,
    unit text not null,
    ordinal integer not null,
    kind text not null check (kind in ('department', 'subdistrict', 'town', 'other')),
    name_zh text not null,
    name_en text not null,
    primary key (district_id, year, version, unit),
    foreign key (district_id, year, version) references plan.work_plan
);
comment on table plan.unit is 'Units of a plan: departments, subdistricts, towns and others that lead or report';
comment on column plan.unit.district_id is 'District';
comment on column plan.unit.year is 'Plan year';
comment on column plan.unit.version is 'Plan version';
comment on column plan.unit.unit is 'Code of the unit';
comment on column plan.unit.ordinal is 'Place in units.csv, from 1';
comment on column plan.unit.kind is 'department, subdistrict, town or other';
comment on column plan.unit.name_zh is 'Chinese name';
comment on column plan.unit.name_en is 'English name';

create table plan.section (
    district_id integer not null,
    year smallint not null,
    version integer not null,
    section smallint not null check (section > 0),
    title_zh text not null,
    title_en text not null,
    primary key (district_id, year, version, section),
    foreign key (district_id, year, version) references plan.work_plan
);
comment on table plan.section is 'Sections of a plan document';
comment on column plan.section.district_id is 'District';
comment on column plan.section.year is 'Plan year';
comment on column plan.section.version is 'Plan version';
comment on column plan.section.section is 'Number of the section';
comment on column plan.section.title_zh is 'Chinese title';
comment on column plan.section.title_en is 'English title';

create table plan.indicator (
    district_id integer not null,
    year smallint not null,
    version integer not null,
    indicator text not null check (indicator ~ '^[0-9]+\.[0-9]+\.[0-9]+$'),
    ordinal integer not null,
    section smallint not null,
    item smallint not null,
    livelihood boolean not null,
    headline boolean not null,
    name_zh text not null,
    name_en text not null,
    measure text not null check (
        measure in (
            'total', 'stock', 'growth', 'share', 'intensity_change', 'daily_average', 'milestone', 'progress'
        )
    ),
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
    behind_floor numeric(20, 6) check (behind_floor >= 0),
    weight numeric(20, 6) not null check (weight >= 0),
    note text,
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
comment on column plan.indicator.name_en is 'English name';
comment on column plan.indicator.measure is 'How the actual is made of the submissions (method, section 4)';
comment on column plan.indicator.direction is 'Which side of the target is good; empty for milestone and progress';
comment on column plan.indicator.unit_of_measure is 'Unit of the target and the actual, as printed; empty where there is none';
comment on column plan.indicator.accumulation is 'How periods add up to the year so far (method, section 4)';
comment on column plan.indicator.frequency is 'In which periods a figure is due (method, section 2)';
comment on column plan.indicator.lead_unit is 'Unit that leads it';
comment on column plan.indicator.part_of is 'Indicator whose figure includes this one''s';
comment on column plan.indicator.due_month is 'Month by whose end the target is to be met';
comment on column plan.indicator.required_stage is 'Stage that a milestone must reach; empty for other measures';
comment on column plan.indicator.behind_floor is 'Pace in percent below which it is off track; empty means the measure''s default';
comment on column plan.indicator.weight is 'Weight in its lead unit''s scorecard';
comment on column plan.indicator.note is 'What a reader should know of the target';

create table plan.reporter (
    district_id integer not null,
    year smallint not null,
    version integer not null,
    indicator text not null,
    unit text not null,
    primary key (district_id, year, version, indicator, unit),
    foreign key (district_id, year, version, indicator) references plan.indicator,
    foreign key (district_id, year, version, unit) references plan.unit
);
comment on table plan.reporter is 'Expected reporters of each indicator: its reporters, or its lead unit where the plan names none';
comment on column plan.reporter.district_id is 'District';
comment on column plan.reporter.year is 'Plan year';
comment on column plan.reporter.version is 'Plan version';
comment on column plan.reporter.indicator is 'Indicator';
comment on column plan.reporter.unit is 'Unit expected to report it';

create table plan.target (
    district_id integer not null,
    year smallint not null,
    version integer not null,
    indicator text not null,
    revision integer not null check (revision > 0),
    value numeric(20, 6) not null,
    decided_on date not null,
    source text,
    primary key (district_id, year, version, indicator, revision),
    foreign key (district_id, year, version, indicator) references plan.indicator
);
comment on table plan.target is 'Target values; a different target is a new revision, never an edit';
comment on column plan.target.district_id is 'District';
comment on column plan.target.year is 'Plan year';
comment on column plan.target.version is 'Plan version';
comment on column plan.target.indicator is 'Indicator';
comment on column plan.target.revision is 'Revision, from 1';
comment on column plan.target.value is 'Target in the indicator''s unit; for growth and intensity_change a signed percent change';
comment on column plan.target.decided_on is 'Date of the decision, from which the revision applies';
comment on column plan.target.source is 'Document of the decision';

create table plan.allocation (
    district_id integer not null,
    year smallint not null,
    version integer not null,
    indicator text not null,
    unit text not null,
    value numeric(20, 6) not null,
    primary key (district_id, year, version, indicator, unit),
    foreign key (district_id, year, version, indicator, unit) references plan.reporter
);
comment on table plan.allocation is 'Breakdown of targets to units (目标分解)';
comment on column plan.allocation.district_id is 'District';
comment on column plan.allocation.year is 'Plan year';
comment on column plan.allocation.version is 'Plan version';
comment on column plan.allocation.indicator is 'Indicator';
comment on column plan.allocation.unit is 'Unit, one of the indicator''s expected reporters';
comment on column plan.allocation.value is 'The unit''s own target, in the indicator''s unit';

create table plan.profile (
    district_id integer not null,
    year smallint not null,
    version integer not null,
    indicator text not null,
    month smallint not null check (month between 1 and 12),
    cumulative_pct numeric(20, 6) not null check (cumulative_pct between 0 and 100),
    primary key (district_id, year, version, indicator, month),
    foreign key (district_id, year, version, indicator) references plan.indicator
);
comment on table plan.profile is 'Expected cumulative progress of seasonal work (method, section 7)';
comment on column plan.profile.district_id is 'District';
comment on column plan.profile.year is 'Plan year';
comment on column plan.profile.version is 'Plan version';
comment on column plan.profile.indicator is 'Indicator';
comment on column plan.profile.month is 'Month, 1 to 12';
comment on column plan.profile.cumulative_pct is 'Percent of the target expected by the end of the month';

create table plan.post (
    district_id integer not null,
    year smallint not null,
    version integer not null,
    post text not null,
    primary key (district_id, year, version, post),
    foreign key (district_id, year, version) references plan.work_plan
);
comment on table plan.post is 'Posts that answer for indicators; whoever holds a post answers for its items';
comment on column plan.post.district_id is 'District';
comment on column plan.post.year is 'Plan year';
comment on column plan.post.version is 'Plan version';
comment on column plan.post.post is 'Code of the post';

create table plan.post_holder (
    district_id integer not null,
    year smallint not null,
    version integer not null,
    post text not null,
    name text not null,
    holds_from date not null,
    holds_to date check (holds_to >= holds_from),
    primary key (district_id, year, version, post, holds_from),
    foreign key (district_id, year, version, post) references plan.post
);
comment on table plan.post_holder is 'Who held a post from when to when: a successor takes the post''s items over';
comment on column plan.post_holder.district_id is 'District';
comment on column plan.post_holder.year is 'Plan year';
comment on column plan.post_holder.version is 'Plan version';
comment on column plan.post_holder.post is 'Post';
comment on column plan.post_holder.name is 'Name of the holder';
comment on column plan.post_holder.holds_from is 'First day in the post';
comment on column plan.post_holder.holds_to is 'Last day in the post; empty while it lasts';

create table plan.responsibility (
    district_id integer not null,
    year smallint not null,
    version integer not null,
    indicator text not null,
    ordinal integer not null,
    role text not null check (role in ('leader', 'lead', 'support')),
    unit text,
    post text,
    check (unit is not null or post is not null),
    primary key (district_id, year, version, indicator, ordinal),
    foreign key (district_id, year, version, indicator) references plan.indicator,
    foreign key (district_id, year, version, unit) references plan.unit,
    foreign key (district_id, year, version, post) references plan.post
);
comment on table plan.responsibility is 'Who answers for an indicator: the district leader in charge, the leading and the supporting units';
comment on column plan.responsibility.district_id is 'District';
comment on column plan.responsibility.year is 'Plan year';
comment on column plan.responsibility.version is 'Plan version';
comment on column plan.responsibility.indicator is 'Indicator';
comment on column plan.responsibility.ordinal is 'Place in responsibilities.csv, from 1';
comment on column plan.responsibility.role is 'leader, lead or support';
comment on column plan.responsibility.unit is 'Unit, where one is named';
comment on column plan.responsibility.post is 'Post, where one is named';

grant select on all tables in schema plan to dabiao_job, dabiao_reviewer, dabiao_submitter;

commit;
