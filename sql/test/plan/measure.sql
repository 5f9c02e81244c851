-- Which measures there are (method, section 4).

begin;

select plan(2);

select throws_ok($$select 'sum'::plan.measure$$, '23514', null, 'a word of no measure is none');
select lives_ok($$select 'rate'::plan.measure, 'ratio'::plan.measure, 'total'::plan.measure$$, 'the measures are');

select * from finish();

rollback;
