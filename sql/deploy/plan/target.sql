-- Deploy dabiao:plan/target to pg
-- requires: plan/day
-- requires: plan/indicator

begin;

set local role dabiao_owner;

create table plan.target (
    district_id integer not null,
    year smallint not null,
    version integer not null,
    indicator text not null,
    revision integer not null check (revision > 0),
    value plan.figure not null,
    decided_on plan.day not null,
    source text,
    tolerance plan.figure check (tolerance >= 0),
    relative_to text check (relative_to <> indicator),
    primary key (district_id, year, version, indicator, revision),
    foreign key (district_id, year, version, indicator) references plan.indicator,
    foreign key (district_id, year, version, relative_to) references plan.indicator
);

comment on table plan.target is 'Target values; a different target is a new revision, never an edit';
comment on column plan.target.district_id is 'District';
comment on column plan.target.year is 'Plan year';
comment on column plan.target.version is 'Plan version';
comment on column plan.target.indicator is 'Indicator';
comment on column plan.target.revision is 'Revision, from 1';
comment on column plan.target.value is
'Target in the indicator''s unit, a signed percent change of growth, rate and intensity_change; beside relative_to the difference';
comment on column plan.target.decided_on is 'Date of the decision, from which the revision applies';
comment on column plan.target.source is 'Document of the decision';
comment on column plan.target.tolerance is 'How far the value may be missed and still counts as met (method, section 6)';
comment on column plan.target.relative_to is 'Indicator to whose actual the value is added (method, section 6)';

grant select on plan.target to dabiao_job;
grant insert on plan.target to dabiao_office;

commit;
