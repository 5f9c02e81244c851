#!/usr/bin/env bash
# Who may do what through the program: logins of two units, the office, the job, an analyst, and those who may not.

# shellcheck disable=SC2034  # read by tap.sh
DABIAO_TEMPLATE=$SAMPLE_DATABASE
# shellcheck source=tap.sh
. "$(dirname "$0")/tap.sh"

# A copy of a database has not its privileges, such as who may make temporary tables.
psql -Xqf sql/deploy/roles.sql -c "revoke temporary on database $PGDATABASE from dabiao_reviewer" 2>/dev/null

statistics=statistics_$$ finance=finance_$$ stray=stray_$$ office=office_$$ job=job_$$ analyst=analyst_$$ keeper=keeper_$$
psql -Xq <<SQL
create role $statistics login in role dabiao_submitter;
create role $finance login in role dabiao_submitter;
create role $stray login in role dabiao_submitter;
create role $keeper login in role dabiao_owner;
create role $office login in role dabiao_reviewer;
create role $job login in role dabiao_job;
create role $analyst login in role dabiao_analyst;
insert into intake.member (district_id, login, unit)
select district_id, login, unit
from plan.district
cross join (values ('$statistics', 'statistics'), ('$finance', 'finance')) as member (login, unit);
SQL
ok $? "logins are made and tied to their units"

# as LOGIN ARGUMENT...: dabiao under a login
as() { PGUSER=$1 dabiao "${@:2}"; }
# sqlstate LOGIN STATEMENT: what psql says of an error
sqlstate() { PGUSER=$1 psql -XAtq -v VERBOSITY=sqlstate -c "$2" 2>&1 | tail -n 1; }
header=indicator,unit,period,value,denominator,base_value,base_denominator,stage,progress,occurred_on,note
file() { printf '%s\n' "$header" "${@:2}" >"$scratch/$1"; }
seen() { PGUSER=$1 query "select count(*), count(distinct unit), min(unit) from intake.submission"; }

# A unit's own figures, under automatic review.
file own.csv "2.2.1,statistics,2020-12,801.5,,,,,,,更正"
as "$statistics" submit --check "$scratch/own.csv"
is "$code" 0 "a clerk checks a file of the own unit"
as "$statistics" submit "$scratch/own.csv"
is "$code" 0 "… and submits it"
like "$out" "accepted, 0 new figures, 1 corrections" "… as a correction"
is "$(query "select unit, sender_unit, value::float, accepted_at = submitted_at, previous_revision = revision - 1
  from intake.submission order by submitted_at desc limit 1")" "statistics | statistics | 801.5 | t | t" \
  "… which is on record under the unit's name, accepted at once"
is "$(query "select received_by, sender_unit, received_at > now() - interval '1 minute' from intake.batch
  order by batch_id desc limit 1")" "$statistics | statistics | t" "… with sender and time from the server"
as "$statistics" submit "$scratch/own.csv"
is "$code" 0 "the same file again is recognised"
like "$out" "same file was accepted before" "… and adds nothing"
rows=$(query "select count(*) from intake.submission where unit = 'statistics'")
is "$(seen "$statistics")" "$rows | 1 | statistics" "the clerk sees the unit's own figures and no others"
is "$(PGUSER=$statistics psql -Xqc "copy (select unit from intake.submission) to stdout" | sort -u)" statistics "… by COPY too"

# Another's.
before=$(query "select count(*) from intake.submission")
file foreign.csv "2.2.1,statistics,2020-11,799,,,,,,," "2.1.1,finance,2020-12,1,,,,,,,"
as "$statistics" submit "$scratch/foreign.csv"
is "$code" 65 "a file that names another unit's figures is refused: 65"
like "$out" 'foreign.csv:3: unit（单位）："finance"；本账号只能报送 statistics 的数据' "… line and unit named, in Chinese"
like "$out" 'found "finance"; wanted statistics, the unit that this login speaks for' "… and in English"
is "$(query "select count(*) from intake.submission")" "$before" "… nothing of it is stored"
is "$(query "select outcome, sender_unit from intake.batch order by batch_id desc limit 1")" "refused | statistics" \
  "… and the refusal is on record"
as "$stray" submit "$scratch/own.csv"
is "$code" 77 "a login that speaks for no unit: 77"
like "$out" "speaks for no unit" "… in one clear sentence"
for login in "$office" "$job" "$analyst"; do
  as "$login" submit "$scratch/own.csv"
  is "$code" 77 "${login%_*} submits nothing: 77"
done
as "$statistics" submit --submitted-at 2020-07-01T00:00:00+08:00 "$scratch/own.csv"
is "$code" 77 "a clerk does not date a file back: 77"

# A plan whose figures the office reviews.
cp -r sql/plans/jingan-2020 "$scratch/plan"
sed -i 's/,automatic$/,required/' "$scratch/plan/plan.csv"
for login in "$statistics" "$office" "$job" "$analyst"; do
  as "$login" plan load "$scratch/plan"
  is "$code" 77 "${login%_*} loads no plan: 77"
done
as "$keeper" plan load "$scratch/plan"
is "$code" 0 "the owner does"
file history.csv "2.1.1,finance,2020-11,240,,231,,,,," "2.2.1,statistics,2020-11,733,,,,,,,"
as "$keeper" submit --submitted-at 2020-12-09T10:00:00+08:00 "$scratch/history.csv"
is "$code" 0 "… and what was submitted long ago, for any unit"
file revenue.csv "2.1.1,finance,2020-12,260.5,,250,,,,,"
as "$finance" submit "$scratch/revenue.csv"
is "$code" 0 "the other unit submits"
is "$(PGUSER=$finance query "select revision > 1, standing from intake.figures where indicator = '2.1.1' and period = '2020-12'")" \
  "t | awaiting_review" "… and sees that its figure awaits review"
as "$finance" review accept --indicator 2.1.1 --unit finance --period 2020-12
is "$code" 77 "… which it cannot accept itself: 77"
as "$office" review list
is "$code" 0 "the office lists what awaits it"
like "$out" "2020-12 2.1.1 finance" "… this figure among it"
as "$office" review return --indicator 2.1.1 --unit finance --period 2020-12 --reason "口径不符"
is "$code" 0 "the office returns it"
is "$(PGUSER=$finance query "select standing, reason from intake.figures where indicator = '2.1.1' and period = '2020-12'")" \
  "returned | 口径不符" "… and the unit sees why"
is "$(PGUSER=$statistics query "select count(*) from intake.review where unit <> 'statistics'")" 0 "… but the other one does not"
sed -i 's/260.5/261.5/' "$scratch/revenue.csv"
as "$finance" submit "$scratch/revenue.csv"
as "$office" review accept --indicator 2.1.1 --unit finance --period 2020-12
is "$code" 0 "the office accepts the next one"
as "$office" review accept --indicator 2.1.1 --unit finance --period 2020-12 --reviewed-at 2020-07-01T00:00:00+08:00
is "$code" 77 "the office does not date a review back: 77"
as "$job" review accept --indicator 2.1.1 --unit finance --period 2020-12
is "$code" 77 "the job reviews nothing: 77"

# Closed periods.
file late.csv "2.1.1,finance,2020-10,222,,215,,,,,"
as "$finance" window close --period 2020-10 --reason x
is "$code" 77 "a clerk closes no period: 77"
as "$office" window close --period 2020-10 --reason "已汇总"
is "$code" 0 "the office does"
as "$finance" submit "$scratch/late.csv"
is "$code" 65 "a figure for it is refused: 65"
as "$office" window open --period 2020-10 --unit finance --until 2999-01-01T00:00:00+08:00 --reason "更正"
is "$code" 0 "the office makes an exception"
as "$finance" submit "$scratch/late.csv"
is "$code" 0 "… and the figure is taken"
as "$finance" window list
is "$code" 0 "a clerk sees the windows"
like "$out" "exception for finance" "… and the unit's own exception"
as "$statistics" window list
is "$(grep -c "exception" <<<"$out")" 0 "… which another unit does not"

# The month.
for login in "$statistics" "$office" "$analyst"; do
  as "$login" run --month 2020-06
  is "$code" 77 "${login%_*} publishes nothing: 77"
done
as "$job" run --month 2020-12 --export "$scratch/exports"
is "$code: $out" "0: " "the job publishes in silence"
is "$(query "select run_by, outcome from report.run")" "$job | published" "… under its own name"
as "$job" export --month 2020-12 --to "$scratch/again"
is "$code" 0 "the job exports again"
as "$job" explain 2.2.1 --month 2020-12
is "$code" 0 "… explains a figure"
like "$out" "own.csv" "… down to the clerk's file"
as "$job" status
is "$code" 0 "… and sees how things stand"
is "$(PGUSER=$analyst query "select count(*) from report.headline")" 3 "the analyst reads the headline"
is "$(PGUSER=$analyst query "select actual::float from report.headline where indicator = '2.2.1'")" 801.5 "… with the clerk's correction"
is "$(sqlstate "$analyst" "select value from intake.submission")" "ERROR:  42501" "… and nothing of intake"
is "$(sqlstate "$analyst" "select attainment_pct from report.evaluation")" "ERROR:  42501" "… nor a table of report"
is "$(sqlstate "$statistics" "select attainment_pct from report.attainment")" "ERROR:  42501" "clerks read no report"

# A clerk who holds on to the lock of intake.
PGUSER=$finance psql -Xqc "begin; select pg_advisory_xact_lock(hashtextextended('dabiao intake', district_id)) from plan.district;
  select pg_sleep(60)" >/dev/null 2>&1 &
until_locks 1
PGOPTIONS='-c lock_timeout=300ms' as "$statistics" submit "$scratch/foreign.csv"
is "$code" 75 "while another holds the lock of intake: 75"
like "$out" "try again later" "… with what to do"
as "$job" run --month 2020-11 --as-of 2020-12-11T00:00:00+08:00
is "$code" 0 "… and the run goes on"
end_lock_holders
wait

# Members come and go.
query "delete from intake.member where login = '$finance'"
as "$finance" submit "$scratch/revenue.csv"
is "$code" 77 "a login taken from its unit submits no more: 77"
is "$(seen "$finance")" "0 | 0 | " "… and sees nothing"

psql -Xqc "drop role $keeper, $statistics, $finance, $stray, $office, $job, $analyst"
