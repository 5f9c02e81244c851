-- Deploy dabiao:plan/grade to pg
-- requires: plan/figure
-- requires: plan/work_plan

begin;

set local role dabiao_owner;

create table plan.grade (
    district_id integer not null,
    year smallint not null,
    version integer not null,
    grade text not null,
    ordinal integer not null check (ordinal > 0),
    from_total plan.figure not null,
    primary key (district_id, year, version, grade),
    unique (district_id, year, version, from_total),
    foreign key (district_id, year, version) references plan.work_plan
);

comment on table plan.grade is 'Grades of the appraisal (method, section 15)';
comment on column plan.grade.district_id is 'District';
comment on column plan.grade.year is 'Plan year';
comment on column plan.grade.version is 'Plan version';
comment on column plan.grade.grade is 'Name of the grade';
comment on column plan.grade.ordinal is 'Place in grades.csv, from 1';
comment on column plan.grade.from_total is 'The least total that earns it';

grant select on plan.grade to dabiao_job;
grant insert on plan.grade to dabiao_office;

commit;
