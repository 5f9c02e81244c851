-- The due periods are those of the method, section 2, and together cover the whole year once.

begin;

select plan(6);

select results_eq(
    'select month::integer from plan.frequency_period where frequency = ''monthly'' order by month',
    'select generate_series(1, 12)',
    'monthly is due each month'
);
select results_eq(
    'select month::integer from plan.frequency_period where frequency = ''monthly_from_february'' order by month',
    'select generate_series(2, 12)',
    'monthly_from_february begins in February'
);
select results_eq(
    'select month::integer from plan.frequency_period where frequency = ''quarterly'' order by month',
    array[3, 6, 9, 12],
    'quarterly is due at the quarters'' ends'
);
select results_eq(
    'select month::integer from plan.frequency_period where frequency = ''half_yearly'' order by month',
    array[6, 12],
    'half_yearly is due in June and December'
);
select results_eq(
    'select month::integer from plan.frequency_period where frequency = ''annual'' order by month',
    array[12],
    'annual is due in December'
);
select results_eq(
    'select sum(month - covers_from + 1)::integer from plan.frequency_period group by frequency',
    array[12, 12, 12, 12, 12],
    'the due periods of each frequency cover twelve months'
);

select * from finish();

rollback;
