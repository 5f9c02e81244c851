-- Deploy dabiao:plan/frequency_period to pg
-- requires: schemas

begin;

set local role dabiao_owner;

create table plan.frequency_period (
    frequency text not null,
    month smallint not null check (month between 1 and 12),
    covers_from smallint not null check (covers_from between 1 and month),
    primary key (frequency, month)
);

comment on table plan.frequency_period is
'The periods in which an indicator of each frequency is due (method, section 2); a reference table';
comment on column plan.frequency_period.frequency is 'monthly, monthly_from_february, quarterly, half_yearly or annual';
comment on column plan.frequency_period.month is 'Month in which a figure is due, 1 to 12';
comment on column plan.frequency_period.covers_from is 'First month that the figure of this due period covers: the one after the previous due period';

insert into plan.frequency_period (frequency, month, covers_from)
select
    'monthly',
    month,
    month
from generate_series(1, 12) as month
union all
select
    'monthly_from_february',
    month,
    case when month = 2 then 1 else month end
from generate_series(2, 12) as month
union all
select
    'quarterly',
    month,
    month - 2
from generate_series(3, 12, 3) as month
union all
select
    'half_yearly',
    month,
    month - 5
from generate_series(6, 12, 6) as month
union all
select
    'annual',
    12,
    1;

grant select on plan.frequency_period to dabiao_job;

commit;
