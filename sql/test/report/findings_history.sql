-- Findings of every publication.

begin;

\ir ../fixture/publication.psql

select plan(1);

select results_eq(
    $$select pg_temp.shown('select is_current, code, code_zh, unit, unit_zh from report.findings_history
        where district = ''trial''')$$,
    array['(t,late,迟报,east,东街道)'],
    'findings_history has those of publications, and nothing of the stopped run'
);

select * from finish();

rollback;
