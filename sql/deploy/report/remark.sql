-- Deploy dabiao:report/remark to pg
-- requires: plan/period
-- requires: report/run
-- It names rows of intake.submission and intake.comment without a foreign key: to check one takes a right to update them,
-- and nobody can remove them.

begin;

set local role dabiao_owner;

create table report.remark (
    district_id integer not null,
    run_id bigint not null,
    ordinal integer not null check (ordinal > 0),
    indicator text not null,
    unit text,
    figure_period plan.period,
    revision integer,
    period plan.period,
    comment_id bigint,
    primary key (district_id, run_id, ordinal),
    foreign key (district_id, run_id) references report.run,
    constraint has_one_source check (
        num_nonnulls(unit, figure_period, revision) = case when comment_id is null then 3 else 0 end
        and num_nonnulls(period, comment_id) in (0, 2)
    )
);

comment on table report.remark is 'Which submissions and comments of the office say something beside the figures of a run (method, section 14)';
comment on column report.remark.district_id is 'District';
comment on column report.remark.run_id is 'Run';
comment on column report.remark.ordinal is 'Place in the run''s commentary, from 1';
comment on column report.remark.indicator is 'Indicator';
comment on column report.remark.unit is 'Reporter, where it is a reporter that says it';
comment on column report.remark.figure_period is 'Period of the figure beside which it is said, as the first day of its month';
comment on column report.remark.revision is 'Revision of that figure';
comment on column report.remark.period is 'Reported month of the office''s comment, as its first day';
comment on column report.remark.comment_id is 'Number of the office''s comment';

grant select, insert on report.remark to dabiao_job;

commit;
