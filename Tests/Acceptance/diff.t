#!/usr/bin/env bash
# `dabiao diff`: two months, and a month published twice.

export DABIAO_TEMPLATE=${SAMPLE_DATABASE:?run this through scripts/test-acceptance}
# shellcheck source=tap.sh
. "$(dirname "$0")/tap.sh"

dabiao diff 2020-05 2020-06
is "$code" 78 "before any run: 78"
like "$out" "dabiao run --month" "… and what to do"
"$DABIAO" run --month 2020-05 --as-of 2020-06-11T00:00:00+08:00
"$DABIAO" run --month 2020-06 --as-of 2020-07-11T00:00:00+08:00
ok $? "May and June are published"

dabiao diff 2020-05 2020-06
is "$code" 0 "two months"
like "$out" "^jingan  2020-05 \(run [0-9]+, as of 2020-06-10T16:00:00Z\)  →  2020-06 \(run" "… are named with run and instant"
like "$out" "^[0-9]+ of 356 rows differ: 0 target, [0-9]+ actual, [0-9]+ attainment, [0-9]+ verdict, [0-9]+ light" "… counted"
like "$out" "^2\.2\.1  社会消费品零售总额  \(亿元\)" "… and each indicator that changed is named"
wanted=$(query "select string_agg(trim_scale(actual)::text, ' → ' order by period) from report.attainment
  where indicator = '2.2.1' and unit is null")
like "$out" "^    actual +$wanted\$" "… from what to what"

counted="from report.attainment as a full join report.attainment as b on b.indicator = a.indicator
  and b.period = '2020-06' and b.unit is not distinct from a.unit
  where a.period = '2020-05' and (a.target, a.actual, a.attainment_pct, a.verdict, a.light)
  is distinct from (b.target, b.actual, b.attainment_pct, b.verdict, b.light)"
counted=${counted/b.unit is not distinct from a.unit/coalesce(b.unit, \'\') = coalesce(a.unit, \'\')}
differing=$(query "select count(*) $counted and a.unit is null")
is "$(sed -n 2p <<<"$out" | cut -d ' ' -f 1)" "$differing" "$differing rows, as SQL counts them"
is "$("$DABIAO" diff 2020-05 2020-06 --csv | tail -n +2 | wc -l)" "$differing" "… as many in CSV"
is "$("$DABIAO" diff 2020-05 2020-06 --json | python3 -c 'import json, sys; print(len(json.load(sys.stdin)))')" "$differing" \
  "… and in JSON"
is "$("$DABIAO" diff 2020-05 2020-06 --units --csv | tail -n +2 | wc -l)" "$(query "select count(*) $counted")" \
  "with the units' rows, too"

dabiao diff 2020-06
is "$code" 65 "a month published once: 65"
like "$out" "1 publications.*takes two" "… and why"
"$DABIAO" run --month 2020-06 --as-of 2020-07-11T00:00:00+08:00
dabiao diff 2020-06
like "$out" "^0 of 356 rows differ" "published again on the same figures, nothing differs"
"$DABIAO" run --month 2020-06 --as-of 2020-06-20T00:00:00+08:00
dabiao diff 2020-06
like "$out" "^[1-9][0-9]* of 356 rows differ" "on earlier figures, something does"
like "$out" " → overdue|→ no_data" "… and the verdicts' moves are counted"
first=$(query "select min(run_id) from report.runs where period = '2020-06'")
dabiao diff 2020-06 --run "$first" --run "$((first + 1))"
like "$out" "^0 of 356 rows differ" "two publications by their runs"
dabiao diff 2020-06 --run "$first" --run 999
is "$code" 65 "a run that is none of the month's: 65"
like "$out" "Run 999 is no publication of 2020-06.*Those are: $first" "… and which are"
dabiao diff 2020-06 2020-09
is "$code" 65 "a month that is not published: 65"
dabiao diff 2020-06 --run "$first"
is "$code" 64 "one run: 64"
