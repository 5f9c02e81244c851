#!/usr/bin/env bash
# A month's files: what is in them, and that no accident leaves anything that only looks whole.

DABIAO_TEMPLATE=$SAMPLE_DATABASE
# shellcheck source=tap.sh
. "$(dirname "$0")/tap.sh"

exports=$scratch/exports
python=var/venv/bin/python
as_of=2020-07-11T00:00:00+08:00
dabiao run --month 2020-06 --as-of "$as_of" --export "$exports"
is "$code: $out" "0: " "June is published with its exports"
month=$exports/jingan/2020-06

# data/, the contract.
is "$(head -n 1 "$month/data/attainment.csv")" \
  "district,period,indicator,section,item,unit,lead_unit,name_zh,name_en,livelihood,headline,measure,direction,unit_of_measure,target,target_revision,figure_period,value,denominator,base_value,base_denominator,actual,gap,attainment_pct,expected_pct,pace_pct,verdict,light,rule,coverage_pct,provisional,projected,required_per_month,tolerance,relative_to,first_target,last_year_actual,projected_last_year,wording" \
  "attainment.csv has its columns in their order"
is "$(head -n 1 "$month/data/findings.csv")" \
  "district,period,code,severity,indicator,unit,figure_period,message_zh,message_en" "findings.csv has its columns in their order"
is "$(cd "$month/data" && printf '%s ' *.csv)" \
  "appraisal.csv appraisal_points.csv attainment.csv commentary.csv department_scorecard.csv findings.csv headline.csv livelihood_projects.csv milestones.csv reporting_rates.csv responsible.csv revisions.csv section_summary.csv target_changes.csv trend.csv unit_ranking.csv units.csv " \
  "data/ has its seventeen files"
python3 - "$month" >"$scratch/said" 2>&1 <<'PYTHON'
import csv, json, pathlib, sys
month = pathlib.Path(sys.argv[1])
package = json.loads((month / "datapackage.json").read_text(encoding="utf-8"))
assert {r["path"] for r in package["resources"]} == {f"data/{p.name}" for p in (month / "data").iterdir()}
for resource in package["resources"]:
    with open(month / resource["path"], encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    fields = resource["schema"]["fields"]
    assert rows[0] == [f["name"] for f in fields], resource["path"]
    assert all(f["description"] for f in fields), resource["path"]
    assert {len(row) for row in rows} == {len(fields)}, resource["path"]
    assert resource["bytes"] == (month / resource["path"]).stat().st_size
    key = resource["schema"].get("primaryKey")
    if key:
        keys = [tuple(row[rows[0].index(k)] for k in key) for row in rows[1:]]
        assert len(keys) == len(set(keys)), resource["path"]
with open(month / "data/attainment.csv", encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))
order = [(tuple(map(int, r["indicator"].split("."))), r["unit"] != "") for r in rows]
assert order == sorted(order), "plan order"
print(len(rows), "rows of attainment in plan order, a district's row before its units'")
PYTHON
ok $? "the data package describes every file and column, and rows are in plan order"
sed 's/^/# /' "$scratch/said"

# How often an export reads each row: once for every table that shows it, not once for every indicator of the plan.
row_reads() {
  query "select sum(idx_tup_fetch + seq_tup_read) from pg_stat_user_tables where relid = 'report.$1'::regclass"
}
reads=()
for table in evaluation trend_point; do reads+=("$(row_reads $table)"); done
dabiao export --month 2020-06 --to "$exports"
for table in evaluation trend_point; do
  # Counting the rows reads them, too.
  rows=$(query "select count(*) from report.$table")
  often=$((($(row_reads $table) - reads[0] - rows) / rows))
  reads=("${reads[@]:1}")
  ok $((often <= 30 ? 0 : 1)) "an export reads a row of report.$table $often times, 30 at most"
done

# Killed at many moments of the export.
cp -r "$month" "$scratch/whole"
strays() { find "$exports/jingan" -mindepth 1 -maxdepth 1 -name '.*' | wc -l; }
again=(export --month 2020-06 --to "$exports")
# killed_after MILLISECONDS: an export that is killed then, unless it ends before; its status
killed_after() {
  { timeout --signal KILL "$(printf '%d.%03d' $(($1 / 1000)) $(($1 % 1000)))" "$DABIAO" "${again[@]}"; } 2>/dev/null
}
start=$(date +%s%N)
"$DABIAO" "${again[@]}"
took=$((($(date +%s%N) - start) / 1000000))
broken=0
interrupted=0
for step in $(seq 12); do
  killed_after $((took * step / 11)) || interrupted=$((interrupted + 1))
  diff -r "$scratch/whole" "$month" >/dev/null || broken=$((broken + 1))
  [ "$(find "$exports/jingan" -mindepth 1 -maxdepth 1 -not -name '.*' | wc -l)" -eq 2 ] || broken=$((broken + 1))
done
echo "# $interrupted of 12 exports killed, of about $took ms each; $(strays) stray names now"
ok $((interrupted >= 4 ? 0 : 1)) "exports are killed on the way"
is "$broken" 0 "after each the month stands whole, and nothing else looks finished"
"$DABIAO" "${again[@]}"
is "$(strays)" 0 "the next export leaves no stray file"
diff -r "$scratch/whole" "$month" >/dev/null
ok $? "and gives the same bytes"
# Sooner and sooner, for the machine may have been busier when the time was taken.
for part in 2 4 8 16; do
  rm -rf "$exports"
  killed_after $((took / part)) || break
done
is "$(ls "$exports/jingan" 2>/dev/null)" "" "a first export that is killed shows no month"
dabiao "${again[@]}"
is "$(readlink "$exports/jingan/latest") $(strays)" "2020-06 0" "the next one shows it"

# Many rows pass by in constant memory.
peak() { python3 -c 'import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)' "$DABIAO" "${again[@]}"; }
small=$(peak)
query "insert into report.finding (district_id, run_id, ordinal, code, severity, indicator, message_zh, message_en)
  select district_id, run_id, 100000 + n, 'late', 'info', '2.2.1', repeat('迟', 100), repeat('late ', 40)
  from report.publication cross join generate_series(1, 200000) as n" >/dev/null
large=$(peak)
echo "# $(du -m "$month/data/findings.csv" | cut -f 1) MB of findings: peak $large MB, against $small MB"
ok $((large - small < 20 ? 0 : 1)) "an export of many rows holds them one at a time"

# office/, as LibreOffice opens it. The sample year has no hostile text, so some is put in.
query "delete from report.finding where ordinal > 100000" >/dev/null
psql -Xq <<'SQL'
update plan.indicator
set name_zh = hostile.text
from (
    values
    ('1.1.1', '=HYPERLINK("http://example.org","x")'), ('1.2.1', '+1'), ('1.2.2', '-2+3'), ('1.2.3', '@SUM(1)'),
    ('1.2.4', E'\t=1'), ('1.3.1', '＝1'), ('1.4.1', 'a, "b", ''c'''), ('1.4.2', '𠮷与䶮'), ('1.4.3', E'two\nlines')
) as hostile (indicator, text)
where indicator.indicator = hostile.indicator
SQL
dabiao export --month 2020-06 --to "$exports"
for encoding in utf-8 gb18030; do
  dabiao export --month 2020-06 --to "$scratch/$encoding" --encoding $encoding
  said=$("$python" Tests/Acceptance/office.py "$scratch/$encoding/jingan/2020-06" sql/plans/jingan-2020/units.csv \
    "$scratch" $encoding 2>&1)
  ok $? "office/ in $encoding, opened by LibreOffice, has the cells of data/; the document names them all"
  printf '# %s\n' "${said//$'\n'/$'\n'# }"
done
dabiao export --month 2020-06 --to "$exports" --encoding latin1
is "$code" 64 "an encoding that is not offered: 64"

# Some of the parts.
parts=$scratch/parts/jingan/2020-06
written() { (cd "$parts" && sha256sum --check --strict --quiet SHA256SUMS && printf '%s ' *); }
dabiao export --month 2020-06 --to "$scratch/parts" --parts data
is "$code: $out: $(written)" "0: : SHA256SUMS data datapackage.json " "--parts data: data/, its package, their sums"
diff -r "$month/data" "$parts/data" && cmp "$month/datapackage.json" "$parts/datapackage.json"
ok $? "… the same bytes as with the other parts"
dabiao export --month 2020-06 --to "$scratch/parts" --parts bulletin,workbook
is "$code: $out: $(written)" "0: : SHA256SUMS as-of.txt bulletin.html 月报.xlsx " "two other parts, in any order"
cmp "$month/bulletin.html" "$parts/bulletin.html" && cmp "$month/月报.xlsx" "$parts/月报.xlsx"
ok $? "… the same bytes as with the other parts"
is "$(cat "$parts/as-of.txt")" \
  "$(python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["version"])' "$month/datapackage.json")" \
  "… and the instant that the data package would give"
dabiao export --month 2020-06 --to "$scratch/parts" --parts office,bulletins
is "$code" 64 "a part that is none: 64"
like "$out" "found 'bulletins'.*data, office, workbook, bulletin" "… says what was found, and what there is"
dabiao run --month 2020-06 --parts data
is "$code" 64 "parts of no export: 64"

said=$("$python" Tests/Acceptance/workbook.py "$month" sql/plans/jingan-2020/units.csv 2>&1)
ok $? "the workbook, read back, has the cells, formats and colours of data/"
printf '# %s\n' "${said//$'\n'/$'\n'# }"

# What cannot be exported.
dabiao export --month 2020-09 --to "$exports"
is "$code" 65 "a month that was never published: 65"
like "$out" "no publication of 2020-09.*dabiao run --month 2020-09" "… and what to do"
touch "$scratch/file"
dabiao export --month 2020-06 --to "$scratch/file"
is "$code" 73 "a place that is no folder: 73"
