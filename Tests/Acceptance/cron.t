#!/usr/bin/env bash
# Real cron and the shipped crontab, across a month's end and a year's end, on a machine in another time zone than the plan.
#
# cron and the database's server see a shifted clock. cron has crontabs of its own in a private mount namespace, so those of
# the machine are neither read nor touched.

skip() {
  echo "1..0 # SKIP $1"
  exit 0
}

if [ "${1:-}" != inside ]; then
  [ "$(id -u)" -eq 0 ] || skip "only root can start cron"
  unshare --mount true 2>/dev/null || skip "no mount namespace here"
  command -v cron >/dev/null || skip "cron is not installed"
  library=$(dpkg -L libfaketime 2>/dev/null | grep '/libfaketime\.so\.1$') || skip "libfaketime is not installed"

  folder=$(mktemp -d)
  trap 'rm -rf "$folder"' EXIT
  chmod 755 "$folder"
  pg_dumpall --roles-only --no-role-passwords | grep -v ' postgres\b' >"$folder/roles.sql"
  pg_dump --format custom --file "$folder/sample" "$SAMPLE_DATABASE"
  echo "+0" >"$folder/clock"
  # A server of its own, which sees the clock that the file says.
  LD_PRELOAD=$library FAKETIME_TIMESTAMP_FILE=$folder/clock FAKETIME_NO_CACHE=1 FAKETIME_DONT_FAKE_MONOTONIC=1 \
    FOLDER=$folder LIBRARY=$library unshare --mount scripts/with-cluster env -u LD_PRELOAD "$0" inside
  exit
fi

folder=${FOLDER:?} library=${LIBRARY:?}
unset DABIAO_TEMPLATE
# shellcheck source=tap.sh
. "$(dirname "$0")/tap.sh"

psql -Xqf "$folder/roles.sql" >/dev/null
pg_restore --dbname "$PGDATABASE" "$folder/sample" >"$scratch/restore.log" 2>&1
ok $? "the sample year is restored on a server with a clock of its own"
query "update plan.work_plan set loaded_at = '2020-01-25 00:00+08', due_day = 31 where year = 2020" >/dev/null
query "analyze" >/dev/null

# The machine's own crontabs and process files are hidden, here alone.
for hidden in /etc/cron.d /var/spool/cron /run; do mount -t tmpfs tmpfs "$hidden"; done
mkdir /var/spool/cron/crontabs
touch "$scratch/empty"
mount --bind "$scratch/empty" /etc/crontab
# What cron mails ends in a file: its sendmail is one of ours, beside a copy of the machine's tools. A copy: what is mounted
# below the scratch folder would be removed with it.
cp -a /usr/sbin "$scratch/sbin"
ln -sf "$scratch/sendmail" "$scratch/sbin/sendmail"
mount --bind "$scratch/sbin" /usr/sbin
printf '#!/bin/sh\ncat >>%s/mail\n' "$scratch" >"$scratch/sendmail"
chmod 755 "$scratch" "$scratch/sendmail"

# The shipped crontab: its schedule, its environment, its own script; only the places are this test's.
cp "$DABIAO" "$scratch/program"
cp cron/dabiao-monthly "$scratch/script"
mkdir "$scratch/exports"
touch "$scratch/mail" "$scratch/exports/heartbeat"
# The owner of the server's socket, which nobody else may use.
owner=$(stat --format %U "$PGHOST")
chown --recursive "$owner" "$scratch/exports" "$scratch/mail"
is "$(tail -c 1 cron/dabiao | od -An -tx1 | tr -d ' ')" 0a "the crontab ends in a newline"
sed -e "s|^PGSERVICEFILE=.*|PGHOST=$PGHOST|" -e "s|^PGSERVICE=.*|PGDATABASE=$PGDATABASE|" \
  -e "s|^PGCONNECT_TIMEOUT=.*|&\nPGUSER=postgres\nDABIAO=$scratch/program|" \
  -e "s|^DABIAO_EXPORTS=.*|DABIAO_EXPORTS=$scratch/exports|" -e "s|^DABIAO_LOCK=.*|DABIAO_LOCK=$scratch/exports/lock|" \
  -e "s|^#DABIAO_METRICS=.*|DABIAO_METRICS=$scratch/exports/metrics|" \
  -e "s|^#DABIAO_JOBS=.*|DABIAO_JOBS=2|" \
  -e "s|^#\(DABIAO_ON_\)\([A-Z]*\)=.*|\1\2=echo \2 \$DABIAO_EXIT >>$scratch/exports/heartbeat; exit 0|" \
  -e "s|^\(0 6 .*\) dabiao |\1 $owner |" -e "s|/usr/lib/dabiao/dabiao-monthly|$scratch/script|g" cron/dabiao >/etc/cron.d/dabiao

# The machine is in Samoa, eleven hours behind Greenwich, nineteen behind the plan.
export TZ=Pacific/Pago_Pago

# at 'DATE TIME': cron is started shortly before that moment of the machine's, and stopped when its job has ended
at() {
  local offset heartbeats status=1
  heartbeats=$(grep -cE 'SUCCESS|FAILURE' "$scratch/exports/heartbeat" 2>/dev/null)
  offset=$(($(date --date "$1" +%s) - 3 - $(date +%s)))
  printf '%+d\n' "$offset" >"$folder/clock"
  LD_PRELOAD=$library cron -f &
  daemon=$!
  for _ in $(seq 600); do
    if [ "$(grep -cE 'SUCCESS|FAILURE' "$scratch/exports/heartbeat" 2>/dev/null)" != "$heartbeats" ]; then
      status=0
      break
    fi
    sleep 0.1
  done
  sleep 0.3
  kill "$daemon"
  wait "$daemon" 2>/dev/null
  ok "$status" "$1 in Samoa: cron ran the job"
}
runs() { query "select string_agg(period, ' ' order by run_id) from report.runs"; }

at '2020-06-29 06:00'
is "$(runs)" "2020-01 2020-02 2020-03 2020-04" "after months without a job cron catches up with all that is due"
is "$(date --date "@$(query "select extract(epoch from max(as_of))::bigint from report.runs")" +%F)" 2020-06-29 \
  "… as of the shifted clock, which is the database's"
dabiao doctor
like "$out" "^FAIL +clock: this machine and the database's are [0-9]{6,} s apart" "doctor sees that the clocks differ"

at '2020-06-30 06:00'
is "$(runs)" "2020-01 2020-02 2020-03 2020-04 2020-05" \
  "still June on the machine, but July where the plan is: May, due on 30 June, is published"
at '2020-07-01 06:00'
is "$(runs)" "2020-01 2020-02 2020-03 2020-04 2020-05" "the next morning nothing is due"

# To spare the test the months between: they count as published, by runs that give them nothing.
query "with run as (
    insert into report.run (
      district_id, year, version, period, as_of, program_version, outcome, finished_at, submissions_sha256)
    select district_id, 2020, version, make_date(2020, month, 1), '2020-12-01 00:00+08', program_version, 'published', now(),
      submissions_sha256
    from report.run, generate_series(6, 10) as month where period = '2020-05-01'
    returning district_id, period, run_id)
  insert into report.publication (district_id, period, run_id) select district_id, period, run_id from run" >/dev/null
at '2020-12-31 06:00'
is "$(runs)" "2020-01 2020-02 2020-03 2020-04 2020-05 2020-06 2020-07 2020-08 2020-09 2020-10 2020-11" \
  "still 2020 on the machine, but 2021 where the plan is: November, due on 31 December, is published"
at '2021-01-31 06:00'
is "$(runs)" "2020-01 2020-02 2020-03 2020-04 2020-05 2020-06 2020-07 2020-08 2020-09 2020-10 2020-11 2020-12" "after the year's end December of the last year is"
is "$(readlink "$scratch/exports/jingan/latest")" 2020-12 "… and exported"
is "$(sort "$scratch/exports/heartbeat" | uniq -c | sed 's/^ *//')" "5 START
5 SUCCESS 0" "the watchdog hears of each start and each success"
like "$(cat "$scratch/exports/metrics")" "^dabiao_last_run_exit_code 0$" "the metrics are written"
is "$(cat "$scratch/mail")" "" "cron had nothing to mail"

chmod 500 "$scratch/exports/jingan"
rm -r "$scratch/exports/jingan/2020-12"
at '2021-02-01 06:00'
like "$(cat "$scratch/mail")" "^To: root" "a job that fails is mailed to root"
like "$(cat "$scratch/mail")" "^dabiao: jingan: Cannot create .*: Permission denied" "… with its one line"
is "$(tail -n 1 "$scratch/exports/heartbeat")" "FAILURE 73" "… and the watchdog hears of it, with the exit code"
