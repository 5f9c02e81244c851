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
like "$out" "^  In the document's words: 实现年度社会消费品零售" "… what the document says"
like "$out" "^Expected by 2020-06 \(in equal parts by month\): .* = 50 %" "… what is expected and by which pacing"
like "$out" "^Floor of the pace: 90 % \(the default for the measure total\)" "… the floor and whose it is"
like "$out" "^Counts in the score of .*: 87.6075, weight" "… what it counts in the score"
like "$out" "^Projection by last year's course: A × Y / Yₖ = 350.43 × " "… where last year's course leads"
like "$out" "^Checked: 24 cells .* equal" "… and that it was recomputed"
! grep -qE '[:;]  |\(\)|Optional' <<<"$out"
ok $? "… with nothing left blank"

# shellcheck disable=SC2016  # fences of code
unsaid=$(sed -n '/^```text$/,/^```$/{/^```/!p}' docs/explain.md | grep -vxFf <(printf '%s\n' "$out"))
is "$unsaid" "" "… every line that docs/explain.md shows"

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

# What is new in a plan is told: a target that was lowered and may be missed by a little, one in step with another, a floor.
sample_plan "$scratch/plan"
sed -i '/^2\.2\.1,1,/a 2.2.1,2,700,10,,2020-06-30,常务会议' "$scratch/plan/targets.csv"
sed -i '/^2\.1\.1,1,/a 2.1.1,2,1,,2.3.2,2020-06-30,' "$scratch/plan/targets.csv"
printf '%s\n' measure,behind_floor total,85 >"$scratch/plan/floors.csv"
dabiao plan load "$scratch/plan"
is "$code" 0 "a plan with more of what documents say is loaded"
query "insert into intake.comment (district_id, period, indicator, text, said_at)
  select district_id, '2020-06-01', '2.2.1', '已约谈', '2020-07-11 10:00+08' from plan.district"
"$DABIAO" run --month 2020-06 --as-of 2020-07-12T00:00:00+08:00
explain 2.2.1 --lang en
is "$code" 0 "its publication is explained"
like "$out" "^Target: at least 700 亿元; revision 2, decided on 2020-06-30 \(常务会议\)" "… by the revision in force"
like "$out" "The target changed from 800 to 700, decided on 2020-06-30" "… with the change that led to it"
like "$out" "^  About: it may be missed by 10 亿元, and is judged by v − t = 700 − 10 = 690 亿元" "… its tolerance"
like "$out" "^Attainment: A / \(v − t\) × 100 = 361 / \(700 − 10\) × 100" "… which the ratio grants"
like "$out" "^Verdict: on track" "… the verdict that follows"
like "$out" "^The office's comment \(2020-07-11 10:00:00, postgres\): 已约谈" "… and what the office says of it"
explain 2.1.1 --lang zh
like "$out" "^  比照2.3.2（.*）：其2020-03实绩.*，加1 pp；其数据月份较早，故本项暂定" "a target in step with another says so, and that it waits"
explain 4.14.3 --lang en
like "$out" "^Floor of the pace: 85 % \(the plan's for the measure total\)" "a floor of the plan's is told as its own"

# Who may read submissions may have a figure explained; an analyst may not.
for role in office analyst; do
  query "create role ${role}_$$ login in role dabiao_$role"
  PGUSER=${role}_$$ dabiao explain 2.1.1 --month 2020-06
  [ "$role" = office ] && is "$code" 0 "the office may ask for an explanation"
  [ "$role" = analyst ] && is "$code" 77 "an analyst may not: 77"
  query "drop role ${role}_$$"
done
