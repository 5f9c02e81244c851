#!/usr/bin/env bash
# `dabiao comment`: what the office says of an indicator in a month, replaced, taken back, and as of an instant.

export DABIAO_TEMPLATE=${SAMPLE_DATABASE:?run this through scripts/test-acceptance}
# shellcheck source=tap.sh
. "$(dirname "$0")/tap.sh"

exports=$scratch/exports
# said MONTH [AS_OF]: what the office says of 2.2.1 in the month's publication, made now or as of an instant
said() {
  "$DABIAO" run --month "$1" ${2:+--as-of "$2"} --export "$exports" --parts data >/dev/null || return
  query "select string_agg(concat_ws(' ', unit, figure_period, note), '; ') from report.commentary
    where period = '$1' and indicator = '2.2.1' and role = 'office'"
}

dabiao comment
is "$code" 64 "nothing named: 64"
dabiao comment 2.2.1 --month 2020-06
is "$code" 64 "no text: 64"
dabiao comment 2.2.1 --month 2020-13 --text x
is "$code" 64 "no such month: 64"
dabiao comment --list --text x
is "$code" 64 "listing and speaking at once: 64"
dabiao comment 2.2.99 --month 2020-06 --text x
is "$code" 65 "an indicator that the plan does not have: 65"
like "$out" "no indicator 2\.2\.99" "… which is said"
dabiao comment 2.2.1 --month 2031-06 --text x
is "$code" 65 "a month of no plan: 65"
like "$out" "no plan of the year of 2031-06 is loaded" "… which is said"
dabiao comment 2.2.1 --month 2020-06 --text ''
is "$code" 65 "nothing to take back: 65"
like "$out" "nothing is said of 2\.2\.1 in 2020-06" "… which is said"
dabiao comment --list
is "$code: $out" "0: 0 comments stand" "nothing is listed before"

dabiao comment 2.2.1 --month 2020-06 --text '已约谈，"下月"补上'
is "$code: $out" "0: 2020-06 2.2.1: commented" "the office comments"
is "$(said 2020-06)" '已约谈，"下月"补上' "the month's publication shows it"
like "$(cat "$exports"/jingan/2020-06/data/commentary.csv)" \
  '^jingan,2020-06,2\.2\.1,,office,,,,,"已约谈，""下月""补上",20[0-9]{2}-' "… and data/commentary.csv"
is "$(said 2020-05)" "" "… the month before does not"
is "$(said 2020-06 2020-07-11T00:00:00+08:00)" "" "… nor does one as of an instant before it was said"
before=$(query "select md5(string_agg(attainment::text, '' order by indicator, unit)) from report.attainment where period = '2020-05'")
dabiao comment 2.2.1 --month 2020-05 --text 督办
"$DABIAO" run --month 2020-05
is "$(query "select md5(string_agg(attainment::text, '' order by indicator, unit)) from report.attainment where period = '2020-05'")" \
  "$before" "a comment changes no figure and no verdict"

dabiao comment 2.2.1 --month 2020-06 --text 进度已追回
is "$(said 2020-06)" "进度已追回" "a later comment replaces it"
dabiao comment 2.2.1 --month 2020-06 --text ' '
is "$code: $out" "0: 2020-06 2.2.1: comment taken back" "an empty one takes it back"
is "$(said 2020-06)" "" "… and nothing is said any more"
dabiao comment --list 2.2.1 --month 2020-06
is "$(wc -l <<<"$out")" 4 "all of it stays on record"
like "$out" "^2020-06 2\.2\.1 .*: 已约谈.* \(no longer stands\)$" "… what was replaced"
like "$out" "^2020-06 2\.2\.1 .* took back what was said$" "… and that it was taken back"
dabiao comment --list
like "$out" "^1 comment stands$" "May's stands"

query "create role office_$$ login in role dabiao_office" >/dev/null
query "create role job_$$ login in role dabiao_job" >/dev/null
PGUSER=office_$$ dabiao comment 2.2.1 --month 2020-06 --text 再议
is "$code" 0 "the office's login may comment"
PGUSER=job_$$ dabiao comment 2.2.1 --month 2020-06 --text 再议
is "$code" 77 "the job's may not: 77"
PGUSER=office_$$ dabiao comment 2.2.1 --month 2020-06 --text 早说 --said-at 2020-07-01T09:00:00+08:00
is "$code" 77 "nor may the office say when it was said: 77"
dabiao comment 2.2.1 --month 2020-06 --text 早说 --said-at 2020-07-01T09:00:00+08:00
is "$code: $(said 2020-06 2020-07-11T00:00:00+08:00)" "0: 早说" "… but the owner, who loads history"
query "drop role office_$$, job_$$" >/dev/null
