#!/usr/bin/env bash
# dabiao run --all-districts and --jobs: one snapshot for several districts, the same bytes with any number of connections,
# and no district harmed by another that is locked, stopped, without a plan, interrupted or killed.

export DABIAO_TEMPLATE=$SAMPLE_DATABASE
# shellcheck source=tap.sh
. "$(dirname "$0")/tap.sh"

as_of=2021-07-11T00:00:00Z
exports=$scratch/exports
run() { dabiao run --month 2021-06 --as-of "$as_of" --all-districts --export "$exports" "$@"; }
published() { query "select string_agg(district, ' ' order by district) from report.runs where true $1"; }
since() { published "and run_id > $last"; }
remember() { last=$(query "select coalesce(max(run_id), 0) from report.run"); }

for refused in "--month 2021-06 --all-districts --district d00001" "--due --all-districts" "--month 2021-06 --jobs 2" \
  "--due --district d00001 --jobs 2" "--due --jobs 0" "--month 2021-06 --all-districts --jobs x" "--all-districts"; do
  # shellcheck disable=SC2086
  dabiao run $refused
  is "$code" 64 "run $refused: 64"
done

# Four small districts instead of the sample; the fourth reviews each figure.
query "truncate plan.district cascade" >/dev/null 2>&1
run
is "$code" 78 "no district at all: 78"
python3 bench/generate.py --districts 4 --years 1 --indicators 8 --reporters 2 | sed 's/^/# /'
query "analyze" >/dev/null

dabiao run --month 2021-05 --as-of $as_of --all-districts --jobs 2
is "$code: $out" "0: " "a first month of all four: 0, in silence"
run --jobs 1
is "$code: $out" "0: " "--all-districts --jobs 1: 0, in silence"
mv "$exports" "$scratch/one"
run --jobs 3
is "$code: $out" "0: " "--jobs 3: 0, in silence"
diff -r "$scratch/one" "$exports"
ok $? "the exports of three connections are those of one, byte by byte ($(find "$exports" -type f | wc -l) files)"
is "$(find "$exports" -path '*data/attainment.csv' | wc -l)" 4 "… of all four districts"
dabiao run --month 2021-06 --as-of $as_of --district d00003 --export "$scratch/alone"
diff -r "$scratch/one/d00003" "$scratch/alone/d00003"
ok $? "… and a district by itself gives the same"
dabiao run --month 2021-06 --all-districts --jobs 99
is "$code: $(query "select count(distinct as_of) || ' ' || count(*) from (select as_of from report.run order by run_id desc limit 4) as r")" \
  "0: 1 4" "more connections than districts, no instant named: one as-of instant for all"

# One is locked, one without a plan, one stopped by its findings; metrics and lines in the order of districts.
query "insert into plan.district (district_id, district, name_zh, name_en) overriding system value values (5, 'd00005', '五', 'Fifth');
  update plan.work_plan set stop_on_error = true where district_id = 1;
  update plan.allocation set value = value + 1 where district_id = 1" >/dev/null
# hold SQL: a session that keeps what it has done until it is released
hold() {
  psql -XAtq -c "$1" -c "select 'held'" -c "select pg_sleep(60)" >"$scratch/holder" 2>&1 &
  holder=$!
  for _ in $(seq 100); do
    grep -q held "$scratch/holder" && return
    sleep 0.1
  done
}
release() {
  query "select pg_terminate_backend(pid) from pg_stat_activity where query = 'select pg_sleep(60)' and datname = current_database()" >/dev/null
  wait "$holder" 2>/dev/null
}
hold "select plan.lock_district(3, 'run', false)"
remember
dabiao run --month 2021-06 --all-districts --jobs 3 --metrics "$scratch/dabiao.prom"
release
is "$code" 78 "one locked, one without a plan, one stopped by findings: the gravest code"
is "$(sed -E 's/^dabiao: //; s/^(d.....).*(Another run|no work plan|severity error).*/\1 \2/' <<<"$out" | paste -sd,)" \
  "d00001 severity error,d00003 Another run,d00005 no work plan" "… a line each, in the order of districts"
is "$(since)" "d00002 d00004" "… and the others are published"
is "$(grep -c '^dabiao_published_rows' "$scratch/dabiao.prom"): $(grep last_run_exit "$scratch/dabiao.prom" | tail -1)" \
  "2: dabiao_last_run_exit_code 78" "… which the metrics tell"
query "set session_replication_role = replica; delete from plan.district where district_id = 5;
  update plan.work_plan set stop_on_error = false; update plan.allocation set value = value - 1 where district_id = 1" >/dev/null

# In the middle: another session's row keeps district 2 from moving its pointer, and 4 waits behind it on the same
# connection; 1 and 3 are published.
begin_blocked() {
  query "delete from report.publication where district_id = 2 and period = '2021-06-01'" >/dev/null
  hold "begin;
    with run as (
      insert into report.run (district_id, year, version, period, as_of, program_version)
      values (2, 2021, 1, '2021-06-01', now(), 'x') returning run_id)
    insert into report.publication (district_id, period, run_id) select 2, '2021-06-01', run_id from run"
  remember
  "$DABIAO" run --month 2021-06 --as-of "$as_of" --all-districts --jobs 2 "$@" >"$scratch/out" 2>&1 &
  job=$!
  for _ in $(seq 200); do
    [ "$(query "select (select count(*) from report.run where outcome = 'published' and run_id > $last) * 10 + count(*)
      from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()")" = 21 ] && break
    sleep 0.1
  done
}

begin_blocked --export "$exports"
is "$(since): $(locks)" "d00001 d00003: 4" "in the middle two are published, and all four locked"
SECONDS=0
kill -TERM $job
wait $job
code=$?
is "$code: $(cat "$scratch/out")" \
  "143: dabiao: Stopped by SIGTERM. What was not finished is undone; the last publication stands." "SIGTERM: 143 and one line"
[ $SECONDS -le 5 ]
ok $? "… within 5 s"
release
is "$(since): $(query "select string_agg(distinct outcome, ' ') from report.run where run_id > $last and district_id in (2, 4)")" \
  "d00001 d00003: failed" "… what was done stands, the rest is failed"
is "$(locks): $(find "$exports" -name '.*' | wc -l)" "0: 0" "… no lock is left and nothing half written"

begin_blocked --export "$exports"
kill -KILL $job
wait $job 2>/dev/null
release
until_locks 0
is "$(locks): $(since)" "0: d00001 d00003" "kill -9 in the middle: what was done stands, no lock is left"
run --jobs 2
is "$code: $out: $(since | wc -w)" "0: : 6" "the next run publishes all four"
diff -r "$scratch/one" "$exports"
ok $? "… with the same bytes"
is "$(query "select count(*) from report.run where outcome = 'running'")" 0 "… and no run still says that it is running"

# A connection that breaks takes the district in hand with it and no other; the lane goes on with a new one.
begin_blocked
query "select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()" >/dev/null
wait $job
code=$?
release
is "$code: $(sed -E 's/^dabiao: (d.....).*/\1/' "$scratch/out"): $(since)" "69: d00002: d00001 d00003 d00004" \
  "a lane's connection that is ended: 69, the district in hand is told of, and the lane's next one is published"

# --due: the same rounds, month by month.
query "delete from report.publication; update plan.work_plan set loaded_at = '2021-01-05 00:00Z'" >/dev/null
remember
dabiao run --due --as-of 2021-03-11T00:00:00Z --jobs 3 --export "$scratch/due"
is "$code: $out: $(query "select string_agg(period || ' ' || n, ', ' order by period) from
  (select period, count(*) as n from report.runs where run_id > $last group by period) as r")" \
  "0: : 2021-01 4, 2021-02 4" "--due --jobs 3 publishes the two months of all four that are due"
is "$(query "select bool_and(earlier.run_id < later.run_id) || ' ' || count(*) from report.runs as earlier
  join report.runs as later on later.district = earlier.district and later.period > earlier.period
  where earlier.run_id > $last and later.run_id > $last")" "true 4" "… of each district the oldest first"
cp -r "$scratch/due" "$scratch/whole"
rm -r "$scratch/due/d00002/2021-01" "$scratch/due/d00003/2021-02"
dabiao run --due --as-of 2021-03-11T00:00:00Z --jobs 2 --export "$scratch/due"
diff -r "$scratch/whole" "$scratch/due"
ok $? "… exports that are missing are written again"
