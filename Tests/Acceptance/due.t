#!/usr/bin/env bash
# dabiao run --due: what is due, catching up, nothing to do, exports that lag, figures that change, several districts.

export DABIAO_TEMPLATE=$SAMPLE_DATABASE
# shellcheck source=tap.sh
. "$(dirname "$0")/tap.sh"

exports=$scratch/exports
runs() {
  query "select string_agg(to_char(period, 'YYYY-MM') || ' ' || outcome, ', ' order by run_id)
    from report.run join plan.district using (district_id) ${1:-}"
}
due() { dabiao run --due --export "$exports" --as-of "$@"; }

dabiao run
is "$code" 64 "neither --month nor --due: 64"
dabiao run --due --month 2020-01
is "$code" 64 "both: 64"
dabiao run --due --as-of tomorrow
is "$code" 64 "--due --as-of tomorrow: 64"

dabiao run --due --export "$exports"
is "$code: $out: $(runs)" "0: : " "plans that were loaded after their year are history: silence, nothing published"

# As if the plan had been loaded in the year, and the base year's plan with it; figures are due on the 10th.
query "update plan.work_plan set loaded_at = '2020-01-25 00:00+08'" >/dev/null
due 2020-02-10T23:59:59+08:00
is "$code: $out: $(runs)" "0: : " "on the due day itself nothing is due yet"
due 2020-02-11T00:00:00+08:00
is "$code: $out: $(runs)" "0: : 2020-01 published" "the day after, where the plan is, January is published in silence"
due 2020-02-11T00:00:00+08:00
is "$code: $out: $(runs)" "0: : 2020-01 published" "asked again, nothing happens"
due 2020-04-10T17:00:00Z
is "$code: $out: $(runs)" "0: : 2020-01 published, 2020-02 published, 2020-03 published" \
  "after two months without a job both are caught up, oldest first"
is "$(readlink "$exports/jingan/latest")" 2020-03 "… and exported"

# A job that died between the publication and its export.
cp -r "$exports" "$scratch/whole"
rm -r "$exports/jingan/2020-02"
sed -i 's/"version": *"[^"]*"/"version": "2020-01-01T00:00:00.000000Z"/' "$exports/jingan/2020-03/datapackage.json"
due 2020-04-10T17:00:00Z
is "$code: $out" "0: " "an export that is missing and one of another publication: 0, in silence"
diff -r "$scratch/whole" "$exports"
ok $? "… and both are as they were published"
is "$(query "select count(*) from report.run")" 3 "… without another run"

# Exports with other parts than the job's.
jingan=$exports/jingan
"$DABIAO" export --month 2020-02 --to "$exports" --parts workbook
cp "$jingan/2020-02/SHA256SUMS" "$scratch/sums"
due 2020-04-10T17:00:00Z
cmp "$scratch/sums" "$jingan/2020-02/SHA256SUMS"
ok $? "an export with fewer parts than the job writes is not outdated"
due 2020-04-10T17:00:00Z --parts office
diff -r "$scratch/whole/jingan/2020-03" "$jingan/2020-03" && cmp "$scratch/sums" "$jingan/2020-02/SHA256SUMS"
ok $? "nor is one with more, or with others"
echo 2020-01-01T00:00:00.000000Z >"$jingan/2020-02/as-of.txt"
due 2020-04-10T17:00:00Z --parts workbook
cmp "$scratch/sums" "$jingan/2020-02/SHA256SUMS" && (cd "$jingan/2020-02" && sha256sum --check --strict --quiet SHA256SUMS)
ok $? "one of another publication is, and gets the parts that the job writes"
"$DABIAO" export --month 2020-02 --to "$exports"

# Figures that change after their publication.
cat >"$scratch/correction.csv" <<'CSV'
indicator,unit,period,value,denominator,base_value,base_denominator,stage,progress,occurred_on,note
2.2.1,statistics,2020-03,61.23,,,,,,,
CSV
due 2020-04-10T17:30:00Z
is "$code: $(query "select count(*) from report.run")" "0: 3" "corrections change nothing where the plan does not ask for it"
query "update plan.work_plan set republish = 'changed' where year = 2020" >/dev/null
due 2020-04-10T17:30:00Z
is "$code: $out: $(runs "where run_id > 3")" "0: : 2020-01 published" \
  "where it does, a month that has been corrected since is published again, and the others stand"
due 2020-04-10T17:30:00Z
is "$code: $(query "select count(*) from report.run")" "0: 4" "… once"
dabiao submit --submitted-at 2020-04-10T18:00:00Z "$scratch/correction.csv"
is "$code" 0 "a correction of March comes in"
due 2020-04-10T18:30:00Z
is "$code: $out: $(runs "where run_id > 4")" "0: : 2020-03 published" "… and March is published again"
is "$(query "select count(*) > 0 from report.findings where period = '2020-03' and code = 'revised_after_publication'")" t \
  "… with a finding that says so"
sample_plan "$scratch/sometimes"
sed -i '2s/,never,/,sometimes,/' "$scratch/sometimes/plan.csv"
dabiao plan check "$scratch/sometimes"
is "$code" 65 "republish = sometimes: 65"
like "$out" "republish: found 'sometimes'; wanted one of never, changed" "… and what it may be"
sed -i '2s/,sometimes,/,changed,/' "$scratch/sometimes/plan.csv"
dabiao plan load "$scratch/sometimes"
is "$code: $(query "select republish from plan.work_plan order by year desc, version desc limit 1")" "0: changed" \
  "republish = changed is loaded"

# Several districts: what fails in one does not hold up the other.
cp -r sql/plans/jingan-2020 "$scratch/other"
sed -i '2s/^jingan,/aoshan,/' "$scratch/other/plan.csv"
"$DABIAO" plan load "$scratch/other" >/dev/null
query "update plan.work_plan set loaded_at = '2020-01-25 00:00+08', stop_on_error = district_id = 1" >/dev/null
psql -XAtq >/dev/null 2>&1 <<'SQL' &
select plan.lock_district(district_id, 'run', false) from plan.district where district = 'aoshan';
select pg_sleep(60);
SQL
holder=$!
until_locks 1
metrics=$scratch/dabiao.prom
due 2020-05-10T17:00:00Z --metrics "$metrics"
is "$(runs "where run_id > 5 and district = 'aoshan'")" "" "one district is locked by another job …"
like "$out" "^dabiao: aoshan: Another run" "… which is said"
like "$(runs "where run_id > 5 and district = 'jingan'")" "2020-04" "… and the other has its turn"
end_lock_holders
wait "$holder" 2>/dev/null
like "$(cat "$metrics")" "^dabiao_last_run_exit_code $code$" "the metrics tell of the failure"

query "update plan.work_plan set stop_on_error = false" >/dev/null
due 2020-03-10T17:00:00Z --district aoshan --metrics "$metrics"
is "$code: $out: $(runs "where district = 'aoshan'")" "0: : 2020-01 published, 2020-02 published" \
  "--district publishes that one alone"
for sample in 'dabiao_last_run_exit_code 0' 'dabiao_last_success_timestamp_seconds [0-9.]+' \
  'dabiao_last_run_duration_seconds [0-9.]+' 'dabiao_published_rows\{district="aoshan"\} [1-9][0-9]*' \
  'dabiao_published_findings\{district="aoshan",severity="warning"\} [1-9][0-9]*'; do
  like "$(cat "$metrics")" "^$sample$" "the metrics have $sample"
done
cp "$metrics" "$scratch/before.prom"
PGHOST=$scratch/nowhere due 2020-03-10T17:00:00Z --metrics "$metrics"
is "$code" 69 "an unreachable database: 69"
like "$(cat "$metrics")" "^dabiao_last_run_exit_code 69$" "… which the metrics tell"
is "$(grep -E '^dabiao_(last_success|published_rows)' "$metrics")" \
  "$(grep -E '^dabiao_(last_success|published_rows)' "$scratch/before.prom")" "… keeping when a job last succeeded"
is "$(find "$scratch" -maxdepth 1 -name '*prom*' | wc -l)" 2 "… and leaving no file beside them"
due 2020-03-10T17:00:00Z --district aoshan --metrics "$scratch/nowhere/dabiao.prom"
is "$code" 73 "metrics that cannot be written: 73"

# An error that stops one month does not stop the next.
query "update plan.work_plan set stop_on_error = true where district_id <> 1;
  update plan.allocation set value = value - 1
  where district_id <> 1 and indicator = '4.13.9' and unit = 'jingansi'" >/dev/null
due 2020-05-10T17:00:00Z --district aoshan
is "$code" 65 "a plan that stops at errors: 65"
is "$(wc -l <<<"$out"): $(runs "where district = 'aoshan' and outcome = 'stopped'")" \
  "2: 2020-03 stopped, 2020-04 stopped" "… for each month that is due, a line each"

# Figures that are due later than their month: those of 2.3.1 of a quarter on the 45th day, the 14th of the month after next.
query "update plan.work_plan set stop_on_error = false" >/dev/null
since() { runs "where district = 'aoshan' and run_id > $1"; }
newest() { query "select max(run_id) from report.run"; }
before=$(newest)
due 2020-05-14T15:59:59Z --district aoshan
is "$code: $out: $(since "$before")" "0: : 2020-03 published, 2020-04 published" \
  "on the later due day of the quarter's figures March and April are published, which were stopped"
before=$(newest)
due 2020-05-14T16:00:00Z --district aoshan
is "$code: $out: $(since "$before")" "0: : 2020-03 published" "the day after, March is published again, and no other month"
like "$(query "select because from report.revisions where district = 'aoshan' and period = '2020-03' and indicator = '2.3.1'")" \
  "2020-03 has become due" "… which says what has become due"
due 2020-06-10T15:59:59Z --district aoshan
is "$code: $out: $(since "$((before + 1))")" "0: : " "… once"
"$DABIAO" run --month 2020-05 --as-of 2020-06-05T00:00:00Z --district aoshan
before=$(newest)
due 2020-06-10T16:00:00Z --district aoshan
is "$code: $out: $(since "$before")" "0: : 2020-05 published" \
  "a month that was published before its due day is published once that has passed"
"$DABIAO" run --month 2020-05 --as-of 2020-06-05T00:00:00Z --district aoshan
before=$(newest)
due 2020-06-10T17:00:00Z --district aoshan
is "$code: $out: $(since "$before")" "0: : " "… and not again where somebody looks back afterwards"
due 2021-01-10T16:00:00Z --district aoshan
is "$code: $out: $(since "$before")" \
  "0: : $(printf '2020-%s published, ' 06 07 08 09 10 11)2020-12 published" \
  "months that are caught up are published once, though two of their due days have passed"
before=$(newest)
due 2021-02-14T15:59:59Z --district aoshan
is "$code: $out: $(since "$before")" "0: : " "on the last due day of the year's figures nothing is published"
due 2021-02-14T16:00:00Z --district aoshan
is "$code: $out: $(since "$before")" "0: : 2020-12 published" "the day after, December is published again"
