#!/usr/bin/env bash
# A database in use is restored from its dump and brought up to a schema with one change more, which this test makes: the
# data is kept, the same month gives the same figures, and the change can be taken back.

export DABIAO_TEMPLATE=$SAMPLE_DATABASE
# shellcheck source=tap.sh
. "$(dirname "$0")/tap.sh"

# A copy of a database has not its privileges, such as who may connect.
psql -Xqf sql/deploy/roles.sql 2>/dev/null
dabiao run --month 2020-06 --as-of 2020-07-11T00:00:00+08:00
is "$code: $out" "0: " "June is published"
pg_dump --format custom --file "$scratch/used.dump"
ok $? "the database is dumped"
dropdb --force "$PGDATABASE"
pg_restore --create --exit-on-error --dbname postgres "$scratch/used.dump"
ok $? "… and restored"

# A column more in a table that only grows, and in a view that programs read.
cp -r sql "$scratch/sql"
change=report/upgrade
requires='report/runs intake/submission'
echo "$change [$requires] 2030-01-01T00:00:00Z tester <tester@dabiao.example> # One column more" >>"$scratch/sql/sqitch.plan"
view=$(query "select pg_get_viewdef('report.runs')")
described=$(query "select format('comment on column report.runs.%I is %L;', attname, col_description(attrelid, attnum))
  from pg_attribute where attrelid = 'report.runs'::regclass and attnum > 0")
cat >"$scratch/sql/deploy/$change.sql" <<SQL
-- Deploy dabiao:$change to pg
-- requires: ${requires// /$'\n'-- requires: }

begin;

set local role dabiao_owner;

alter table intake.submission add column approved_by text;
comment on column intake.submission.approved_by is 'Who approved it in the department';
grant insert (approved_by) on intake.submission to dabiao_job;

create or replace view report.runs with (security_barrier = true) as
$(sed -E '0,/^ +FROM/s//    , run.finished_at - run.started_at as duration\n&/' <<<"$view")
comment on column report.runs.duration is 'How long it took';

commit;
SQL
cat >"$scratch/sql/revert/$change.sql" <<SQL
-- Revert dabiao:$change from pg

begin;

drop view report.runs;
alter table intake.submission drop column approved_by;
create view report.runs with (security_barrier = true) as
$view
alter view report.runs owner to dabiao_owner;
grant select on report.runs to dabiao_analyst;
comment on view report.runs is 'Runs that were published';
$described

commit;
SQL
echo "select approved_by from intake.submission where false; select duration from report.runs where false;" \
  >"$scratch/sql/verify/$change.sql"

# One statement for each table: its rows, in the columns that it has now.
query "select format('select %L, count(*), md5(coalesce(string_agg(r::text, chr(10) order by r::text), %L)) from (select %s from %I.%I) as r;',
    relname, '', string_agg(quote_ident(attname), ', ' order by attnum), nspname, relname)
  from pg_class
  join pg_namespace on pg_namespace.oid = relnamespace
  join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped
  where nspname in ('plan', 'intake', 'report') and relkind = 'r'
  group by nspname, relname
  order by nspname, relname" >"$scratch/tables.sql"
june="select * from report.attainment where period = '2020-06'"
psql -XAtq --file "$scratch/tables.sql" >"$scratch/before"
query "$june" >"$scratch/june"
awk -F '|' '{ rows += $2 } END { print "# " NR " tables, " rows " rows" }' "$scratch/before"
[ "$(wc -l <"$scratch/june")" -gt 300 ]
ok $? "June is read from it ($(wc -l <"$scratch/june") rows)"

upgraded() { (cd "$scratch/sql" && sqitch --quiet "$@" "db:pg:$PGDATABASE") >"$scratch/sqitch.log" 2>&1; }
upgraded deploy
ok $? "sqitch upgrades it"
is "$(query "select change from sqitch.changes order by committed_at desc limit 1")" "$change" "… by the one change that it lacked"
upgraded verify
ok $? "… and verifies every change"
psql -XAtq --file "$scratch/tables.sql" >"$scratch/after"
is "$(diff "$scratch/before" "$scratch/after")" "" "every row of every table is kept"
query "$june" | cmp -s - "$scratch/june"
ok $? "June is read as it was published"

dabiao run --month 2020-06 --as-of 2020-07-11T00:00:00+08:00
is "$code: $out" "0: " "June is published again"
is "$(query "select count(*), count(duration) from report.runs where period = '2020-06'")" "2 | 2" "… beside the first run"
query "$june" >"$scratch/again"
is "$(diff "$scratch/june" "$scratch/again" | head -n 5)" "" "… with the same figures"
dabiao run --month 2020-07 --as-of 2020-08-11T00:00:00+08:00
is "$code: $out" "0: " "the next month is published"

psql -XAtq --file "$scratch/tables.sql" >"$scratch/before"
upgraded revert --to @HEAD^ -y
ok $? "the change is taken back"
psql -XAtq --file "$scratch/tables.sql" >"$scratch/after"
is "$(diff "$scratch/before" "$scratch/after")" "" "… and every row is kept"
(cd sql && sqitch --quiet verify "db:pg:$PGDATABASE") >"$scratch/sqitch.log" 2>&1
ok $? "… under the schema as it was"
