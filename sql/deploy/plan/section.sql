-- Deploy dabiao:plan/section to pg
-- requires: plan/work_plan

begin;

set local role dabiao_owner;

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
comment on column plan.section.title_en is 'English title; the Chinese one where the plan gives none';

grant select on plan.section to dabiao_job;
grant insert on plan.section to dabiao_office;

commit;
