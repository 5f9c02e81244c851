#!/usr/bin/env bash
# A server of this test's own that takes nothing but TLS and passwords: the job reaches it, turns away from a wrong
# certificate, and leaves the password in no place where it could be read.

folder=${TLS_FOLDER:-}
host=db.dabiao.test

# A certificate authority, and the server's certificate signed by it.
certify() {
  local key=(-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes)
  openssl req -x509 "${key[@]}" -days 2 -subj "/CN=authority" -keyout authority.key -out authority.crt
  openssl req -x509 "${key[@]}" -days 2 -subj "/CN=authority" -keyout stranger.key -out stranger.crt
  openssl req "${key[@]}" -subj "/CN=$host" -keyout server.key -out server.csr
  openssl x509 -req -in server.csr -CA authority.crt -CAkey authority.key -CAcreateserial -days 2 \
    -extfile <(echo "subjectAltName=DNS:$host") -out server.crt
}

if [ -z "$folder" ]; then
  set -euo pipefail
  cd "$(dirname "$0")/../.."
  # The newest PostgreSQL, of PyPI, is built without it; Debian's is not.
  if [ -z "$(psql -XAtc 'show ssl_library')" ]; then
    echo '1..0 # SKIP this PostgreSQL knows no TLS'
    exit
  fi
  folder=$(mktemp -d /tmp/dabiao-tls.XXXXXX)
  trap 'rm -rf "$folder"' EXIT
  chmod 711 "$folder"
  (cd "$folder" && certify >openssl.log 2>&1) || {
    cat "$folder/openssl.log" >&2
    exit 1
  }
  printf 'hostssl all %s\n' "postgres 127.0.0.1/32 trust" "all 127.0.0.1/32 scram-sha-256" >"$folder/hba.conf"
  mkdir "$folder/log"
  # As root, with-cluster's server runs under another user, who must own the key.
  if [ "$(id -u)" -eq 0 ]; then
    chown "$(id -u postgres 2>/dev/null || id -u nobody)" "$folder"/{server.key,server.crt,hba.conf,log}
  fi
  pg_dump --dbname "$SAMPLE_DATABASE" --file "$folder/sample.sql"
  export TLS_FOLDER=$folder DABIAO_CLUSTER_TCP=1
  options=(ssl=on "ssl_cert_file=$folder/server.crt" "ssl_key_file=$folder/server.key" "hba_file=$folder/hba.conf"
    logging_collector=on "log_directory=$folder/log" log_filename=server.log log_file_mode=0644
    log_connections=on log_statement=all log_min_duration_statement=0)
  DABIAO_CLUSTER_OPTIONS=$(printf -- '-c %s ' "${options[@]}")
  export DABIAO_CLUSTER_OPTIONS
  scripts/with-cluster "$0"
  exit
fi

# shellcheck source=tap.sh
. "$(dirname "$0")/tap.sh"
secret=geheim$RANDOM$RANDOM

psql -Xqf sql/deploy/roles.sql >/dev/null && psql -Xqf "$folder/sample.sql" >/dev/null && psql -Xqc analyze
ok $? "the sample year is restored from a dump"
is "$(query "select bool_or(has_function_privilege('dabiao_analyst', oid, 'execute')) from pg_proc
  where proname ~ 'advisory_(xact_)?lock' and pronamespace = 'pg_catalog'::regnamespace")" f "… with what it forbids"
psql -Xq <<SQL
set log_statement = none;
set log_min_duration_statement = -1;
create role monthly login password '$secret' in role dabiao_job;
create role wang login password '$secret' in role dabiao_office;
SQL
ok $? "logins with passwords"

# From here on as a user would have it: a service, a password file, the authority's certificate.
mkdir -p "$scratch/exports"
cat >"$scratch/services.conf" <<CONF
[dabiao]
host=$host
hostaddr=127.0.0.1
port=$PGPORT
dbname=$PGDATABASE
user=monthly
sslmode=verify-full
sslrootcert=$folder/authority.crt
CONF
printf '%s\n' "$host:$PGPORT:$PGDATABASE:monthly:$secret" "$host:$PGPORT:$PGDATABASE:wang:$secret" >"$scratch/.pgpass"
chmod 600 "$scratch/.pgpass"
said=$scratch/said
# there ARGUMENT...: dabiao with the service and the password file in its home
there() {
  code=0
  out=$(env -u PGHOST -u PGPORT -u PGUSER -u PGDATABASE HOME="$scratch" PGSERVICEFILE="$scratch/services.conf" \
    PGSERVICE=dabiao "$DABIAO" "$@" 2>&1 </dev/null) || code=$?
  printf '%s\n' "$out" >>"$said"
}
# turned_away TEXT NAME
turned_away() {
  is "$code" 69 "$2: 69"
  is "$(wc -l <<<"$out")" 1 "… in one line"
  like "$out" "$1" "… that says why"
}

there run --month 2020-06 --as-of 2020-07-11T00:00:00+08:00 --export "$scratch/exports"
is "$code: $out" "0: " "the job publishes over verify-full with the password from .pgpass"
is "$(query "select run_by, outcome from report.run")" "monthly | published" "… under its own login"
like "$(cat "$folder/log/server.log")" "user=monthly database=$PGDATABASE application_name=dabiao SSL enabled \(protocol=TLSv1.3" \
  "… over TLS 1.3, as the server's log has it"

sed "s/authority.crt/stranger.crt/" -i "$scratch/services.conf"
there run --month 2020-06
turned_away "certificate verify failed" "a certificate of another authority"
sed "s/stranger.crt/authority.crt/" -i "$scratch/services.conf"
sed "s/^host=.*/host=elsewhere.dabiao.test/" -i "$scratch/services.conf"
there run --month 2020-06
turned_away "certificate for \"$host\" does not match host name \"elsewhere.dabiao.test\"" "a certificate of another host"
sed "s/^host=.*/host=$host/" -i "$scratch/services.conf"
sed "s/authority.crt/nowhere.crt/" -i "$scratch/services.conf"
there run --month 2020-06
turned_away "nowhere.crt.* does not exist" "no authority to check against"
sed "s/nowhere.crt/authority.crt/" -i "$scratch/services.conf"
PGSSLMODE=disable PGOPTIONS='' there run --month 2020-06 --database "service=dabiao sslmode=disable"
turned_away "no encryption" "a connection without TLS"
is "$(query "select count(*) from report.run")" 1 "none of these reached the database"

printf '%s\n' indicator,unit,period,value 2.2.1,statistics,2020-12,801 >"$scratch/own.csv"
there submit --database "service=dabiao user=wang" "$scratch/own.csv"
is "$code" 0 "the office submits over TLS with the password from .pgpass"
is "$(query "select received_by from intake.batch order by batch_id desc limit 1")" wang "… under the own login"

# Passwords that are wrong, missing, or where they should not be.
sed -i "s/:$secret/:wrong$secret/" "$scratch/.pgpass"
there status
turned_away "password authentication failed" "a wrong password"
mv "$scratch/.pgpass" "$scratch/pgpass"
there status
turned_away "no password supplied" "no password, and no question for one"
sed -i "s/:wrong$secret/:$secret/" "$scratch/pgpass"
for given in "postgresql://monthly:$secret@$host/$PGDATABASE" "service=dabiao password=$secret" \
  "postgresql://$host/$PGDATABASE?user=monthly&password=$secret" "service=dabiao sslpassword=$secret"; do
  there status --database "$given"
  is "$code" 64 "a password in --database (${given%%[ :]*}…): 64"
  like "$out" "every user of this machine can read" "… with the reason"
done
there status --database "postgresql://monthly:@$secret@$host/$PGDATABASE"
is "$code" 69 "a connection string that libpq would misread: 69"
there status --database "postgres:/monthly:$secret@$host/$PGDATABASE"
is "$((code != 0))" 1 "a connection string that is none"

# While a run goes on, held up by a lock: what ps and the server's views show.
mv "$scratch/pgpass" "$scratch/.pgpass"
psql -Xqc "begin; lock table plan.indicator; select pg_sleep(60)" >/dev/null 2>&1 &
for _ in $(seq 100); do
  [ "$(query "select count(*) from pg_locks where relation = 'plan.indicator'::regclass and mode = 'AccessExclusiveLock'")" = 1 ] && break
  sleep 0.1
done
there run --month 2020-07 --as-of 2020-08-11T00:00:00+08:00 &
waiting="from pg_stat_activity where usename = 'monthly'"
for _ in $(seq 100); do
  [ "$(query "select count(*) $waiting and wait_event_type = 'Lock'")" = 1 ] && break
  sleep 0.1
done
query "select to_jsonb(pg_stat_activity) $waiting" >"$scratch/activity"
for process in /proc/[0-9]*; do
  [ "$(readlink "$process/exe" 2>/dev/null)" = "$DABIAO" ] && tr '\0' ' ' <"$process/cmdline"
done >"$scratch/ps" 2>/dev/null
query "select pg_terminate_backend(pid) from pg_stat_activity where query ~ '^begin; lock'" >/dev/null
wait
like "$(cat "$scratch/activity")" "application_name.*dabiao" "pg_stat_activity shows the run"
like "$(cat "$scratch/ps")" "run --month 2020-07" "… and so does ps"
is "$(query "select count(*) from report.run where outcome = 'published'")" 2 "… which then publishes"

pg_dump --file "$scratch/dump.sql"
for place in said activity ps dump.sql exports; do
  [ -s "$scratch/$place" ] && ! grep -rqF "$secret" "$scratch/$place"
  ok $? "the password is nowhere in $place"
done
[ -s "$folder/log/server.log" ] && ! grep -qF "$secret" "$folder/log/server.log"
ok $? "… nor in the server's log of every statement"
grep -qF "$secret" "$scratch/.pgpass"
ok $? "… but in .pgpass, where the same search finds it"
