-- Deploy dabiao:report/publication to pg
-- requires: report/run

begin;

set local role dabiao_owner;

create table report.publication (
    district_id integer not null,
    period plan.period not null,
    run_id bigint not null,
    published_at timestamptz not null default statement_timestamp(),
    primary key (district_id, period),
    foreign key (district_id, run_id, period) references report.run (district_id, run_id, period)
);

comment on table report.publication is 'The pointer: which run is the publication of each month';
comment on column report.publication.district_id is 'District';
comment on column report.publication.period is 'Month, as its first day';
comment on column report.publication.run_id is 'Run that the views show';
comment on column report.publication.published_at is 'When the pointer was last moved';

grant select on report.publication to dabiao_job;
grant insert (district_id, period, run_id), update (run_id, published_at) on report.publication to dabiao_job;

commit;
