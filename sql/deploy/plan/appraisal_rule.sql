-- Deploy dabiao:plan/appraisal_rule to pg
-- requires: plan/figure
-- requires: plan/work_plan

begin;

set local role dabiao_owner;

create table plan.appraisal_rule (
    district_id integer not null,
    year smallint not null,
    version integer not null,
    rule text not null check (
        rule in ('missing', 'late', 'returned', 'attained', 'missed', 'attained_early')
    ),
    ordinal integer not null check (ordinal > 0),
    points plan.figure not null,
    points_limit plan.figure check (points_limit >= 0),
    primary key (district_id, year, version, rule),
    foreign key (district_id, year, version) references plan.work_plan
);

comment on table plan.appraisal_rule is 'What earns or costs a unit points in the appraisal (method, section 15)';
comment on column plan.appraisal_rule.district_id is 'District';
comment on column plan.appraisal_rule.year is 'Plan year';
comment on column plan.appraisal_rule.version is 'Plan version';
comment on column plan.appraisal_rule.rule is 'What is counted';
comment on column plan.appraisal_rule.ordinal is 'Place in appraisal.csv, from 1';
comment on column plan.appraisal_rule.points is 'Points for each, negative to take away';
comment on column plan.appraisal_rule.points_limit is 'The most that the rule''s sum may come to either way; empty for no bound';

grant select on plan.appraisal_rule to dabiao_job;
grant insert on plan.appraisal_rule to dabiao_office;

commit;
