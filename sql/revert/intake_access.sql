-- Revert dabiao:intake_access from pg

begin;

set local role dabiao_owner;

revoke select on intake.batch from dabiao_job;
revoke select (
    district_id, batch_id, file_name, sha256, encoding, line_count, outcome, received_at, received_by, sender_unit
)
on intake.batch from dabiao_job;
grant select on intake.batch to dabiao_job;

revoke insert (district_id, period, indicator, unit, revision, reviewed_at, outcome, reason)
on intake.review from dabiao_reviewer;
drop policy review_add_now on intake.review;
alter policy review_add on intake.review to dabiao_owner, dabiao_reviewer;
alter policy submission_add on intake.submission to dabiao_owner, dabiao_reviewer;
alter policy batch_add on intake.batch to dabiao_owner, dabiao_reviewer;
grant insert on intake.batch, intake.submission, intake.review to dabiao_reviewer;

drop policy review_read_own on intake.review;
drop policy submission_add_own on intake.submission;
drop policy submission_read_own on intake.submission;
drop policy batch_add_own on intake.batch;
drop policy batch_read_own on intake.batch;
revoke all on intake.batch, intake.submission, intake.review from dabiao_submitter;

alter table intake.submission drop constraint submission_after_previous;
alter table intake.submission drop column previous_revision;
alter table intake.submission drop constraint submission_in_own_batch;
alter table intake.submission drop column sender_unit;
drop index intake.batch_accepted_once;
create unique index batch_accepted_once on intake.batch (district_id, sha256) where outcome = 'accepted';
alter table intake.batch drop constraint batch_of_sender;
alter table intake.batch drop column sender_unit;

drop function intake.admits(integer, date, text, text, timestamptz, timestamptz);
drop function intake.speaks_for(integer, text);

drop policy member_read_own on intake.member;
drop policy member_keep on intake.member;
alter table intake.member no force row level security;
alter table intake.member disable row level security;
grant select on intake.member to dabiao_job, dabiao_reviewer;

alter default privileges for role dabiao_owner grant execute on functions to public;

reset role;

do $database$
begin
    execute format('grant temporary on database %I to dabiao_reviewer', current_database());
end
$database$;

commit;
