-- Deploy dabiao:report/appraised_unit to pg
-- requires: report/run

begin;

set local role dabiao_owner;

create table report.appraised_unit (
    district_id integer not null,
    run_id bigint not null,
    unit text not null,
    score numeric,
    allocations_score numeric,
    points numeric not null,
    total numeric,
    grade text,
    primary key (district_id, run_id, unit),
    foreign key (district_id, run_id) references report.run
);

comment on table report.appraised_unit is 'The appraisal of each unit over the year so far (method, section 15)';
comment on column report.appraised_unit.district_id is 'District';
comment on column report.appraised_unit.run_id is 'Run';
comment on column report.appraised_unit.unit is 'Unit';
comment on column report.appraised_unit.score is 'Score of what it leads, rounded to 4 decimals; empty where nothing of it earns a credit';
comment on column report.appraised_unit.allocations_score is 'Mean credit of its allocations, rounded to 4 decimals; empty where none earns a credit';
comment on column report.appraised_unit.points is 'Plus and minus points, the sum of each rule within its limit';
comment on column report.appraised_unit.total is 'Mean of the two scores and the points, rounded to 4 decimals; empty where both scores are';
comment on column report.appraised_unit.grade is 'Highest grade that the exact total reaches; empty where it reaches none';

grant select, insert on report.appraised_unit to dabiao_job;

commit;
