#!/usr/bin/env bash
# The schema of every tagged version, filled by the program of that time, is brought up to the newest: the data is kept, and
# the same month gives the same figures.

# shellcheck source=tap.sh
. "$(dirname "$0")/tap.sh"

tags=$(sed -nE 's/^@([^ ]+) .*/\1/p' sql/sqitch.plan)
[ -n "$tags" ]
ok $? "there are tagged versions: $(paste -sd' ' <<<"$tags")"

# One statement for each table: its rows, in the columns that it has now.
fingerprints() {
  query "select format('select %L, count(*), md5(coalesce(string_agg(r::text, chr(10) order by r::text), %L)) from (select %s from %I.%I) as r;',
      relname, '', string_agg(quote_ident(attname), ', ' order by attnum), nspname, relname)
    from pg_class
    join pg_namespace on pg_namespace.oid = relnamespace
    join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped
    where nspname in ('plan', 'intake', 'report') and relkind = 'r'
    group by nspname, relname
    order by nspname, relname"
}

june="select * from report.attainment where period = '2020-06'"
for tag in $tags; do
  data=Tests/Upgrade/$tag.sql.gz
  [ -f "$data" ]
  ok $? "$tag: $data holds a filled database (else: scripts/record-release $tag)" || continue
  dropdb --force "$PGDATABASE"
  createdb "$PGDATABASE"
  (cd sql && sqitch --quiet deploy --to "@$tag" "db:pg:$PGDATABASE") >"$scratch/sqitch.log" 2>&1
  ok $? "$tag: sqitch deploys it"
  # What the deployment itself put into tables is in the data too.
  {
    echo "set session_replication_role = replica;"
    query "select format('truncate %s;', string_agg(pg_class.oid::regclass::text, ', '))
      from pg_class join pg_namespace on pg_namespace.oid = relnamespace
      where nspname in ('plan', 'intake', 'report') and relkind = 'r'"
    zcat "$data"
  } | psql -XAtq --single-transaction --set ON_ERROR_STOP=1 >/dev/null
  ok $? "$tag: it is filled"

  fingerprints >"$scratch/tables.sql"
  psql -XAtq --file "$scratch/tables.sql" >"$scratch/before"
  columns=$(query "select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
    where attrelid = 'report.attainment'::regclass and attnum > 0")
  june="select $columns from report.attainment where period = '2020-06'"
  query "$june" >"$scratch/june"
  awk -F '|' '{ rows += $2 } END { print "# " NR " tables, " rows " rows" }' "$scratch/before"
  [ "$(wc -l <"$scratch/june")" -gt 300 ]
  ok $? "$tag: June is published ($(wc -l <"$scratch/june") rows)"

  deploy
  ok $? "$tag: sqitch upgrades it"
  (cd sql && sqitch --quiet verify "db:pg:$PGDATABASE") >"$scratch/sqitch.log" 2>&1
  ok $? "$tag: … and verifies every change"
  psql -XAtq --file "$scratch/tables.sql" >"$scratch/after"
  is "$(diff "$scratch/before" "$scratch/after")" "" "$tag: every row of every table is kept"
  query "$june" | cmp -s - "$scratch/june"
  ok $? "$tag: June is read as it was published"

  dabiao run --month 2020-06 --as-of 2020-07-11T00:00:00+08:00
  is "$code: $out" "0: " "$tag: June is published again"
  is "$(query "select count(*) from report.run where period = '2020-06-01' and outcome = 'published'")" 2 "$tag: … beside the first run"
  query "$june" >"$scratch/again"
  is "$(diff "$scratch/june" "$scratch/again" | head -n 5)" "" "$tag: … with the same figures"
  dabiao run --month 2020-07 --as-of 2020-08-11T00:00:00+08:00
  is "$code: $out" "0: " "$tag: the next month is published"
done
