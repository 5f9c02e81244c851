#!/usr/bin/env bash
# History that the owner loads: instants as people write them, figures out of time order, two reviews of one instant, and
# what a publication made again as of the same instant tells.

# shellcheck source=tap.sh
. "$(dirname "$0")/tap.sh"

deploy
"$DABIAO" plan load sql/plans/jingan-2020 >/dev/null
figure() { printf 'indicator,unit,period,value\n2.2.1,statistics,2020-05,%s\n' "$1" >"$scratch/$1.csv"; }
for value in 330 331 332 333; do figure $value; done
actual() { query "select trim_scale(actual) from report.attainment where period = '2020-05' and indicator = '2.2.1'"; }
told() { query "select $1 from report.revisions where period = '2020-05' and indicator = '2.2.1'"; }
publish() { dabiao run --month 2020-05 --as-of "${1:-2020-06-11T00:00:00+08:00}"; }

# What is an instant for one command is one for all.
for instant in '2020-06-05 00:00+08' 2020-06-05T00:00+08 2020-06-05T00:00:00Z '2020-06-05 00:00:00.5+08:00' \
  2020-06-05 '2020-06-05 00:00' 2020-13-01T00:00Z tomorrow; do
  dabiao run --month 2020-05 --as-of "$instant"
  run=$code
  dabiao submit --check --submitted-at "$instant" "$scratch/330.csv"
  submit=$code
  dabiao review accept --indicator 2.2.1 --unit statistics --period 2020-05 --reviewed-at "$instant"
  review=$code
  case $run in 0) wanted="0 0 65" ;; *) wanted="64 64 64" ;; esac
  is "$run $submit $review" "$wanted" "'$instant' is the same to run, submit and review"
done

"$DABIAO" submit --submitted-at 2020-06-09T09:00:00+08:00 "$scratch/330.csv" >/dev/null
publish
is "$code: $out: $(actual)" "0: : 330" "a figure is published"
dabiao submit --submitted-at 2020-06-08T09:00:00+08:00 "$scratch/331.csv"
is "$code" 0 "an earlier figure that is loaded after it is taken"
publish
is "$code: $out" "0: " "… and the month is published over figures that are out of time order"
is "$(actual)" 331 "… by the highest revision that was there"
is "$(told "trim_scale(previous_actual) || ' -> ' || trim_scale(actual)")" "330 -> 331" \
  "the same instant published again with another figure tells of it"
all_told() { query "select md5(string_agg(revisions::text, '' order by indicator, unit)) from report.revisions where period = '2020-05'"; }
before=$(all_told)
publish
is "$(all_told)" "$before" "… and made once more from the same figures, tells the same"
publish 2020-06-08T12:00:00+08:00
is "$code: $out: $(actual)" "0: : 331" "as of the time between, the later revision alone was there"

# Two reviews of one instant.
at=2020-06-10T10:00:00+08:00
review() { dabiao review "$1" --indicator 2.2.1 --unit statistics --period 2020-05 --reviewed-at $at --reason 口径; }
review accept
is "$code" 0 "a figure is accepted"
review return
is "$code: $out" "0: 2020-05 2.2.1 statistics: revision 2 returned" "… and returned in the same instant"
publish
is "$code: $out: $(actual)" "0: : 330" "the later of the two decides, and the month is published"
review accept
publish
is "$code: $out: $(actual)" "0: : 331" "… as it does once more"

# The same instant by another plan.
sample_plan "$scratch/plan"
query "update plan.work_plan set loaded_at = '2020-01-25 00:00+08'" >/dev/null
echo "2.2.1,2,900,,,2020-03-01,通知" >>"$scratch/plan/targets.csv"
"$DABIAO" plan load "$scratch/plan" >/dev/null
query "update plan.work_plan set loaded_at = '2020-01-26 00:00+08' where version = 2" >/dev/null
publish
is "$code: $out" "0: " "the same instant published again by another plan"
like "$(told because)" "plan version 1 -> 2" "… tells of that"
is "$(told "trim_scale(previous_target) || ' -> ' || trim_scale(target)")" "800 -> 900" "… and from what to what"
