-- Deploy dabiao:report/revision to pg
-- requires: report/run

begin;

set local role dabiao_owner;

create table report.revision (
    district_id integer not null,
    run_id bigint not null,
    ordinal integer not null,
    previous_run_id bigint not null check (previous_run_id <> run_id),
    because text,
    primary key (district_id, run_id, ordinal),
    foreign key (district_id, run_id) references report.run,
    foreign key (district_id, previous_run_id) references report.run
);

comment on table report.revision is
'Rows of attainment that differ from the publication of the month before this one, and why';
comment on column report.revision.district_id is 'District';
comment on column report.revision.run_id is 'Run';
comment on column report.revision.ordinal is 'Place of the row in the run''s attainment';
comment on column report.revision.previous_run_id is 'The earlier publication';
comment on column report.revision.because is
'Every cause there is, a figure then and now among them (method, section 13); empty where there is none';

grant select, insert on report.revision to dabiao_job;

commit;
