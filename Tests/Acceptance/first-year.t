#!/usr/bin/env bash
# The main job, end to end, on the whole 2020 plan: load, submit, run, export; and what happens when something is wrong.

# shellcheck source=tap.sh
. "$(dirname "$0")/tap.sh"

plan=sql/plans/jingan-2020
exports=$scratch/exports
as_of=2020-07-11T00:00:00+08:00
run=(run --month 2020-06 --as-of "$as_of" --export "$exports")

# Before anything is there.
dabiao "${run[@]}"
is "$code" 78 "without a schema: 78"
like "$out" "sqitch|[Dd]eploy" "… and what to do"
deploy
ok $? "sqitch deploys"
dabiao "${run[@]}"
is "$code" 78 "without a plan: 78"

# The plan.
dabiao plan check "$plan"
is "$code" 0 "the 2020 plan is sound"
dabiao plan load "$plan"
is "$code" 0 "the 2020 plan is loaded"
dabiao plan load "$plan"
like "$out" "nothing was added" "loading the same plan again adds nothing"
is "$(query "select count(distinct split_part(indicator, '.', 2)) from plan.indicator
  group by split_part(indicator, '.', 1) order by split_part(indicator, '.', 1)::integer" | paste -sd' ')" \
  "6 16 10 19 14 10 13 7 34" "items by section"

# A year of submissions.
python3 samples/generate.py --plan "$plan" --seed 2020 --out "$scratch/sample"
ok $? "the sample year is generated"
samples/load "$scratch/sample" >"$scratch/load.log" 2>&1
ok $? "the sample year is submitted, returned and corrected"
sed 's/^/# /' "$scratch/load.log"
versions="select string_agg(version || ' ' || sample, ', ' order by version) from plan.work_plan where year = 2020"
is "$(query "$versions")" "1 false, 2 true" "… under the plan marked as a sample"

# A month.
dabiao "${run[@]}"
is "$code: $out" "0: " "a run that succeeds is silent"
is "$(query "select indicator, unit_of_measure, target, verdict is not null, actual is not null, attainment_pct is not null,
    pace_pct is not null from report.headline where period = '2020-06' order by indicator")" \
  "2.1.1 | % | 1 | t | t | t | t
2.2.1 | 亿元 | 800 | t | t | t | t
2.3.1 | % | -2 | t | t | t | t" "the headline has target, actual, attainment, pace and verdict"
is "$(query "select count(*) > 0 from report.findings where period = '2020-06' and code = 'missing'")" t "missing figures are found"
is "$(query "select count(*) > 0 from report.findings where period = '2020-06' and code = 'late'")" t "late figures are found"
published=$exports/jingan/2020-06
is "$(find "$published/data" -name '*.csv' | wc -l)" 17 "seventeen data files"
(cd "$published" && sha256sum --check --quiet SHA256SUMS)
ok $? "sha256sum -c"
if [ -n "${DABIAO_FRICTIONLESS:-}" ]; then
  said=$("$DABIAO_FRICTIONLESS" validate "$published/datapackage.json" 2>&1)
  ok $? "frictionless finds the data package valid"
  like "$said" "VALID" "… and says so"
fi
is "$(readlink "$exports/jingan/latest")" 2020-06 "latest points at the month"
! grep -rqP '\r|^\xEF\xBB\xBF' "$published/data"
ok $? "data/ has LF and no byte order mark"

# The same again.
cp -r "$published" "$scratch/first"
dabiao "${run[@]}"
diff -r "$scratch/first" "$published" >/dev/null
ok $? "the same month with the same as-of gives the same bytes"
(
  export TZ=America/New_York PGTZ=Pacific/Auckland PGDATESTYLE='SQL, DMY' LC_ALL=C
  "$DABIAO" "${run[@]:0:5}" --export "$scratch/elsewhere"
)
diff -r "$scratch/first" "$scratch/elsewhere/jingan/2020-06" >/dev/null
ok $? "in another time zone, date style and locale too"

# What goes wrong: one message, the documented code, and the last publication stands.
runs=$(query "select count(*) from report.headline")
stands() {
  is "$(query "select count(*) from report.headline")" "$runs" "… and the last publication stands"
  diff -r "$scratch/first" "$published" >/dev/null
  ok $? "… and so do its exports"
}
PGHOST=$scratch/nowhere dabiao "${run[@]}"
is "$code" 69 "an unreachable database: 69"
is "$(wc -l <<<"$out")" 1 "… in one line"
like "$out" "nowhere" "… that says where it looked"
stands

small=$scratch/small
mkdir "$small"
# A file system of 200 kB, for this test alone, in a mount namespace of its own.
mount_small=(unshare --mount)
[ "$(id -u)" -eq 0 ] || mount_small+=(--user --map-root-user)
# shellcheck disable=SC2016  # expanded by the inner shell
if "${mount_small[@]}" sh -c 'mount -t tmpfs -o size=200k tmpfs "$1"' sh "$small" 2>/dev/null; then
  code=0
  # shellcheck disable=SC2016
  out=$("${mount_small[@]}" sh -c 'mount -t tmpfs -o size=200k tmpfs "$1" || exit 99; dir=$1; shift
    "$@" --export "$dir"; code=$?; find "$dir" -mindepth 1 -not -type d; exit $code' \
    sh "$small" "$DABIAO" "${run[@]:0:5}" 2>&1) || code=$?
  is "$code" 73 "a full disk: 73"
  like "$out" "No space left on device" "… with its reason"
  is "$(wc -l <<<"$out")" 1 "… in one line, and no file is left behind"
else
  ok 0 "a full disk # SKIP no mount namespace here"
fi
stands

psql -XAtq >/dev/null 2>&1 <<'SQL' &
select plan.lock_district(district_id, 'run', false) from plan.district;
select pg_sleep(60);
SQL
holder=$!
until_locks 1
dabiao "${run[@]}"
is "$code" 75 "while another run holds the lock: 75"
end_lock_holders
wait "$holder" 2>/dev/null
stands

cp -r "$plan" "$scratch/corrupted"
sed -i '3s/,800,/,八百,/' "$scratch/corrupted/targets.csv"
dabiao plan load "$scratch/corrupted"
is "$code" 65 "a corrupted plan: 65"
like "$out" "targets.csv:3: 目标值：.*八百" "… names file, line, column and what was found"
like "$out" "^    value: found '八百'; wanted" "… in English, too"
cp -r "$plan" "$scratch/edited"
sed -i '3s/,800,/,700,/' "$scratch/edited/targets.csv"
dabiao plan load "$scratch/edited"
is "$code" 65 "a published target is not edited: 65"
is "$(query "$versions")" "1 false, 2 true" "… and no version of the plan is added"
stands

before=$(query "select count(*) from intake.submission")
cat >"$scratch/broken.csv" <<'CSV'
indicator,unit,period,value,denominator,base_value,base_denominator,stage,progress,occurred_on,note
2.2.1,commerce,2020-07,"1,200",,,,,,,
2.2.9,commerce,2020-07,12,,,,,,,
2.2.1,comerce,2020-08,12亿,,,,,,,
2.2.1,commerce,2030-06,12,,,,,,,
CSV
dabiao submit "$scratch/broken.csv"
is "$code" 65 "a broken submission: 65"
for line in 2 3 4 5; do like "$out" "broken.csv:$line:" "… line $line is named"; done
is "$(query "select count(*) from intake.submission")" "$before" "… nothing of it is stored"
is "$(query "select outcome from intake.batch order by batch_id desc limit 1")" refused "… and the refusal is on record"
stands

dabiao run --month 2020-13
is "$code" 64 "--month 2020-13: 64"
dabiao run --month 2020-06 --as-of yesterday
is "$code" 64 "--as-of yesterday: 64"
stands

# The other months of the year.
wrong=0
for month in 01 02 03 04 05 07 08 09 10 11 12; do
  as_of=$(date --utc --date "2020-$month-01 +1 month +10 days" +%Y-%m-%dT00:00:00+08:00)
  "$DABIAO" run --month "2020-$month" --as-of "$as_of" --export "$exports" || wrong=1
done
ok "$wrong" "the other eleven months are published"
is "$(query "select count(distinct verdict) from report.attainment where unit is null")" 9 "all nine verdicts are reached"
is "$(query "select count(distinct period) from report.headline")" 12 "twelve months are read"
is "$(readlink "$exports/jingan/latest")" 2020-12 "latest points at December"
dabiao status
is "$code" 0 "status answers"
like "$out" "2020-12" "… and names the last month"
