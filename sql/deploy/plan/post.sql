-- Deploy dabiao:plan/post to pg
-- requires: plan/work_plan

begin;

set local role dabiao_owner;

create table plan.post (
    district_id integer not null,
    year smallint not null,
    version integer not null,
    post text not null,
    primary key (district_id, year, version, post),
    foreign key (district_id, year, version) references plan.work_plan
);

comment on table plan.post is 'Posts that answer for indicators; whoever holds a post answers for its items';
comment on column plan.post.district_id is 'District';
comment on column plan.post.year is 'Plan year';
comment on column plan.post.version is 'Plan version';
comment on column plan.post.post is 'Code of the post';

grant select on plan.post to dabiao_job;
grant insert on plan.post to dabiao_office;

commit;
