#!/usr/bin/env bash
# docs/analysts.md: each of its queries, run by an analyst, answers.

export DABIAO_TEMPLATE=${SAMPLE_DATABASE:?run this through scripts/test-acceptance}
# shellcheck source=tap.sh
. "$(dirname "$0")/tap.sh"

# May, June, June again under a revised target, and a July that errors stop.
set -e
"$DABIAO" run --month 2020-05 --as-of 2020-06-11T00:00:00+08:00
"$DABIAO" run --month 2020-06 --as-of 2020-07-11T00:00:00+08:00
sample_plan "$scratch/plan"
sed -i '/^2.2.1,1,/a 2.2.1,2,700,,,2020-07-20,调整' "$scratch/plan/targets.csv"
sed -i '2s/,automatic,false,/,automatic,true,/' "$scratch/plan/plan.csv"
"$DABIAO" plan load "$scratch/plan" >/dev/null
"$DABIAO" run --month 2020-06 --as-of 2020-08-01T00:00:00+08:00
printf '%s\n' indicator,unit,period,value,denominator 5.9.3,disabled,2020-06,41000,40000 >"$scratch/wrong.csv"
"$DABIAO" submit "$scratch/wrong.csv" --submitted-at 2020-08-05T09:00:00+08:00 >/dev/null
set +e
dabiao run --month 2020-07 --as-of 2020-08-11T00:00:00+08:00
is "$code" 65 "a run is stopped, for the book to tell of"

awk -v folder="$scratch" '
  /^### / { title = substr($0, 5) }
  /^```sql$/ { file = sprintf("%s/query-%02d.sql", folder, ++count); print "-- " title > file; next }
  /^```/ { file = "" }
  file { print > file }
' docs/analysts.md

query "create role analyst_$$ login in role dabiao_analyst"
for file in "$scratch"/query-*.sql; do
  answer=$(PGUSER=analyst_$$ psql -XAtq --set ON_ERROR_STOP=1 --file "$file" 2>&1)
  status=$?
  [ "$status" -ne 0 ] || [ -n "$answer" ] || status=1
  ok "$status" "$(head -n 1 "$file" | cut -c 4-): $(grep -c . <<<"$answer") rows"
  [ "$status" -eq 0 ] || printf '# %s\n' "$answer"
done
query "drop role analyst_$$"
is "$((count > 15))" 1 "the book has more than fifteen queries"

# No view of report is left unasked.
for view in $(query "select relname from pg_class where relnamespace = 'report'::regnamespace and relkind = 'v'
  and has_table_privilege('dabiao_analyst', oid, 'select')"); do
  grep -q "report\.$view\b" docs/analysts.md
  ok $? "the book asks report.$view"
done
