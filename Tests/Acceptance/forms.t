#!/usr/bin/env bash
# The year handed in as filled forms alone: the same figures are published; and each measure's form through LibreOffice.

DABIAO_TEMPLATE=${SAMPLE_DATABASE:?}
# shellcheck source=tap.sh
. "$(dirname "$0")/tap.sh"

# The figures that count, as the sample year's files brought them; a base that they left to last year's figure is stated, as
# nothing of last year gets into the other database.
psql -Xqc "copy (
    with counting as (
        select distinct on (period, indicator, unit) submission.*
        from intake.submission
        left join lateral (
            select outcome
            from intake.review
            where (review.district_id, review.period, review.indicator, review.unit, review.revision)
                = (submission.district_id, submission.period, submission.indicator, submission.unit, submission.revision)
            order by reviewed_at desc, review_id desc
            limit 1
        ) as latest_review on true
        where coalesce(outcome, 'accepted') = 'accepted'
        order by period, indicator, unit, revision desc
    )

    select counting.indicator, counting.unit, to_char(counting.period, 'YYYY-MM') as period, trim_scale(counting.value) as value,
        trim_scale(counting.denominator) as denominator,
        trim_scale(coalesce(counting.base_value, before.value)) as base_value,
        trim_scale(coalesce(counting.base_denominator, before.denominator)) as base_denominator,
        counting.stage, trim_scale(counting.progress) as progress, counting.occurred_on
    from counting
    left join (
        select counting.*
        from counting
        join plan.indicator using (district_id, indicator)
        where indicator.year = 2020 and measure in ('growth', 'intensity_change')
    ) as before
        on (before.district_id, before.indicator, before.unit, before.period)
            = (counting.district_id, counting.indicator, counting.unit, (counting.period - interval '1 year')::date)
    where counting.period >= '2020-01-01'
) to stdout (format csv, header)" >"$scratch/figures.csv"
dabiao run --month 2020-12 --as-of 2021-03-01T00:00:00+08:00 --export "$scratch/files"
is "$code" 0 "the year is published as its files brought it"

# Another database, into which nothing gets but forms.
other=${PGDATABASE}_forms
createdb "$other"
trap 'dropdb --force "$other"; PGDATABASE=${other%_forms} finish' EXIT
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
