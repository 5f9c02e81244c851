-- Deploy dabiao:plan/work_plan to pg
-- requires: plan/district
-- requires: plan/instant

begin;

set local role dabiao_owner;

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
    republish text not null default 'never' check (republish in ('never', 'changed')),
    early_days smallint not null default 0 check (early_days between 0 and 31),
    sample boolean not null default false,
    remind_days smallint[] not null default '{}' check (-62 <= all (remind_days) and 62 >= all (remind_days)),
    change_note text,
    sha256 bytea not null check (octet_length(sha256) = 32),
    loaded_at plan.instant not null default statement_timestamp(),
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
comment on column plan.work_plan.republish is
'never: a published month is left alone; changed: dabiao run --due publishes it again when its figures have changed';
comment on column plan.work_plan.early_days is 'How many days before its end a period''s figures are taken';
comment on column plan.work_plan.sample is 'Whether its figures are invented, which every output then says';
comment on column plan.work_plan.remind_days is
'When departments are reminded of a figure: days from its due date, negative before it';
comment on column plan.work_plan.change_note is 'Why this version differs from the one before';
comment on column plan.work_plan.sha256 is 'SHA-256 over the plan''s files, by which the same plan is recognised';
comment on column plan.work_plan.loaded_at is 'When this version was loaded';
comment on column plan.work_plan.loaded_by is 'Login that loaded it';

grant select on plan.work_plan to dabiao_job;
grant insert (
    district_id, year, version, title_zh, title_en, source, time_zone, due_day, review, stop_on_error, republish,
    early_days, sample, remind_days, change_note, sha256
)
on plan.work_plan to dabiao_office;

commit;
