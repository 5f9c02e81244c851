#!/usr/bin/env bash
# dabiao doctor: all well, and each thing that can be wrong, with its exit code and what to do.

[ "$(id -u)" -eq 0 ] || {
  echo "1..0 # SKIP only root can make a crontab that cron takes"
  exit 0
}
export DABIAO_TEMPLATE=$SAMPLE_DATABASE
# shellcheck source=tap.sh
. "$(dirname "$0")/tap.sh"

mkdir "$scratch/exports"
cp cron/dabiao-monthly "$scratch"
crontab=$scratch/dabiao
sed "s|/usr/lib/dabiao/|$scratch/|g" cron/dabiao >"$crontab"
doctor() { dabiao doctor --export "$scratch/exports" --crontab "$crontab"; }

# fails CODE PATTERN NAME: exactly one thing is wrong, with this code and this said of it and of what to do
fails() {
  is "$code $(grep -c '^FAIL' <<<"$out")" "$1 1" "$3: $1"
  like "$(grep -A1 '^FAIL' <<<"$out" | paste -sd' ')" "$2" "… and what to do"
}

doctor
is "$code $(grep -c '^FAIL' <<<"$out")" "0 0" "all is well"
is "$(sed -nE 's/^ok +([a-z]+).*/\1/p' <<<"$out" | paste -sd' ')" \
  "connection clock schema role plans last due schedule exports disk" "… and each thing is told"

# The machine.
for change in 'chmod 666' 'sed -i s/^0.6.*dabiao/#&/' 'truncate --size -1'; do
  cp "$crontab" "$scratch/whole"
  $change "$crontab"
  doctor
  fails 78 "cron" "a crontab after $change"
  cp --preserve=mode "$scratch/whole" "$crontab"
  chmod 644 "$crontab"
done
crontab=$scratch/nowhere doctor
fails 78 "is not there.*Copy cron/dabiao" "no crontab"
cp "$crontab" "$scratch/dabiao.cron"
crontab=$scratch/dabiao.cron doctor
fails 78 "dot in its name.*rename" "a crontab with a dot in its name"
chmod -x "$scratch/dabiao-monthly"
doctor
fails 78 "cannot be executed.*Install" "a script that cannot be executed"
chmod +x "$scratch/dabiao-monthly"
mv "$scratch/exports" "$scratch/moved"
doctor
is "$code" 73 "no folder for the exports: 73"
like "$out" "^FAIL +exports: .*exports is not there" "… and which"
mv "$scratch/moved" "$scratch/exports"
if unshare --mount true 2>/dev/null; then
  small() {
    code=0
    # shellcheck disable=SC2016  # expanded by the inner shell
    out=$(unshare --mount sh -c 'mount -t tmpfs -o "$1" tmpfs "$2" || exit 99; shift 2; "$@"' sh \
      "$1" "$scratch/exports" "$DABIAO" doctor --export "$scratch/exports" --crontab "$crontab" 2>&1) || code=$?
  }
  small size=1m
  fails 73 "MiB are free.*Free some room" "a small disk"
  small ro
  fails 73 "cannot be written.*right to write" "a disk that cannot be written"
fi

# The database.
PGHOST=$scratch/nowhere doctor
fails 69 "nowhere" "an unreachable database"
query "create role stranger_$$ login; grant connect, temporary on database $PGDATABASE to stranger_$$;
  grant usage on schema sqitch to stranger_$$; grant select on sqitch.changes to stranger_$$" >/dev/null
PGUSER=stranger_$$ doctor
like "$code $out" "^77 .*" "a login that is no job's: 77"
like "$out" "grant dabiao_job to stranger_$$" "… and what to do"
query "create role job_$$ login in role dabiao_job" >/dev/null
PGUSER=job_$$ doctor
is "$code" "0" "the job's own login is all that is needed"
query "revoke insert on report.finding from dabiao_job" >/dev/null
PGUSER=job_$$ doctor
fails 77 "lacks insert on report.finding" "a grant that is gone"
query "grant insert on report.finding to dabiao_job" >/dev/null
query "drop owned by stranger_$$; drop role stranger_$$; drop role job_$$" >/dev/null

query "update plan.work_plan set time_zone = 'Asia/Atlantis' where year = 2020" >/dev/null
doctor
like "$code $out" "^78 .*" "a time zone that the server does not know: 78"
like "$out" "Asia/Atlantis.*2020" "… and which"
query "update plan.work_plan set time_zone = 'Asia/Shanghai' where year = 2020" >/dev/null

query "update plan.work_plan set loaded_at = '2020-01-25 00:00+08' where year = 2020" >/dev/null
doctor
fails 75 "not yet published: 2020-01, 2020-02.*dabiao run --due" "months that are due"
query "update plan.work_plan set loaded_at = '2026-01-25 00:00+08'" >/dev/null

query "insert into report.run (district_id, year, version, period, as_of, program_version)
  select district_id, year, version, '2020-01-01', now(), 'x' from plan.work_plan where year = 2020" >/dev/null
doctor
fails 75 "died without a word.*dabiao run --due" "a run that died"
query "update report.run set outcome = 'stopped', message = 'for some reason'" >/dev/null
doctor
fails 65 "stopped: for some reason.*Correct" "a run that was stopped"
query "delete from report.run" >/dev/null

query "update sqitch.changes set change = 'future' where change = 'report/runs'" >/dev/null
doctor
fails 78 "lacking: report/runs.*sqitch deploy" "a schema older than the program"
query "update sqitch.changes set change = 'report/runs' where change = 'future';
  insert into sqitch.changes select repeat('f', 40), null, 'future', project, note, now(), committer_name, committer_email,
  planned_at, planner_name, planner_email from sqitch.changes where change = 'report/runs'" >/dev/null
doctor
fails 78 "newer than this program.*future.*Install" "a schema newer than the program"
query "drop schema sqitch cascade" >/dev/null
doctor
fails 78 "not deployed.*sqitch deploy" "no schema"
