#!/usr/bin/env bash
# `dabiao explain`: each published figure down to its submissions, in Chinese, in English and as JSON.

export DABIAO_TEMPLATE=${SAMPLE_DATABASE:?run this through scripts/test-acceptance}
# shellcheck source=tap.sh
. "$(dirname "$0")/tap.sh"

explain() { dabiao explain --month 2020-06 "$@"; }

explain 2.2.1
is "$code" 65 "a month that is not published: 65"
like "$out" "dabiao run --month 2020-06" "… and how to publish it"

"$DABIAO" run --month 2020-06 --as-of 2020-07-11T00:00:00+08:00
ok $? "June is published"

said=$(python3 Tests/Acceptance/explained.py 2020-06 2>&1)
ok $? "the JSON of every measure and verdict holds what was published"
printf '# %s\n' "$said"

explain 2.2.1 --lang en
is "$code" 0 "in English"
like "$out" "^Verdict: off track \(red\), by rule 8: pace 87.6075 % is below the floor 90 %" "… the verdict, rule and reason"
like "$out" "^Target: at least 800 亿元; revision 1, decided on 2020-01-20" "… the target and its revision"
like "$out" "statistics \(Statistics Bureau\), 2020-06, revision 1: value 350.43" "… each submission"
like "$out" "submitted 2020-07-06 14:00:00 by postgres \(.*csv, line [0-9]+\); accepted 2020-07-06 14:00:00" "… who and when"
like "$out" "^Attainment: A / v × 100 = 350.43 / 800 × 100 = 35043/800 ≈ 43.8038 %" "… the formula, exact and rounded"
like "$out" "^Next better: behind with an actual of at least 360 亿元, that is \+9.57 亿元" "… the next verdict"
like "$out" "^Checked: 19 cells .* equal" "… and that it was recomputed"
! grep -qE '[:;]  |\(\)|Optional' <<<"$out"
ok $? "… with nothing left blank"

explain 2.2.1 --lang zh
like "$out" "^结论：严重滞后（红灯），依据规则8：进度比87.6075%，低于下限90%" "in Chinese"
english=$(explain 2.2.1 --lang en && wc -l <<<"$out")
is "$(wc -l <<<"$out")" "$english" "… line by line as in English"
explain 2.2.1
like "$out" "^结论：" "without --lang in Chinese …"
like "$out" "^Verdict:" "… and in English"

unit=$(query "select unit from report.attainment where period = '2020-06' and unit is not null limit 1")
indicator=$(query "select indicator from report.attainment where period = '2020-06' and unit = '$unit' limit 1")
explain "$indicator" --unit "$unit" --lang en
is "$code" 0 "a unit's row"
like "$out" "^Allocation: " "… is measured against its allocation"

explain 9.9.9
is "$code" 64 "an unknown indicator: 64"
explain "$indicator" --unit nobody
is "$code" 64 "a unit without an allocation: 64"
like "$out" "Units with an allocation: .*$unit" "… and which have one"
explain 2.2.1 --lang fr
is "$code" 64 "--lang fr: 64"

# A review is told: who accepted, and when.
"$DABIAO" review accept --indicator 2.2.1 --unit statistics --period 2020-06 --reviewed-at 2020-07-08T09:00:00+08:00 >/dev/null
explain 2.2.1 --lang en
like "$out" "accepted 2020-07-08 09:00:00 by postgres" "a review is told"

# The publication is explained, not what came later …
printf '%s\n' indicator,unit,period,value 2.2.1,statistics,2020-06,400 >"$scratch/later.csv"
"$DABIAO" submit "$scratch/later.csv" >/dev/null
explain 2.2.1 --lang en
is "$code" 0 "a correction after the publication does not enter its explanation"
like "$out" "value 350.43" "… which shows the figure that was used"

# … and when the figures do not follow from the submissions of its instant, it says so first.
query "insert into intake.batch (district_id, file_name, content, line_count, outcome, received_at)
  select district_id, 'slipped.csv', '', 1, 'accepted', '2020-07-09 00:00+08' from plan.district"
query "insert into intake.submission (district_id, period, indicator, unit, revision, batch_id, line, value, submitted_at,
    accepted_at)
  select district_id, period, indicator, unit, revision + 1, batch.batch_id, line, 361, received_at, received_at
  from intake.submission join intake.batch using (district_id)
  where indicator = '2.2.1' and period = '2020-06-01' and revision = 2 and file_name = 'slipped.csv'"
explain 2.2.1 --lang en
is "$code" 65 "a figure slipped in behind the publication: 65"
like "$(head -n 1 <<<"$out")" "^!!! NOT AS PUBLISHED" "… said in the first line"
like "$out" "^!!!   actual: published 350.43, recomputed 361" "… with what differs"

# Who may read submissions may have a figure explained; an analyst may not.
for role in office analyst; do
  query "create role ${role}_$$ login in role dabiao_$role"
  PGUSER=${role}_$$ dabiao explain 2.1.1 --month 2020-06
  [ "$role" = office ] && is "$code" 0 "the office may ask for an explanation"
  [ "$role" = analyst ] && is "$code" 77 "an analyst may not: 77"
  query "drop role ${role}_$$"
done
