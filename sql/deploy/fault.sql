-- Deploy dabiao:fault to pg
-- requires: intake_access
-- A file of a million lines can be wrong on each: every fault is a row, and batch.faults holds the first of them.

begin;

set local role dabiao_owner;

alter table intake.batch add constraint batch_of_unit unique (district_id, batch_id, sender_unit);

create table intake.fault (
    district_id integer not null,
    batch_id bigint not null,
    ordinal integer not null check (ordinal > 0),
    line integer not null check (line > 0),
    column_name text not null,
    code text not null,
    found text not null,
    found_zh text not null,
    wanted text not null,
    wanted_zh text not null,
    sender_unit text,
    primary key (district_id, batch_id, ordinal),
    foreign key (district_id, batch_id) references intake.batch,
    foreign key (district_id, batch_id, sender_unit) references intake.batch (district_id, batch_id, sender_unit)
);
comment on table intake.fault is 'Every fault of every refused file, append-only';
comment on column intake.fault.district_id is 'District';
comment on column intake.fault.batch_id is 'File';
comment on column intake.fault.ordinal is 'Place in the report, from 1: by line, then by column';
comment on column intake.fault.line is 'Line of the file, or row of the sheet';
comment on column intake.fault.column_name is 'Column; empty where the whole line or file is at fault';
comment on column intake.fault.code is 'Kind of fault, stable for programs';
comment on column intake.fault.found is 'What was found';
comment on column intake.fault.found_zh is 'What was found, in Chinese';
comment on column intake.fault.wanted is 'What would be right';
comment on column intake.fault.wanted_zh is 'What would be right, in Chinese';
comment on column intake.fault.sender_unit is 'Unit whose login sent the file; empty where the owner loaded it';

comment on column intake.batch.faults is
'The first 1,000 faults of a refused file, as its report listed them; intake.fault holds all';

comment on column intake.batch.encoding is 'UTF-8, GB18030 or XLSX, as detected; empty when none of them';

revoke update, delete, truncate on intake.fault from dabiao_owner;

alter table intake.fault enable row level security;
alter table intake.fault force row level security;

create policy fault_read on intake.fault
for select to dabiao_owner, dabiao_reviewer using (true);
create policy fault_read_own on intake.fault
for select to dabiao_submitter using (intake.speaks_for(district_id, sender_unit));
create policy fault_add on intake.fault
for insert to dabiao_owner with check (true);
create policy fault_add_own on intake.fault
for insert to dabiao_submitter with check (intake.speaks_for(district_id, sender_unit));

grant select on intake.fault to dabiao_reviewer, dabiao_submitter;
grant insert on intake.fault to dabiao_submitter;

commit;
