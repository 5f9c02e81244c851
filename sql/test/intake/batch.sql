-- Files are kept as they came, under the name and clock of the server.

begin;

\ir ../fixture/act_as.psql
\ir ../fixture/district.psql

select plan(24);

\set table intake.batch
\ir ../fixture/append_only.psql

select is(sha256, sha256('a'), 'the hash is that of the bytes') from intake.batch;
select lives_ok(
    'select pg_temp.act_as(''dabiao_owner'', ''update intake.batch set sha256 = default'')',
    'the owner may lock files, as foreign keys do'
);
select is(
    to_jsonb(batch),
    jsonb_build_object(
        'district_id', :district_id, 'batch_id', :batch_id, 'file_name', 'a.csv', 'sha256', sha256('a'), 'content',
        'a'::bytea, 'encoding', null, 'line_count', 1, 'outcome', 'accepted', 'faults', '[]'::jsonb, 'filled_by', null, 'checked_by', null, 'phone', null,
        'received_at', now(), 'received_by', session_user
    ),
    '… and what the lock needs changes nothing'
)
from intake.batch;

select throws_ok(
    format('select pg_temp.act_as(%L, %L)', role_name, format(
        'insert into intake.batch (district_id, file_name, content, line_count, outcome, %s) values (%s, ''a'', ''a'', 1, ''accepted'', %s)',
        column_name, :district_id, content
    )),
    '42501',
    null,
    format('%s does not choose %s', role_name, column_name)
)
from unnest(array['dabiao_office', 'dabiao_job']) as role_name
cross join (
    values ('received_at', 'now() - interval ''2 seconds'''), ('received_by', '''somebody''')
) as chosen (column_name, content);
select throws_ok(
    format(
        'insert into intake.batch (district_id, file_name, sha256, content, line_count, outcome) values (%s, ''a'', sha256(''b''), ''a'', 1, ''accepted'')',
        :district_id
    ),
    '428C9',
    null,
    'nobody states a hash'
);
select lives_ok(
    format('select pg_temp.act_as(%L, %L)', role_name, format(
        'insert into intake.batch (district_id, file_name, content, line_count, outcome) values (%s, ''a.csv'', ''a'', 1, ''accepted'')',
        :district_id
    )),
    format('%s puts the same bytes on record again', role_name)
)
from unnest(array['dabiao_office', 'dabiao_job']) as role_name;
select throws_ok(
    'select pg_temp.act_as(''dabiao_job'', ''select content from intake.batch'')',
    '42501',
    null,
    'the job does not read the files'
);

select * from finish();

rollback;
