-- Deploy dabiao:plan/responsibility to pg
-- requires: plan/indicator
-- requires: plan/post

begin;

set local role dabiao_owner;

create table plan.responsibility (
    district_id integer not null,
    year smallint not null,
    version integer not null,
    indicator text not null,
    ordinal integer not null check (ordinal > 0),
    role text not null check (role in ('leader', 'lead', 'support')),
    unit text,
    post text,
    check (unit is not null or post is not null),
    primary key (district_id, year, version, indicator, ordinal),
    foreign key (district_id, year, version, indicator) references plan.indicator,
    foreign key (district_id, year, version, unit) references plan.unit,
    foreign key (district_id, year, version, post) references plan.post
);

comment on table plan.responsibility is 'Who answers for an indicator: the district leader in charge, the leading and the supporting units';
comment on column plan.responsibility.district_id is 'District';
comment on column plan.responsibility.year is 'Plan year';
comment on column plan.responsibility.version is 'Plan version';
comment on column plan.responsibility.indicator is 'Indicator';
comment on column plan.responsibility.ordinal is 'Place in responsibilities.csv, from 1';
comment on column plan.responsibility.role is 'leader, lead or support';
comment on column plan.responsibility.unit is 'Unit, where one is named';
comment on column plan.responsibility.post is 'Post, where one is named';

grant select on plan.responsibility to dabiao_job;
grant insert on plan.responsibility to dabiao_office;

commit;
