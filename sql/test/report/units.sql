-- The units of a publication.

begin;

\ir ../fixture/publication.psql

select plan(1);

select results_eq(
    $$select pg_temp.shown('select unit, kind, kind_zh, name_zh, name_en, short_zh
        from report.units where district = ''trial'' and period = ''2020-06''')$$,
    array[
        '(alpha,department,部门,甲局,Alpha,)',
        '(beta,department,部门,乙局,Beta,)',
        '(east,subdistrict,街道,东街道,East,)',
        '(west,subdistrict,街道,西街道,West,)'
    ],
    'the units of the plan that the publication used, in its order'
);

select * from finish();

rollback;
