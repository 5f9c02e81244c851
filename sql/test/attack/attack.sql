-- Each role tries to read or write what is not its own, over a connection of its own; each try must end the right way.
-- It commits what it adds, and leaves row-level security off: the database is of no use to a test after it.

\set QUIET on
set client_min_messages = warning;
create extension dblink schema tap;

\ir district.psql

create temporary table attempt (
    number integer generated always as identity,
    login text not null,
    act text not null,
    before text,
    statement text not null,
    wanted text not null,
    is_control boolean not null default false
);
comment on column pg_temp.attempt.before is 'What the login does first in the same transaction';
comment on column pg_temp.attempt.wanted is 'SQLSTATE; or = and the rows, with commas between; or = and the command tag';
comment on column pg_temp.attempt.is_control is 'Whether it is a legitimate act, which must succeed';

-- A file and one figure in it, as the program sends them; each part can be given as it should not be.
create function pg_temp.submission(
    period text default '2025-03-01',
    indicator text default '1.1.1',
    unit text default 'finance',
    revision text default '1',
    batch text default 'batch_id',
    submitted text default 'received_at',
    accepted text default 'received_at',
    sender text default '''finance''',
    district text default '1'
) returns text
language sql
return format(
    $$
    with sent as (
        insert into intake.batch (district_id, file_name, sha256, content, line_count, outcome, sender_unit)
        values (1, 'mine.csv', sha256('mine'), 'mine', 1, 'accepted', 'finance')
        returning
            batch_id,
            received_at
    )

    insert into intake.submission (
        district_id, period, indicator, unit, revision, batch_id, line, value, submitted_at, accepted_at, sender_unit
    )
    select
        %s, %L::date, %L, %L, %s, %s, 2, 5, %s, %s, %s
    from sent
    $$,
    district, period, indicator, unit, revision, batch, submitted, accepted, sender
);

\ir submitter-reads.psql
\ir submitter-writes.psql
\ir submitter-escapes.psql
\ir analyst.psql
\ir reviewer.psql
\ir job.psql
\ir owner.psql
\ir every-table.psql

-- What became of a try: SQLSTATE, or = and the answer; LEAK where the answer or the error tells a secret.
create function pg_temp.outcome(login text, before text, statement text) returns text
language plpgsql as $$
declare
    in_transaction boolean not null := statement !~* '^\s*(alter system|create database)';
    said text;
    told text;
    detail text;
    hint text;
    context text;
begin
    if in_transaction then perform tap.dblink_exec(login, 'begin'); end if;
    begin
        if before is not null then perform tap.dblink_exec(login, before); end if;
        if statement ~* '^\s*(select|explain|show)' then
            select '=' || coalesce(string_agg(line, ',' order by line), '')
            into said
            from tap.dblink(login, statement) as answer (line text);
        else
            said := '=' || tap.dblink_exec(login, statement);
        end if;
        told := said;
    exception when others then
        get stacked diagnostics told = message_text, detail = pg_exception_detail, hint = pg_exception_hint,
            context = pg_exception_context;
        said := sqlstate;
        told := concat_ws(' ', told, detail, hint);
    end;
    if in_transaction then perform tap.dblink_exec(login, 'rollback'); end if;
    return case when told ~* 'secret|424242' then 'LEAK ' || told else said end;
end
$$;

select tap.dblink_connect(
    login,
    format('host=%s port=%s dbname=%s user=%s', :'HOST', :'PORT', :'DBNAME', login)
)
from (select distinct login from attempt) as logins \g /dev/null

-- What the victim runs stands in pg_stat_activity.
select * from tap.dblink('attack_victim', 'select ''secret''') as answer (line text) \g /dev/null

select * from no_plan();

create temporary table result as
select
    attempt.*,
    pg_temp.outcome(login, before, statement) as found
from attempt
order by number;

select is(found, wanted, concat_ws(': ', case when is_control then 'may' else 'may not' end, login, act))
from result
order by number;

-- A login of no group gets no connection.
select throws_ok(
    format(
        'select tap.dblink_connect(''nobody'', %L)',
        format('host=%s port=%s dbname=%s user=attack_nobody', :'HOST', :'PORT', :'DBNAME')
    ),
    '08001',
    null,
    'may not: attack_nobody: connect'
);

-- The suite can fail: without row-level security the same tries get through.
alter table intake.submission disable row level security;
select cmp_ok(
    (
        select count(*)::integer
        from attempt
        where
            login = 'attack_clerk'
            and not is_control
            and statement ~ '(from|join) intake.submission'
            and pg_temp.outcome(login, before, statement) <> wanted
    ),
    '>=',
    10,
    'without row-level security, ten or more of these tries get through'
);

select diag(
    format(
        '%s attempts, %s let through; %s legitimate acts, %s carried out',
        1 + count(*) filter (where not is_control),
        count(*) filter (where not is_control and found <> wanted),
        count(*) filter (where is_control),
        count(*) filter (where is_control and found = wanted)
    )
)
from result;

select * from finish();
