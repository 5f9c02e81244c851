#!/usr/bin/env bash
# dabiao run --due killed between the database's commit and each step that puts the export in its place: the next job puts
# the export right, publishes nothing anew, and leaves nothing behind.

export DABIAO_TEMPLATE=$SAMPLE_DATABASE
# shellcheck source=tap.sh
. "$(dirname "$0")/tap.sh"

exports=$scratch/exports
folder=$exports/jingan
now=

names() { find "$folder" -mindepth 1 -maxdepth 1 -printf '%f\n' | sed -E 's/^(\.[^.]+)\.[^.]+\./\1.*./' | LC_ALL=C sort | paste -sd' '; }
publication() { query "select max(run_id) from report.publication join report.run using (district_id, run_id) where run.period = '$1-01'"; }

# killed SYSTEM-CALL: the job is killed as it is about to make its first such call.
killed() {
  out=$({ strace --follow-forks --seccomp-bpf --output "$scratch/strace" --trace="$1" \
    --inject="$1:signal=KILL:when=1" "$DABIAO" run --due --as-of "$now" --export "$exports"; } 2>&1 </dev/null)
  is "$? $out" "137 " "killed on the way to $1"
  # The session that is gone holds its lock until the server has noticed.
  until_locks 0
}

# recovers NEWEST MONTHS: what the next job does about it.
recovers() {
  local runs
  runs=$(query "select count(*) from report.run")
  dabiao run --due --as-of "$now" --export "$exports"
  is "$code: $out" "0: " "… the next job ends well, in silence"
  is "$(query "select count(*) from report.run"): $(query "select count(*) from report.run where outcome <> 'published'")" \
    "$runs: 0" "… without another run"
  rm -rf "$scratch/fresh"
  "$DABIAO" export --month "$1" --to "$scratch/fresh" >/dev/null
  diff -r "$scratch/fresh/jingan/$1" "$folder/$1"
  ok $? "… the export is a fresh one, byte by byte"
  is "$(readlink "$folder/latest"): $(names)" "$1: $2 latest" "… latest points at $1, and no stray file is left"
}

query "update plan.work_plan set loaded_at = '2020-01-25 00:00+08'" >/dev/null

# The first export of a month.
now=2020-02-11T00:00:00+08:00
killed rename
like "$(publication 2020-01)" '^[0-9]+$' "January is published in the database …"
is "$(names)" ".2020-01.*.partial" "… and its export is not in its place"
recovers 2020-01 "2020-01"

now=2020-03-11T00:00:00+08:00
killed symlink
is "$(readlink "$folder/latest"): $(names)" "2020-01: 2020-01 2020-02 latest" \
  "February's export is in its place, and latest points at January"
recovers 2020-02 "2020-01 2020-02"

# An export that replaces another: its exchange, the renaming of the new link, and the removal of the one before.
query "update plan.work_plan set republish = 'changed'" >/dev/null
dabiao run --due --as-of "$now" --export "$exports"
is "$code: $out: $(names)" "0: : 2020-01 2020-02 latest" "what has changed since is published again"
number=0
for call in renameat2 rename rmdir; do
  number=$((number + 1))
  printf '%s\n' indicator,unit,period,value,denominator,base_value,base_denominator,stage,progress,occurred_on,note \
    "2.2.1,statistics,2020-02,61.2$number,,,,,,," >"$scratch/correction.csv"
  "$DABIAO" submit --submitted-at "2020-03-11T00:0$number:00+08:00" "$scratch/correction.csv" >/dev/null
  now=2020-03-11T00:0$number:30+08:00
  rm -rf "$scratch/before"
  cp -r "$folder/2020-02" "$scratch/before"
  before=$(publication 2020-02)
  killed $call
  [ "$(publication 2020-02)" -gt "$before" ]
  ok $? "February is published again in the database …"
  diff -rq "$scratch/before" "$folder/2020-02" >/dev/null
  if [ $call = renameat2 ]; then ok $? "… and the export before stands whole"; else ok $((! $?)) "… and its new export stands"; fi
  link=
  [ $call != rename ] || link=".latest.*.link "
  is "$(names)" ".2020-02.*.partial ${link}2020-01 2020-02 latest" "… with the other one beside it"
  recovers 2020-02 "2020-01 2020-02"
  ! diff -rq "$scratch/before" "$folder/2020-02" >/dev/null
  ok $? "… and not the one before"
done
