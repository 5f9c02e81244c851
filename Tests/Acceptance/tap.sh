# shellcheck shell=bash
# What the acceptance tests share: TAP on standard output, a database and a folder of the test's own, the built program.
# Sourced by Tests/Acceptance/*.t, which scripts/test-acceptance runs in a private cluster.

set -uo pipefail
: "${DABIAO_TEST_CLUSTER:?run this through scripts/with-cluster}" "${DABIAO:?names the built program}"
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit 1
# shellcheck source=assertions.sh
. Tests/Acceptance/assertions.sh

out=
code=0
scratch=$(mktemp -d)
export PGDATABASE=acceptance_$$
# A test that sets DABIAO_TEMPLATE=$SAMPLE_DATABASE beforehand begins with the schema deployed, the 2020 plan loaded and the
# sample year submitted, nothing published.
createdb ${DABIAO_TEMPLATE:+--template "$DABIAO_TEMPLATE"} "$PGDATABASE" || exit 1

finish() {
  local status=$?
  trap - EXIT
  dropdb --if-exists --force "$PGDATABASE"
  rm -rf "$scratch"
  echo "1..$count"
  [ "$status" -eq 0 ] && [ "$failures" -eq 0 ] || exit 1
}
trap finish EXIT

# dabiao ARGUMENT...: both outputs in $out, the exit code in $code
# shellcheck disable=SC2034  # read by the tests
dabiao() {
  code=0
  out=$("$DABIAO" "$@" 2>&1 </dev/null) || code=$?
}

query() { psql -XAtqF ' | ' -c "$1"; }

# sample_plan FOLDER: the 2020 plan as samples/load loads it, marked as a sample.
sample_plan() {
  cp -r sql/plans/jingan-2020 "$1"
  sed -i '2s/,never,0,false,/,never,0,true,/' "$1/plan.csv"
}

deploy() { (cd sql && sqitch --quiet deploy "db:pg:$PGDATABASE") >"$scratch/sqitch.log" 2>&1; }

advisory_locks="pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())"

# How many advisory locks the sessions in the test's database hold.
locks() { query "select count(*) from $advisory_locks"; }

# until_locks COUNT: waits until so many are held, 5 s at most.
until_locks() {
  for _ in $(seq 100); do
    [ "$(locks)" = "$1" ] && return
    sleep 0.05
  done
}

# Ends the sessions that hold one.
end_lock_holders() { query "select pg_terminate_backend(pid) from $advisory_locks" >/dev/null; }
