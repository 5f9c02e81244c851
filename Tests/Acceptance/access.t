#!/usr/bin/env bash
# Who may do what through the program: the office, the job, an analyst, the owner, and a login of no group.

# shellcheck disable=SC2034  # read by tap.sh
DABIAO_TEMPLATE=$SAMPLE_DATABASE
# shellcheck source=tap.sh
. "$(dirname "$0")/tap.sh"

# A copy of a database has not its privileges, such as who may connect.
psql -Xqf sql/deploy/roles.sql 2>/dev/null

office=office_$$ job=job_$$ analyst=analyst_$$ keeper=keeper_$$ stray=stray_$$
psql -Xq <<SQL
create role $keeper login in role dabiao_owner;
create role $office login in role dabiao_office;
create role $job login in role dabiao_job;
create role $analyst login in role dabiao_analyst;
create role $stray login;
SQL
ok $? "a login for each group, and one of none"

# as LOGIN ARGUMENT...: dabiao under a login
as() { PGUSER=$1 dabiao "${@:2}"; }
# sqlstate LOGIN STATEMENT: what psql says of an error
sqlstate() { PGUSER=$1 psql -XAtq -v VERBOSITY=sqlstate -c "$2" 2>&1 | tail -n 1; }
header=indicator,unit,period,value,denominator,base_value,base_denominator,stage,progress,occurred_on,note
file() { printf '%s\n' "$header" "${@:2}" >"$scratch/$1"; }
figures() { query "select count(*) from intake.submission"; }

as "$stray" status
is "$code" 69 "a login of no group gets no connection: 69"

# Figures, under automatic review: the file says by its units for whom it speaks.
file own.csv "2.2.1,statistics,2020-12,801.5,,,,,,,更正" "2.1.1,finance,2020-11,241,,231,,,,,"
as "$office" submit --check "$scratch/own.csv"
is "$code" 0 "the office checks a file of two units"
as "$office" submit "$scratch/own.csv"
is "$code" 0 "… and submits it"
like "$out" "accepted \(batch [0-9]+\): 2 figures, 2 corrected" "… as corrections"
is "$(query "select unit, value::float, accepted_at = submitted_at, previous_revision = revision - 1
  from intake.submission order by submitted_at desc, unit desc limit 1")" "statistics | 801.5 | t | t" \
  "… which are on record under their units' names, accepted at once"
is "$(query "select received_by, received_at > now() - interval '1 minute' from intake.batch order by batch_id desc limit 1")" \
  "$office | t" "… with sender and time from the server"
as "$office" submit "$scratch/own.csv"
is "$code" 0 "the same file again is recognised"
file second.csv "2.2.1,statistics,2020-12,802,,,,,,,"
as "$job" submit "$scratch/second.csv"
is "$code" 0 "the job takes files in"
before=$(figures)
as "$analyst" submit "$scratch/second.csv"
is "$code" 77 "an analyst submits nothing: 77"
for login in "$office" "$job"; do
  as "$login" submit --submitted-at 2020-07-01T00:00:00+08:00 "$scratch/own.csv"
  is "$code" 77 "${login%_*} dates no file back: 77"
done
is "$(figures)" "$before" "… and nothing of these is stored"

# A plan whose figures the office reviews.
sample_plan "$scratch/plan"
sed -i '2s/,automatic,/,required,/' "$scratch/plan/plan.csv"
for login in "$job" "$analyst"; do
  as "$login" plan load "$scratch/plan"
  is "$code" 77 "${login%_*} loads no plan: 77"
done
as "$office" plan load "$scratch/plan"
is "$code" 0 "the office does"
is "$(query "select loaded_by, version from plan.work_plan where year = 2020 order by version desc limit 1")" "$office | 2" \
  "… under its own name"
file history.csv "2.1.1,finance,2020-10,240,,231,,,,,"
as "$keeper" submit --submitted-at 2020-12-09T10:00:00+08:00 "$scratch/history.csv"
is "$code" 0 "the owner loads what was submitted long ago"
file revenue.csv "2.1.1,finance,2020-12,260.5,,250,,,,,"
as "$job" submit "$scratch/revenue.csv"
is "$code" 0 "a unit's file comes in"
as "$job" review accept --indicator 2.1.1 --unit finance --period 2020-12
is "$code" 77 "the job reviews nothing: 77"
as "$office" review list
is "$code" 0 "the office lists what awaits it"
like "$out" "2020-12 2.1.1 finance" "… this figure among it"
as "$office" review return --indicator 2.1.1 --unit finance --period 2020-12 --reason "口径不符"
is "$code" 0 "the office returns it"
sed -i 's/260.5/261.5/' "$scratch/revenue.csv"
as "$job" submit "$scratch/revenue.csv"
as "$office" review accept --indicator 2.1.1 --unit finance --period 2020-12
is "$code" 0 "… and accepts the next one"
as "$office" review accept --indicator 2.1.1 --unit finance --period 2020-12 --reviewed-at 2020-07-01T00:00:00+08:00
is "$code" 77 "the office does not date a review back: 77"

# Closed periods.
file late.csv "2.1.1,finance,2020-10,222,,215,,,,,"
as "$job" window close --period 2020-10 --reason x
is "$code" 77 "the job closes no period: 77"
as "$office" window close --period 2020-10 --reason "已汇总"
is "$code" 0 "the office does"
as "$job" submit "$scratch/late.csv"
is "$code" 65 "a figure for it is refused: 65"
PGOPTIONS='-c default_transaction_isolation=serializable' as "$job" submit "$scratch/late.csv"
is "$code" 65 "… whatever the session says of snapshots: 65"
as "$office" window open --period 2020-10 --unit finance --until 2999-01-01T00:00:00+08:00 --reason "更正"
is "$code" 0 "the office makes an exception"
as "$job" submit "$scratch/late.csv"
is "$code" 0 "… and the figure is taken"
as "$office" window list
like "$code $out" "^0 .*" "the office lists the windows"
like "$out" "exception for finance" "… with the exception"

# The month.
as "$analyst" run --month 2020-06
is "$code" 77 "an analyst publishes nothing: 77"
as "$office" run --month 2020-06 --as-of 2020-07-11T00:00:00+08:00
is "$code: $out" "0: " "the office publishes in silence"
as "$job" run --month 2020-12 --export "$scratch/exports"
is "$code: $out" "0: " "the job does, too"
is "$(query "select string_agg(run_by || ' ' || outcome, ', ' order by run_id) from report.run")" \
  "$office published, $job published" "… each under its own name"
for login in "$office" "$job"; do
  as "$login" export --month 2020-12 --to "$scratch/again"
  is "$code" 0 "${login%_*} exports again"
  as "$login" explain 2.2.1 --month 2020-12
  is "$code" 0 "… explains a figure"
  like "$out" "second.csv|own.csv" "… down to the file"
  as "$login" status
  is "$code" 0 "… and sees how things stand"
done
is "$(PGUSER=$analyst query "select count(*) from report.headline where period = '2020-12'")" 3 "the analyst reads the headline"
is "$(PGUSER=$analyst query "select verdict_zh, unit_of_measure from report.headline where indicator = '2.2.1' and period = '2020-12'")" \
  "已达标 | 亿元" "… with its verdict in Chinese"
is "$(sqlstate "$analyst" "select value from intake.submission")" "ERROR:  42501" "… and nothing of intake"
is "$(sqlstate "$analyst" "select attainment_pct from report.evaluation")" "ERROR:  42501" "… nor a table of report"

# Somebody who holds on to the lock of intake.
PGUSER=$job psql -Xqc "select plan.lock_district(district_id, 'intake', false) from plan.district" -c "select pg_sleep(60)" \
  >/dev/null 2>&1 &
until_locks 1
query "alter function plan.lock_district(integer, text, boolean) set lock_timeout = '300ms'" >/dev/null
as "$office" submit "$scratch/own.csv"
is "$code" 75 "while another holds the lock of intake: 75"
like "$out" "try again later" "… with what to do"
as "$job" run --month 2020-11 --as-of 2020-12-11T00:00:00+08:00
is "$code" 0 "… and the run goes on"
end_lock_holders
wait

psql -Xqc "drop role $keeper, $office, $job, $analyst, $stray"
