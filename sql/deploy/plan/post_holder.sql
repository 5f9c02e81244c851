-- Deploy dabiao:plan/post_holder to pg
-- requires: plan/day
-- requires: plan/post

begin;

set local role dabiao_owner;

create table plan.post_holder (
    district_id integer not null,
    year smallint not null,
    version integer not null,
    post text not null,
    name text not null,
    holds_from plan.day not null,
    holds_to plan.day check (holds_to >= holds_from),
    primary key (district_id, year, version, post, holds_from),
    foreign key (district_id, year, version, post) references plan.post
);

comment on table plan.post_holder is 'Who held a post from when to when: a successor takes the post''s items over';
comment on column plan.post_holder.district_id is 'District';
comment on column plan.post_holder.year is 'Plan year';
comment on column plan.post_holder.version is 'Plan version';
comment on column plan.post_holder.post is 'Post';
comment on column plan.post_holder.name is 'Name of the holder';
comment on column plan.post_holder.holds_from is 'First day in the post';
comment on column plan.post_holder.holds_to is 'Last day in the post; empty while it lasts';

grant select on plan.post_holder to dabiao_job;
grant insert on plan.post_holder to dabiao_office;

commit;
