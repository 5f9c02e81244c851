#!/usr/bin/env bash
# A coordinator and two workers publish what a plain server publishes, route each query of a run to one node, and hold every
# login to what is its own. Run by scripts/test-citus.

set -uo pipefail
: "${CITUS_WORKERS:?run this through scripts/test-citus}" "${DABIAO:?names the built program}"
cd "$(dirname "$0")/../.." || exit 1
# shellcheck source=../Acceptance/assertions.sh
. Tests/Acceptance/assertions.sh

scratch=$(mktemp -d)
finish() {
  rm -rf "$scratch"
  echo "1..$count"
  [ "$failures" -eq 0 ] || exit 1
}
trap finish EXIT

# on DATABASE LOGIN COMMAND [ARGUMENT...]: its output in $out, its exit code in $code
out=
code=0
on() {
  code=0
  out=$(PGDATABASE=$1 PGUSER=$2 "${@:3}" 2>&1 </dev/null) || code=$?
}
query() { psql -XAtqd "$1" -c "$2"; }
# Routed, or refused: a statement for many shards ends in an error.
routed='-c citus.multi_task_query_log_level=error'

# The schema goes to the coordinator first, its roles and rights to the nodes as they are added.
for database in plain cluster; do
  createdb "$database"
  (cd sql && sqitch --quiet deploy "db:pg:$database") >"$scratch/log" 2>&1
  ok $? "$database: the schema is deployed"
done
scripts/with-citus join cluster
(cd sql/citus && PGOPTIONS='-c citus.shard_count=8' sqitch --quiet deploy db:pg:cluster) >"$scratch/log" 2>&1
ok $? "it is distributed"
(cd sql/citus && sqitch --quiet verify db:pg:cluster) >"$scratch/log" 2>&1
ok $? "… and verified"
like "$(query cluster 'select citus_version()')" '^Citus [0-9]+\.' "$(query cluster 'select citus_version()' | cut -d' ' -f1,2)"

# A login that is made in the cluster's database is known on every node.
for login in 'job dabiao_job' 'office dabiao_office' 'analyst dabiao_analyst' 'owner dabiao_owner'; do
  query cluster "create role test_${login% *} login in role ${login#* }"
done
for database in plain cluster; do
  on $database postgres bench/generate.py --districts 4 --years 2 --indicators 40 --reporters 4
  is "$code" 0 "$database: $out"
  # Its rows come with keys of their own.
  query $database "select setval(pg_get_serial_sequence('plan.district', 'district_id'), 100)" >"$scratch/log"
  query $database "select setval(pg_get_serial_sequence('intake.batch', 'batch_id'), 10000)" >"$scratch/log"
  query $database analyze
done

# Two months of every district; the second is published twice, before and after a correction.
publish() {
  local database
  for database in plain cluster; do
    for district in d00001 d00002 d00003 d00004; do
      on $database test_job "$DABIAO" run --month "$1" --as-of "$2" --district $district --export "$scratch/$database"
      is "$code$out" 0 "$database: $district publishes $1 as of $2"
    done
  done
  is "$(diff -r "$scratch/plain" "$scratch/cluster" 2>&1 | head -5)" "" \
    "all $(find "$scratch/cluster" -type f | wc -l) files are the same bytes"
}
publish 2021-11 2021-12-11T00:00:00+08:00
publish 2021-12 2022-01-11T00:00:00+08:00

# Through the logins of their own. The fourth district reviews every figure.
indicator=$(query plain "select indicator from plan.reporter join plan.indicator using (district_id, year, version, indicator)
  where district_id = 1 and year = 2021 and unit = 'subdistrict_1' and measure = 'total' and frequency = 'monthly' limit 1")
for database in plain cluster; do
  printf 'indicator,unit,period,value\n%s,subdistrict_1,2021-12,77\n' "$indicator" >"$scratch/own.csv"
  on $database test_job "$DABIAO" submit --district d00001 "$scratch/own.csv"
  like "$code $out" '^0 .*accepted \(batch [0-9]+\): 1 figure, 1 (new|corrected)' "$database: the job takes a figure in"
  on $database test_job psql -Xqc "insert into intake.submission (district_id, period, indicator, unit, revision, batch_id,
    line, value) select 1, '2021-10-01', '$indicator', 'subdistrict_1', 9, batch_id, 2, 5 from intake.batch
    where district_id = 1 limit 1"
  like "$code $out" '^1 .*foreign key' "$database: … and puts none into a file of the past"
  on $database test_job psql -Xqc "insert into intake.batch (district_id, file_name, content, line_count, outcome,
    received_at) values (1, 'a', 'a', 1, 'accepted', now() - interval '1 day')"
  like "$code $out" '^1 .*permission denied' "$database: … nor dates a file back"
  on $database test_job psql -Xqc "insert into intake.submission (district_id, period, indicator, unit, revision, batch_id,
    line, value) values (1, '2021-10-01', '$indicator', 'subdistrict_1', 9, 1, 2, 'NaN')"
  like "$code $out" '^1 .*check constraint' "$database: … nor states what is no number"
  on $database test_office psql -Xqc "insert into intake.period_closing (district_id, period, closes_at, reason)
    values (1, '2021-10-01', now() - interval '1 day', 'over')"
  is "$code$out" 0 "$database: the office closes a period"
  printf 'indicator,unit,period,value\n%s,subdistrict_1,2021-10,78\n' "$indicator" >"$scratch/closed.csv"
  on $database test_job "$DABIAO" submit --district d00001 "$scratch/closed.csv"
  is "$code" 65 "$database: … and a figure of it is refused"
  on $database test_office "$DABIAO" review list --district d00004
  tail=${out##*$'\n'}
  like "$code $tail" '^0 [0-9]+ figures? await' "$database: the office sees what awaits review: $tail"
  first=${out%%$'\n'*}
  read -r period code_of unit _ <<<"$first"
  on $database test_office "$DABIAO" review accept --district d00004 --period "$period" --indicator "$code_of" --unit "$unit"
  is "$code" 0 "$database: … accepts one"
  on $database test_office "$DABIAO" review return --district d00004 --period 2021-12 --reason no
  like "$code $out" '^0 ' "$database: … and returns a month's"
done

# The clock of the database dated what came in: the figures are compared in all but that.
for database in plain cluster; do
  on $database test_job "$DABIAO" run --month 2021-12 --district d00001
  is "$code$out" 0 "$database: the month is published again with the correction"
  query $database "select * from report.attainment where district = 'd00001' and period = '2021-12'" >"$scratch/$database.rows"
  query $database "select count(*), min(previous_actual), min(actual) from report.revisions where district = 'd00001'" \
    >>"$scratch/$database.rows"
done
is "$(diff "$scratch/plain.rows" "$scratch/cluster.rows" | head -3)" "" \
  "… with the same $(wc -l <"$scratch/cluster.rows") rows"

export PGOPTIONS=$routed
on cluster test_job "$DABIAO" run --month 2021-12 --as-of 2022-01-12T00:00:00+08:00 --district d00002
is "$code$out" 0 "every statement of a run goes to one shard"
on cluster test_office "$DABIAO" review list --district d00004
is "$code" 0 "… and every statement of a review"
on cluster test_job "$DABIAO" submit --district d00001 "$scratch/own.csv"
is "$code" 0 "… and of a submission"
unset PGOPTIONS

for command in "explain $indicator --month 2021-11" "explain $indicator --unit subdistrict_1 --month 2021-11" 'diff 2021-11 2021-12' status; do
  for database in plain cluster; do
    # shellcheck disable=SC2086  # words of a command
    on $database test_job "$DABIAO" $command --district d00003
    is "$code" 0 "$database: dabiao $command"
    grep -vE 'loaded|last received|last run|run [0-9]' <<<"$out" >"$scratch/$database.said"
  done
  is "$(diff "$scratch/plain.said" "$scratch/cluster.said" | head -3)" "" "… says the same"
done
on cluster test_job "$DABIAO" doctor --district d00003
like "$out" 'ok +schema: all [0-9]+ changes' "doctor knows the schema"

coproc HOLD { PGDATABASE=cluster PGUSER=postgres psql -XAtq; }
echo "select 'held', plan.lock_district(3, 'run', false);" >&"${HOLD[1]}"
read -r _ <&"${HOLD[0]}"
on cluster test_job "$DABIAO" run --month 2021-12 --district d00003
is "$code" 75 "another run of the district is kept out by the coordinator's lock"
echo '\q' >&"${HOLD[1]}"
wait "$HOLD_PID"
on cluster test_job "$DABIAO" run --due --district d00003 --as-of 2022-01-12T00:00:00+08:00
like "$code" '^(0|64)$' "run --due ends as it should"

# Every view, over all districts: what each shard can answer by itself.
views=0
pulled=
for view in $(query cluster "select oid::regclass from pg_class where relnamespace = 'report'::regnamespace and relkind = 'v'
  and has_table_privilege('dabiao_analyst', oid, 'select') order by 1"); do
  views=$((views + 1))
  on cluster test_analyst psql -XAtqc "select count(*) from $view"
  is "$code" 0 "an analyst reads $view"
  if query cluster "explain select * from $view" | grep -q 'Distributed Subplan'; then pulled="$pulled $view"; fi
done
is "$pulled" "" "$views views, none of which pulls rows to the coordinator"
on cluster test_analyst psql -XAtqc 'select count(*) from report.evaluation'
like "$out" 'permission denied' "an analyst reads no table"
on cluster test_analyst psql -XAtqc "select run_command_on_workers('select 1')"
like "$out" 'permission denied' "… and sends the nodes no statements of its own"
