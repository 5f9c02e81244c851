#!/usr/bin/env bash
# A dump restored into a fresh server, of the same PostgreSQL and of the newest: the same rows and privileges, and a month
# gives the same bytes, exported again and run again.

# The quotes in what is exported are SQL's.
# shellcheck disable=SC2089,SC2090
# shellcheck source=tap.sh
DABIAO_TEMPLATE=$SAMPLE_DATABASE . "$(dirname "$0")/tap.sh"

run=(run --month 2020-06 --as-of 2020-07-11T00:00:00+08:00)
next=(run --month 2020-07 --as-of 2020-08-11T00:00:00+08:00)
dabiao "${run[@]}" --export "$scratch/exports"
is "$code: $out" "0: " "a month is published"
# A login of its own, as each installation has: the roles of the server belong to what is backed up.
login=recovery_$$
query "create role $login login in role dabiao_job" >/dev/null
pg_dumpall --roles-only --file "$scratch/roles.sql"
ok $? "the roles are dumped"
pg_dump --format custom --file "$scratch/database.dump"
ok $? "the database is dumped ($(du -k "$scratch/database.dump" | cut -f 1) kB)"

# What anyone may do with any table or column of ours.
privileges="select rolname, relname, privilege
  from pg_roles, pg_class, unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']) as privilege
  where rolname ~ '^dabiao_' and relnamespace in (select oid from pg_namespace where nspname in ('plan', 'intake', 'report'))
    and relkind in ('r', 'v', 'S') and has_table_privilege(pg_roles.oid, pg_class.oid, privilege)
  order by 1, 2, 3"
# … any column alone, and any function that not everybody may call.
columns="select rolname, attrelid::regclass::text, attname, privilege
  from pg_roles, pg_attribute join pg_class on pg_class.oid = attrelid, unnest(array['select', 'insert', 'update']) as privilege
  where rolname ~ '^dabiao_' and attacl is not null
    and relnamespace in (select oid from pg_namespace where nspname in ('plan', 'intake', 'report'))
    and has_column_privilege(pg_roles.oid, attrelid, attnum, privilege)
  order by 1, 2, 3, 4"
functions="select rolname, pg_proc.oid::regprocedure::text from pg_roles, pg_proc
  where rolname ~ '^dabiao_' and has_function_privilege(pg_roles.oid, pg_proc.oid, 'execute')
    and (proname ~ 'advisory|^lo_' or pronamespace in (select oid from pg_namespace where nspname in ('plan', 'intake', 'report')))
  order by 1, 2"
rows="select (select count(*) from plan.target), (select count(*) from intake.batch), (select count(*) from intake.submission),
  (select count(*) from intake.review), (select count(*) from report.attainment_history), (select count(*) from report.findings)"
look() { for question in "$privileges" "$columns" "$functions" "$rows"; do query "$question"; done; }
look >"$scratch/look"
sed -n '$s/^/# plan, batches, submissions, reviews, attainment, findings: /p' "$scratch/look"
dabiao "${next[@]}" --export "$scratch/exports"
is "$code: $out" "0: " "the next month is published where it was"

# In a server that has never seen dabiao; what fails there fails here.
restored() {
  psql --quiet --dbname postgres --file "$scratch/roles.sql" >/dev/null 2>&1
  pg_restore --create --exit-on-error --dbname postgres "$scratch/database.dump" || return
  psql -XAtqc 'show server_version' >"$scratch/version"
  look >"$scratch/look-restored"
  export PGUSER=$login
  "$DABIAO" export --month 2020-06 --to "$scratch/restored/export" || return
  "$DABIAO" "${run[@]}" --export "$scratch/restored/run" || return
  "$DABIAO" "${next[@]}" --export "$scratch/restored/run"
}
export -f restored look query
export DABIAO scratch login privileges columns functions rows
declare -p run next >"$scratch/arguments"

newest=$(scripts/newest-postgres) || newest=
servers=("${DABIAO_CLUSTER_BIN:-}")
[ -z "$newest" ] || [ "$newest" = "${servers[0]}" ] || servers+=("$newest")
for bin in "${servers[@]}"; do
  rm -rf "$scratch/restored"
  database=$PGDATABASE
  # shellcheck disable=SC2016  # expanded by the nested shell
  said=$(DABIAO_CLUSTER_BIN=$bin scripts/with-cluster bash -c '. "$scratch/arguments"; PGDATABASE=$1 restored' bash "$database" 2>&1)
  status=$?
  version=$(cat "$scratch/version")
  is "$status: $said" "0: " "PostgreSQL $version: restored, exported, run again, the next month run"
  is "$(diff "$scratch/look" "$scratch/look-restored")" "" "… every row and privilege is there"
  diff -r "$scratch/exports/jingan/2020-06" "$scratch/restored/export/jingan/2020-06" >/dev/null
  ok $? "… the month is exported as it was, byte by byte"
  diff -r "$scratch/exports/jingan/2020-06" "$scratch/restored/run/jingan/2020-06" >/dev/null
  ok $? "… run again it gives the same bytes"
  diff -r "$scratch/exports/jingan/2020-07" "$scratch/restored/run/jingan/2020-07" >/dev/null
  ok $? "… and so does the next month"
done
[ -n "$newest" ] || ok 0 "the newest PostgreSQL # SKIP not installed"
query "drop role $login" >/dev/null
ok $? "the login is removed"
