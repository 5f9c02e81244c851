#!/usr/bin/env bash
# A plan from a document to the database: drafted, edited in LibreOffice, checked, loaded, exported, compared, carried over.

# shellcheck source=tap.sh
. "$(dirname "$0")/tap.sh"
deploy

# convert FORMAT FOLDER FILE...: saved by LibreOffice, with a profile of its own
convert() {
  local format=$1 folder=$2
  shift 2
  LC_ALL=${LOCALE:-zh_CN.UTF-8} timeout 120 soffice "-env:UserInstallation=file://$scratch/profile" --headless \
    --convert-to "$format" --outdir "$folder" "$@" >"$scratch/soffice.log" 2>&1
}

# The shipped plan as one workbook, opened and saved.
mkdir "$scratch/saved"
dabiao plan export --from sql/plans/jingan-2020 --to "$scratch/jingan.xlsx"
is "$code" 0 "the shipped plan is written as one workbook"
convert 'xlsx:Calc MS Excel 2007 XML' "$scratch/saved" "$scratch/jingan.xlsx"
ok $? "LibreOffice opens and saves it"
dabiao plan check "$scratch/saved/jingan.xlsx"
is "$code" 0 "what it saved has no fault"
dabiao plan diff sql/plans/jingan-2020 "$scratch/saved/jingan.xlsx"
is "$out" "没有不同 / nothing differs" "… and says the same"
dabiao plan load sql/plans/jingan-2020
is "$out" "jingan 2020: loaded as version 1, 356 indicators" "the folder is loaded"
dabiao plan load "$scratch/saved/jingan.xlsx"
is "$out" "jingan 2020: the same as version 1; nothing was added" "… and is the same plan as the workbook that was saved"

# The workbook is edited as a person would: a target in the sheet of targets.
/usr/bin/python3 - "$scratch/saved/jingan.xlsx" "$scratch/edited.xlsx" <<'PYTHON'
import sys
import openpyxl

book = openpyxl.load_workbook(sys.argv[1])
sheet = book["目标"]
header = [cell.value for cell in sheet[1]]
for row in sheet.iter_rows(min_row=2):
    if row[header.index("指标编号")].value == "2.2.1":
        row[header.index("目标值")].value = 820
sheet = book["指标"]
header = [cell.value for cell in sheet[1]]
for row in sheet.iter_rows(min_row=2):
    if row[header.index("指标编号")].value == "2.2.1":
        row[header.index("牵头单位")].value = "发改委"
book.save(sys.argv[2])
PYTHON
dabiao plan diff sql/plans/jingan-2020 "$scratch/edited.xlsx"
like "$out" "2.2.1 第 1 次目标由 800亿元 改为 820亿元" "an edited target is told in words"
like "$out" "2.2.1: lead unit was .*, is dev_reform" "… and a unit that was named by its short name"
dabiao plan load "$scratch/edited.xlsx"
is "$out" "jingan 2020: loaded as version 2, 356 indicators" "the edited workbook is loaded"
dabiao plan export --year 2020 --xlsx --to "$scratch/stored.xlsx"
is "$code" 0 "the newest version is exported from the database"
dabiao plan diff "$scratch/edited.xlsx" "$scratch/stored.xlsx"
is "$out" "没有不同 / nothing differs" "… as it was loaded, with who answers for what"

# The same plan as CSV files, saved by a spreadsheet in either locale: codes become dates, which are told as such.
mkdir "$scratch/csv"
# 44 and 34: comma and quote. 76: UTF-8. 2052: Chinese, and what looks like a date becomes one. Cells as a person sees them.
convert 'csv:Text - txt - csv (StarCalc):44,34,76,1' "$scratch/csv" '--infilter=CSV:44,34,76,1,,2052,false,true' \
  sql/plans/jingan-2020/*.csv
ok $? "LibreOffice opens and saves the CSV files"
dabiao plan check "$scratch/csv"
if [ "$code" -eq 0 ]; then
  pass "no code has become a date"
else
  is "$(grep -c '变成了日期' <<<"$out")" "$(grep -cE '^(dabiao: )?[a-z_]+\.csv:' <<<"$out")" "every fault is a code that became a date"
fi

# In GB18030, with Chinese headers and values.
mkdir "$scratch/gb"
/usr/bin/python3 - "$scratch/saved/jingan.xlsx" "$scratch/gb" <<'PYTHON'
import csv
import sys
import openpyxl

names = {"计划": "plan", "单位": "units", "领域": "sections", "指标": "indicators", "目标": "targets", "分解目标": "allocations",
         "序时进度": "profiles", "评估规则": "appraisal", "评估等次": "grades", "责任": "responsibilities", "任职": "post_holders"}
book = openpyxl.load_workbook(sys.argv[1])
for title, name in names.items():
    with open(f"{sys.argv[2]}/{name}.csv", "w", encoding="gb18030", newline="") as file:
        for row in book[title].iter_rows(values_only=True):
            csv.writer(file).writerow("" if cell is None else cell for cell in row)
PYTHON
dabiao plan diff sql/plans/jingan-2020 "$scratch/gb"
is "$out" "没有不同 / nothing differs" "CSV in GB18030 with Chinese headers and values says the same"

# Faults, in both languages.
cp -r sql/plans/yunxi-2021 "$scratch/broken"
sed -i 's/^1.2.1,1,30/2001-01-02,1,30/; s/^3.1.1,1,0/3.1.1,1,零/' "$scratch/broken/targets.csv"
dabiao plan check "$scratch/broken"
is "$code" 65 "a plan with faults: 65"
is "${out#dabiao: }" 'targets.csv:6: 指标编号：“2001-01-02”，表格软件把编号变成了日期；请把该列设为“文本”格式，重填 1.1.2 或 1.2.1
    indicator: found '"'2001-01-02'"', a date that a spreadsheet made of a code; wanted 1.1.2 or 1.2.1: format the column as text and type it again
targets.csv:13: 目标值：“零”；只填数字，整数至多 14 位，小数至多 6 位，如 10.43
    value: found '"'零'"'; wanted plain digits with at most 14 before and 6 behind the point, such as 10.43
共 2 处问题，未载入 / 2 faults; nothing was loaded' "… each in Chinese and in English, and what was a code as such"

# From a document to a plan, in three layouts.
for layout in county city table; do
  dabiao plan draft "Tests/DraftingTests/Documents/$layout.txt" --to "$scratch/$layout.xlsx"
  like "$out" "起草 [0-9]+ 个指标，疑问 [0-9]+ 条，未采用的数字 [0-9]+ 个" "$layout.txt is drafted"
  dabiao plan check "$scratch/$layout.xlsx"
  is "$code" 0 "… and the draft has no fault"
done
dabiao plan draft nothere.txt --to "$scratch/none.xlsx"
is "$code" 65 "a document that is not there: 65"
dabiao plan draft Tests/Plan/2020-work-targets.txt --to /proc/none/plan.xlsx
is "$code" 73 "a place that cannot be written: 73"

# A new plan, and next year's.
dabiao plan init --to "$scratch/new.xlsx"
dabiao plan diff sql/plans/yunxi-2021 "$scratch/new.xlsx"
is "$out" "没有不同 / nothing differs" "plan init writes the sample plan"
dabiao plan load "$scratch/new.xlsx"
is "$out" "yunxi 2021: loaded as version 1, 18 indicators" "… which is loaded beside the other district's"
dabiao plan export --xlsx --to "$scratch/which.xlsx"
like "$out" "name one with --district" "of several districts one is to be named"
dabiao plan export --district yunxi --to "$scratch/yunxi"
dabiao plan diff sql/plans/yunxi-2021 "$scratch/yunxi"
is "$out" "没有不同 / nothing differs" "… and is then exported as it was"
dabiao plan carry sql/plans/yunxi-2021 --year 2022 --to "$scratch/next"
dabiao plan check "$scratch/next" --last-year sql/plans/yunxi-2021
is "$code" 0 "next year's plan has no fault"
like "$out" "1.1.1 没有目标值，无法评定" "… and lacks its targets, as the check says"
dabiao plan load "$scratch/next"
is "$out" "yunxi 2022: loaded as version 1, 17 indicators" "… and continues what is loaded of this year"
dabiao plan carry sql/plans/yunxi-2021 --year 2021 --to "$scratch/same"
is "$code" 64 "a plan is not carried into its own year"
