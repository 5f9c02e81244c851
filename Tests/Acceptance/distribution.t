#!/usr/bin/env bash
# The schema can be spread by district over many nodes (docs/scale.md): every view and every query of a run keeps within a
# district, by PostgreSQL's own plans; and a district that is alone in its database publishes the bytes that it publishes
# among others.

DABIAO_TEMPLATE=${SAMPLE_DATABASE:-}
# shellcheck source=tap.sh
. "$(dirname "$0")/tap.sh"

as_of=2020-07-11T00:00:00+08:00

dabiao run --month 2020-06 --as-of $as_of --export "$scratch/alone"
is "$code" 0 "the district publishes alone"

# A second one with everything the first has, by way of COPY.
second=$(query "insert into plan.district (district, name_zh, name_en) values ('second', '二', 'Second') returning district_id")
psql -Xqv ON_ERROR_STOP=1 >"$scratch/second.log" 2>&1 <<SQL
set session_replication_role = replica;
do \$\$
declare
    found record;
begin
    for found in
        select
            c.oid::regclass as table_name,
            (
                select string_agg(quote_ident(attname), ', ')
                from pg_attribute
                where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''
                    and attname <> 'district_id'
            ) as columns
        from pg_class as c
        join pg_namespace as n on n.oid = c.relnamespace
        where
            c.relkind = 'r'
            and (n.nspname = 'plan' or (n.nspname, c.relname) in (('intake', 'submission'), ('intake', 'review')))
            and c.oid <> 'plan.district'::regclass
            and exists (select from pg_attribute where attrelid = c.oid and attname = 'district_id')
    loop
        execute format(
            'insert into %s (district_id, %s) select $second, %s from %s where district_id <> $second',
            found.table_name, found.columns, found.columns, found.table_name);
    end loop;
end
\$\$;
analyze;
SQL
ok $? "a second district stands beside it"
sed "s/^/# /" "$scratch/second.log"

for district in jingan second; do
  dabiao run --month 2020-06 --as-of $as_of --district $district --export "$scratch/among"
  is "$code" 0 "$district publishes among others"
done
is "$(diff -r "$scratch/alone/jingan/2020-06/data" "$scratch/among/jingan/2020-06/data" 2>&1 | head -3)" "" \
  "the first district's files are the same bytes as alone"
is "$(diff <(sed 's/^jingan,//' "$scratch/alone/jingan/2020-06/data/attainment.csv") \
  <(sed 's/^second,//' "$scratch/among/second/2020-06/data/attainment.csv") | head -3)" "" \
  "the second's attainment is the same but for the district's code"

# The run's own statements, as the server planned them.
log=$PGHOST/server.log
before=$(wc -l <"$log")
PGOPTIONS="-c session_preload_libraries=auto_explain -c auto_explain.log_min_duration=0 -c auto_explain.log_format=json \
-c auto_explain.log_verbose=on -c enable_nestloop=off -c enable_mergejoin=off" \
  dabiao run --month 2020-05 --as-of $as_of --district second
is "$code" 0 "a month is published with its plans in the server's log"

out=$(tail -n "+$((before + 1))" "$log" | python3 Tests/Acceptance/distribution.py)
checked=0
while IFS= read -r line; do
  like "$line" ': ok$' "by PostgreSQL's plan, ${line%%:*} keeps within a district"
  checked=$((checked + 1))
done <<<"$out"
ok $((checked < 35)) "$checked views and queries looked at"
