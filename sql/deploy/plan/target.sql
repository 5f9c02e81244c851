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

grant select on plan.target to dabiao_job;
grant insert on plan.target to dabiao_office;

commit;
