-- Deploy dabiao:report_tables to pg
-- requires: plan_tables

begin;

set local role dabiao_owner;

create table report.run (
    district_id integer not null,
    run_id bigint generated always as identity,
    year smallint not null,
    version integer not null,
    period date not null check (extract(day from period) = 1),
    as_of timestamptz not null,
    program_version text not null,
    outcome text not null default 'running' check (outcome in ('running', 'published', 'stopped', 'failed')),
    submissions integer,
    submissions_sha256 bytea check (octet_length(submissions_sha256) = 32),
    message text,
    started_at timestamptz not null default statement_timestamp(),
    finished_at timestamptz,
    run_by text not null default session_user,
    primary key (district_id, run_id),
    foreign key (district_id, year, version) references plan.work_plan
);
comment on table report.run is 'Runs of the monthly job, whatever became of them';
comment on column report.run.district_id is 'District';
comment on column report.run.run_id is 'Number of the run';
comment on column report.run.year is 'Plan year';
comment on column report.run.version is 'Plan version used';
comment on column report.run.period is 'Reported month, as its first day';
comment on column report.run.as_of is 'Instant T at which submissions, reviews and targets are taken';
comment on column report.run.program_version is 'Version of dabiao';
comment on column report.run.outcome is 'running, published, stopped (findings of severity error) or failed';
comment on column report.run.submissions is 'Accepted figures used, base year included';
comment on column report.run.submissions_sha256 is 'SHA-256 over the submissions used';
comment on column report.run.message is 'Why the run stopped or failed';
comment on column report.run.started_at is 'When the run started';
comment on column report.run.finished_at is 'When it ended';
comment on column report.run.run_by is 'Login that ran it';

create table report.evaluation (
    district_id integer not null,
    run_id bigint not null,
    ordinal integer not null,
    indicator text not null,
    unit text,
    target numeric,
    target_revision integer,
    figure_period date,
    value numeric,
    denominator numeric,
    base_value numeric,
    base_denominator numeric,
    actual numeric,
    gap numeric,
    attainment_pct numeric,
    expected_pct numeric,
    pace_pct numeric,
    pace_numerator numeric,
    pace_denominator numeric check (pace_denominator > 0),
    verdict text not null check (
        verdict in (
            'not_due', 'no_data', 'not_assessable', 'attained', 'missed', 'overdue', 'on_track', 'behind', 'off_track'
        )
    ),
    light text not null check (light in ('grey', 'green', 'yellow', 'red')),
    rule smallint not null check (rule between 1 and 8),
    coverage_pct numeric,
    provisional boolean not null,
    projected numeric,
    required_per_month numeric,
    stage text check (stage in ('not_started', 'started', 'completed')),
    occurred_on date,
    primary key (district_id, run_id, ordinal),
    foreign key (district_id, run_id) references report.run
);
comment on table report.evaluation is 'Attainment of each indicator at district and unit level, one set of rows a run';
comment on column report.evaluation.district_id is 'District';
comment on column report.evaluation.run_id is 'Run';
comment on column report.evaluation.ordinal is 'Place in the output: plan order, the district''s row before its units''';
comment on column report.evaluation.indicator is 'Indicator';
comment on column report.evaluation.unit is 'Unit; empty on the district''s own row';
comment on column report.evaluation.target is 'Target or allocation that applied';
comment on column report.evaluation.target_revision is 'Revision of the target; empty for an allocation';
comment on column report.evaluation.figure_period is 'Figure period, as the first day of its month (method, section 5)';
comment on column report.evaluation.value is 'Accumulated value or numerator';
comment on column report.evaluation.denominator is 'Accumulated denominator; the days for daily_average';
comment on column report.evaluation.base_value is 'Accumulated base value';
comment on column report.evaluation.base_denominator is 'Accumulated base denominator';
comment on column report.evaluation.actual is 'Actual in the indicator''s unit (method, section 4)';
comment on column report.evaluation.gap is 'Actual minus target';
comment on column report.evaluation.attainment_pct is 'Attainment in percent (method, section 6)';
comment on column report.evaluation.expected_pct is 'Expected progress in percent (method, section 7)';
comment on column report.evaluation.pace_pct is 'Pace in percent (method, section 7)';
comment on column report.evaluation.pace_numerator is 'Numerator of the exact pace in percent, from which scores are computed';
comment on column report.evaluation.pace_denominator is 'Denominator of the exact pace in percent';
comment on column report.evaluation.verdict is 'Verdict (method, section 8)';
comment on column report.evaluation.light is 'Light of the verdict';
comment on column report.evaluation.rule is 'Number of the rule that decided';
comment on column report.evaluation.coverage_pct is 'Coverage in percent (method, section 5)';
comment on column report.evaluation.provisional is 'Whether figures are still missing';
comment on column report.evaluation.projected is 'Projection to the year''s end (method, section 9)';
comment on column report.evaluation.required_per_month is 'Amount needed in each month left (method, section 9)';
comment on column report.evaluation.stage is 'Stage of a milestone that every reporter has reached; empty for other measures';
comment on column report.evaluation.occurred_on is 'Last date on which a reporter reached its stage';

create table report.finding (
    district_id integer not null,
    run_id bigint not null,
    ordinal integer not null,
    code text not null,
    severity text not null check (severity in ('info', 'warning', 'error')),
    indicator text not null,
    unit text,
    figure_period date,
    message_zh text not null,
    message_en text not null,
    primary key (district_id, run_id, ordinal),
    foreign key (district_id, run_id) references report.run
);
comment on table report.finding is 'What an analyst must know before trusting the figures (method, section 11)';
comment on column report.finding.district_id is 'District';
comment on column report.finding.run_id is 'Run';
comment on column report.finding.ordinal is 'Place in the output: plan order, code, unit, period';
comment on column report.finding.code is 'Code of the finding';
comment on column report.finding.severity is 'info, warning or error';
comment on column report.finding.indicator is 'Indicator';
comment on column report.finding.unit is 'Unit concerned; empty for the district';
comment on column report.finding.figure_period is 'Period concerned, as the first day of its month';
comment on column report.finding.message_zh is 'Sentence in Chinese that quotes the figures';
comment on column report.finding.message_en is 'Sentence in English that quotes the figures';

create table report.publication (
    district_id integer not null,
    period date not null,
    run_id bigint not null,
    published_at timestamptz not null default statement_timestamp(),
    primary key (district_id, period),
    foreign key (district_id, run_id) references report.run
);
comment on table report.publication is 'The pointer: which run is the publication of each month';
comment on column report.publication.district_id is 'District';
comment on column report.publication.period is 'Month, as its first day';
comment on column report.publication.run_id is 'Run that the views show';
comment on column report.publication.published_at is 'When the pointer was last moved';

grant select, insert on report.evaluation, report.finding to dabiao_job;
grant select, insert, update on report.run, report.publication to dabiao_job;

commit;
