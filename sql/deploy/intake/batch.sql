-- Deploy dabiao:intake/batch to pg
-- requires: plan/district
-- requires: plan/instant
-- What was received is append-only: update, delete and truncate are revoked from the owner too. A foreign key locks the row
-- it refers to as the table's owner, which takes the privilege to update one column; that of a generated column, which can
-- be updated to nothing else than it is, changes nothing.

begin;

set local role dabiao_owner;

create table intake.batch (
    district_id integer not null references plan.district,
    batch_id bigint generated always as identity,
    file_name text not null,
    sha256 bytea not null generated always as (sha256(content)) stored,
    content bytea not null,
    encoding text,
    line_count integer not null check (line_count >= 0),
    outcome text not null check (outcome in ('accepted', 'refused')),
    faults jsonb not null default '[]',
    filled_by text,
    checked_by text,
    phone text,
    received_at plan.instant not null default now(),
    received_by text not null default session_user,
    primary key (district_id, batch_id),
    unique (district_id, batch_id, received_at)
);
create index batch_by_content on intake.batch (district_id, sha256);

comment on table intake.batch is 'Files received, with their bytes and what became of them; append-only';
comment on column intake.batch.district_id is 'District';
comment on column intake.batch.batch_id is 'Number of the batch';
comment on column intake.batch.file_name is 'Name of the file as sent, without its folder';
comment on column intake.batch.sha256 is 'SHA-256 of the bytes';
comment on column intake.batch.content is 'The bytes as sent';
comment on column intake.batch.encoding is 'UTF-8, GB18030 or XLSX, as detected; empty when none of them';
comment on column intake.batch.line_count is 'Data lines in the file';
comment on column intake.batch.outcome is 'accepted whole or refused whole';
comment on column intake.batch.faults is
'The first 1,000 faults of a refused file, as its report listed them; intake.fault holds all';
comment on column intake.batch.filled_by is 'Who filled the file in, as it says itself (填报人)';
comment on column intake.batch.checked_by is 'Who checked it, as it says itself (审核人)';
comment on column intake.batch.phone is 'Whom to call about it, as it says itself (电话)';
comment on column intake.batch.received_at is 'When it was received';
comment on column intake.batch.received_by is 'Login that sent it';

revoke update, delete, truncate on intake.batch from dabiao_owner;
grant update (sha256) on intake.batch to dabiao_owner;

-- The clock and the sender's name are left to their defaults. The job takes files in and has no need to read them again.
grant insert (
    district_id, file_name, content, encoding, line_count, outcome, faults, filled_by, checked_by, phone
)
on intake.batch to dabiao_job;
grant select (district_id, batch_id, file_name, sha256, encoding, line_count, outcome, received_at, received_by)
on intake.batch to dabiao_job;
grant select on intake.batch to dabiao_office;

commit;
