#!/usr/bin/env bash
# The year handed in as filled forms alone: the same figures are published; and each measure's form through LibreOffice.

DABIAO_TEMPLATE=${SAMPLE_DATABASE:?}
# shellcheck source=tap.sh
. "$(dirname "$0")/tap.sh"

# The figures that count, as the sample year's files brought them.
psql -Xqc "copy (
    select distinct on (period, indicator, unit) indicator, unit, to_char(period, 'YYYY-MM') as period,
        trim_scale(value) as value, trim_scale(denominator) as denominator, trim_scale(base_value) as base_value,
        trim_scale(base_denominator) as base_denominator, stage, trim_scale(progress) as progress, occurred_on
    from intake.submission
    where accepted_at is not null and period >= '2020-01-01'
    order by period, indicator, unit, revision desc
) to stdout (format csv, header)" >"$scratch/figures.csv"
dabiao run --month 2020-12 --as-of 2021-02-01T00:00:00+08:00 --export "$scratch/files"
is "$code" 0 "the year is published as its files brought it"

# Another database, into which nothing gets but forms.
other=${PGDATABASE}_forms
createdb "$other"
trap 'dropdb --if-exists --force "$other"; finish' EXIT
export PGDATABASE=$other
deploy
dabiao plan load sql/plans/jingan-2020
is "$code" 0 "the plan alone is loaded"

convert() {
  local format=$1 folder=$2
  shift 2
  timeout 300 soffice "-env:UserInstallation=file://$scratch/profile" --headless --convert-to "$format" \
    --outdir "$folder" "$@" >"$scratch/soffice.log" 2>&1
}

for month in 01 02 03 04 05 06 07 08 09 10 11 12; do
  folder=$scratch/2020-$month
  dabiao form --period "2020-$month" --to "$folder"
  [ "$code" -eq 0 ] || continue
  /usr/bin/python3 Tests/Acceptance/fill.py "$folder" "$scratch/figures.csv" "2020-$month" >"$scratch/filled"
  if [ "$month" = 06 ]; then
    is "$(cut -d ' ' -f 1 "$scratch/filled" | sort -u | paste -sd ' ')" \
      "base_denominator base_value denominator occurred_on progress stage value" "June's forms hold every column that a measure takes"
    mkdir "$scratch/saved" "$scratch/csv"
    convert 'xlsx:Calc MS Excel 2007 XML' "$scratch/saved" "$folder"/*.xlsx
    convert 'csv:Text - txt - csv (StarCalc):44,34,76,1' "$scratch/csv" "$folder"/*.xlsx
    is "$(find "$scratch/saved" -type f | wc -l) $(find "$scratch/csv" -type f | wc -l)" \
      "$(find "$folder" -type f | wc -l) $(find "$folder" -type f | wc -l)" "LibreOffice saves each as .xlsx and as CSV"
    dabiao submit --check "$scratch"/csv/*.csv
    is "$code" 0 "as CSV they go back through submit"
    rm "$folder"/*
    mv "$scratch"/saved/* "$folder"
  fi
  dabiao submit "$folder"/*.xlsx
  is "$code" 0 "2020-$month: $(find "$folder" -type f | wc -l) filled forms go in"
  [ "$code" -eq 0 ] || grep -v '^ ' <<<"$out" | head -5 | sed 's/^/# /'
done
is "$(query "select distinct concat_ws(' ', filled_by, checked_by, phone) from intake.batch where outcome = 'accepted'")" \
  "张三 李四 021-62345678" "who filled them in, who checked them and whom to call is kept"
dabiao run --month 2020-12 --as-of 2999-01-01T00:00:00+08:00 --export "$scratch/forms"
is "$code" 0 "the year is published as the forms brought it"
columns() { cut -d , -f 1-27 "$1"/*/2020-12/data/attainment.csv; }
is "$(diff <(columns "$scratch/files") <(columns "$scratch/forms") | head -6)" "" \
  "$(wc -l <"$(echo "$scratch"/forms/*/2020-12/data/attainment.csv)") rows of attainment are the same"

# What the form shows and asks for.
dabiao form --unit 区统计局 --period 2020-12 --to "$scratch/statistics.xlsx"
is "$code" 0 "a unit's form goes by its name, too"
/usr/bin/python3 Tests/Acceptance/fill.py --look "$scratch/statistics.xlsx" >"$scratch/looked"
is "$?" 0 "only what is to be filled in is unlocked, with a check on it; it prints on A4 across"
sed 's/^/# /' "$scratch/looked"
dabiao form --unit nobody --period 2020-12
is "$code" 65 "an unknown unit: 65"
dabiao form --unit statistics --period 2019-12
is "$code" 65 "a year without a plan: 65"
dabiao form --period 2020-06 --to /proc/forms
is "$code" 73 "a folder that cannot be written: 73"
