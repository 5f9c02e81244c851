-- Deploy dabiao:intake/fault to pg
-- requires: intake/batch

begin;

set local role dabiao_owner;

create table intake.fault (
    district_id integer not null,
    batch_id bigint not null,
    ordinal integer not null check (ordinal > 0),
    line integer not null check (line > 0),
    column_name text not null,
    cell text,
    code text not null,
    found text not null,
    found_zh text not null,
    wanted text not null,
    wanted_zh text not null,
    primary key (district_id, batch_id, ordinal),
    foreign key (district_id, batch_id) references intake.batch
);

comment on table intake.fault is 'Every fault of every refused file; append-only';
comment on column intake.fault.district_id is 'District';
comment on column intake.fault.batch_id is 'File';
comment on column intake.fault.ordinal is 'Place in the report, from 1: by line, then by column';
comment on column intake.fault.line is 'Line of the file, or row of the sheet';
comment on column intake.fault.column_name is 'Column; empty where the whole line or file is at fault';
comment on column intake.fault.cell is 'Address of the cell in a workbook; empty where the whole row or file is at fault';
comment on column intake.fault.code is 'Kind of fault, stable for programs';
comment on column intake.fault.found is 'What was found';
comment on column intake.fault.found_zh is 'What was found, in Chinese';
comment on column intake.fault.wanted is 'What would be right';
comment on column intake.fault.wanted_zh is 'What would be right, in Chinese';

revoke update, delete, truncate on intake.fault from dabiao_owner;

grant select, insert on intake.fault to dabiao_job;

commit;
