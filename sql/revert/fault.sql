-- Revert dabiao:fault from pg

begin;

drop table intake.fault;
alter table intake.batch drop constraint batch_of_unit;

comment on column intake.batch.encoding is 'UTF-8 or GB18030, as detected; empty when neither';
comment on column intake.batch.faults is 'Faults of a refused file: line, column, what was found, what is wanted';

commit;
