#!/usr/bin/env bash
# A plan may ask that findings of severity error stop a publication: the last one stands, the findings are kept for reading.

export DABIAO_TEMPLATE=${SAMPLE_DATABASE:?run this through scripts/test-acceptance}
# shellcheck source=tap.sh
. "$(dirname "$0")/tap.sh"

run=(run --month 2020-06 --as-of 2020-07-11T00:00:00+08:00 --export "$scratch/exports")
published() { query "select run_id from report.runs where period = '2020-06' and is_current"; }

"$DABIAO" "${run[@]}"
ok $? "June is published"
first=$(published)
cp -r "$scratch/exports/jingan/2020-06" "$scratch/first"

# More insured than there are people to insure.
printf '%s\n' indicator,unit,period,value,denominator 5.9.3,disabled,2020-06,41000,40000 >"$scratch/wrong.csv"
dabiao submit "$scratch/wrong.csv" --submitted-at 2020-07-09T09:00:00+08:00
is "$code" 0 "a numerator above its denominator is submitted"

# The plan that goes on, as the 2020 plan does, publishes it as a finding.
"$DABIAO" "${run[@]}"
ok $? "a plan that does not stop publishes"
is "$(query "select code, severity, figure_period from report.findings where period = '2020-06' and indicator = '5.9.3' and severity = 'error'")" \
  "numerator_exceeds_denominator | error | 2020-06" "… with the finding"
second=$(published)
rm -rf "$scratch/first"
cp -r "$scratch/exports/jingan/2020-06" "$scratch/first"

# The plan that stops.
sample_plan "$scratch/strict"
sed -i '2s/,automatic,false,/,automatic,true,/' "$scratch/strict/plan.csv"
dabiao plan load "$scratch/strict"
like "$out" "loaded as version 2" "a plan that stops on errors is loaded"
sed -i '2s/,automatic,true,/,automatic,maybe,/' "$scratch/strict/plan.csv"
dabiao plan check "$scratch/strict"
is "$code" 65 "stop_on_error is true or false: 65 otherwise"
like "$out" "plan.csv:2: 有错误时停止发布：.*maybe" "… with file, line and column"
like "$out" "^    stop_on_error: found 'maybe'; wanted true or false" "… in English, too"

dabiao "${run[@]}"
is "$code" 65 "findings of severity error stop the run: 65"
like "$out" "[0-9]+ findings? of severity error" "… which says so"
like "$out" "report.stopped_finding where run_id = [0-9]+" "… and how to read them"
is "$(wc -l <<<"$out")" 1 "… in one line"
is "$(published)" "$second" "… the last publication stands"
diff -r "$scratch/first" "$scratch/exports/jingan/2020-06" >/dev/null
ok $? "… and so do its exports"
stopped="run_id = (select max(run_id) from report.run)"
is "$(query "select outcome, message like '%severity error%' from report.run where $stopped")" \
  "stopped | t" "the run is on record as stopped, with the reason"
for table in evaluation finding trend_point reporting_rate revision remark appraised_unit appraisal_point; do
  is "$(query "select count(*) from report.$table where $stopped")" 0 "… and nothing of it is in $table, which publications fill"
done

query "create role office_$$ login in role dabiao_office"
query "create role analyst_$$ login in role dabiao_analyst"
is "$(PGUSER=office_$$ psql -XAtqF ' | ' -c "select indicator, code, message_en
    from report.stopped_finding where severity = 'error' and $stopped")" \
  "5.9.3 | numerator_exceeds_denominator | Disabled people covered by the comprehensive insurance, 2020-06: The numerator 41000 exceeds the denominator 40000." \
  "the office reads what was found"
PGUSER=analyst_$$ psql -XAtqc "select message_en from report.stopped_finding" >"$scratch/said" 2>&1
like "$(cat "$scratch/said")" "permission denied" "… an analyst does not"
is "$(PGUSER=analyst_$$ psql -XAtqc "select string_agg(distinct run_id::text, ' ' order by run_id::text) from report.findings_history")" \
  "$first $second" "… and reads those of the publications alone"
query "drop role office_$$"
query "drop role analyst_$$"

# Put right, it is published.
printf '%s\n' indicator,unit,period,value,denominator 5.9.3,disabled,2020-06,39000,40000 >"$scratch/right.csv"
dabiao submit "$scratch/right.csv" --submitted-at 2020-07-10T09:00:00+08:00
"$DABIAO" "${run[@]}"
ok $? "once it is put right, the month is published"
is "$(query "select count(*) from report.findings where period = '2020-06' and severity = 'error'")" 0 "… without an error"
