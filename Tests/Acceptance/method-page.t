#!/usr/bin/env bash
# docs/method.md: the worked examples are what the program, and the independent calculation, make of the page's own files.

# shellcheck source=tap.sh
. "$(dirname "$0")/tap.sh"

plan=$scratch/plan
mkdir "$plan" "$scratch/shown"
cat >"$plan/plan.csv" <<'CSV'
district,district_zh,district_en,year,title_zh,title_en,source,time_zone,due_day,review
example,示例区,Example,2020,2020年示例目标,Example targets of 2020,docs/method.md,Asia/Shanghai,10,automatic
CSV
printf '%s\n' unit,kind,name_zh,name_en planning,department,发展改革委,Planning east,subdistrict,东街道,East \
  west,subdistrict,西街道,West >"$plan/units.csv"
printf '%s\n' section,title_zh,title_en 1,示例,Examples >"$plan/sections.csv"

# The blocks of the page: files into the plan's folder, results into another, each under the name behind its fence.
awk -v plan="$plan" -v shown="$scratch/shown" '
  /^```csv / { file = plan "/" $2; next }
  /^```text / { file = shown "/" $2; next }
  /^```/ { file = "" }
  file { print > file }
' docs/method.md

deploy
ok $? "the schema is deployed"
dabiao plan load "$plan"
is "$code" 0 "the page's plan is loaded"
dabiao submit "$plan/submissions.csv" --submitted-at 2020-07-06T09:00:00+08:00
is "$code" 0 "the page's submissions are accepted"
as_of=2020-07-11T00:00:00+08:00
dabiao run --month 2020-06 --as-of "$as_of" --export "$scratch/exports"
is "$code" 0 "June is published"

measures=()
for example in "$scratch"/shown/*; do
  indicator=$(basename "$example")
  dabiao explain "$indicator" --month 2020-06 --lang en
  unsaid=$(grep -vxFf <(printf '%s\n' "$out") "$example")
  is "$unsaid" "" "$indicator: $(wc -l <"$example") lines"
  measures+=("$(query "select measure from report.attainment where indicator = '$indicator'")")
done
is "$(printf '%s\n' "${measures[@]}" | sort -u | wc -l)" 8 "each of the eight measures has an example"

# What was found, quoted in both languages.
is "$(query "select count(*) from report.findings where message_zh !~ '[一-龥]' or message_en ~ '[一-龥]' or message_zh !~ '[0-9]'
  or message_en !~ '[0-9]'")" 0 "every finding is a sentence in Chinese and in English that quotes figures"

# The independent calculation, on the same files.
{
  echo indicator,unit,period,revision,submitted_at,auto_accepted,value,denominator,base_value,base_denominator,stage,progress,occurred_on
  awk -F, -v OFS=, 'NR > 1 { $3 = $3 ",1,2020-07-06T01:00:00Z,true"; print }' "$plan/submissions.csv"
} >"$scratch/log.csv"
python3 Tests/Oracle/oracle.py --plan "$plan" --log "$scratch/log.csv" --month 2020-06 --as-of "$as_of" --out "$scratch/oracle"
ok $? "the independent calculation runs on the page's files"
for file in "$scratch"/exports/example/2020-06/data/*.csv; do
  name=$(basename "$file")
  columns=1-
  [ "$name" != findings.csv ] || columns=1-7 # its sentences are no part of the method
  is "$(cut -d, -f"$columns" "$scratch/oracle/$name")" "$(cut -d, -f"$columns" "$file")" "… and gives $name"
done
