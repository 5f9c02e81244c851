#!/usr/bin/env bash
# The Debian package, from installation to removal, by the commands of docs/operations.md. Run by scripts/test-package
# within scripts/with-debian, as root of a Debian that is thrown away.
#
#   package.t EARLIER-PACKAGE PACKAGE SAMPLE-FOLDER [quick]
#
# quick: the packages hold a debug build, and this Debian a Swift toolchain.

set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit 1
[ "$(pwd -P)" = /srv/dabiao ] || {
  echo 'Bail out! This installs and removes packages: run scripts/test-package'
  exit 1
}
# shellcheck source=../Acceptance/assertions.sh
. Tests/Acceptance/assertions.sh
earlier=$(realpath "$1")
newer=$(realpath "$2")
sample=$(realpath "$3")
is_shipped=1
[ "${4:-}" != quick ] || is_shipped=
document=$PWD/docs/operations.md
here=$(mktemp -d)
chmod 755 "$here"
cd "$here" || exit 1
printf 'APT::Get::Assume-Yes "true";\nAPT::Sandbox::User "root";\n' >/etc/apt/apt.conf.d/99assume-yes

steps() { sed -n 's/^<!-- step: \(.*\) -->$/\1/p' "$document"; }

block() {
  awk -v line="<!-- step: $1 -->" '$0 == line { found = 1 }
    found && /^```/ { if (inside) exit; inside = 1; next }
    inside' "$document"
}

# step NAME: runs the block of commands that the document has under that name; what they say is in $out.
ran=()
step() {
  local status=0
  out=$(block "$1" | bash -euo pipefail /dev/stdin 2>&1) || status=$?
  ok "$status" "docs/operations.md: $1"
  [ "$status" -eq 0 ] || printf '%s\n' "$out" | sed 's/^/# /'
  ran+=("$1")
}

as_postgres() { runuser -u postgres -- "$@"; }
query() { as_postgres psql -XAtqF ' | ' --dbname dabiao --command "$1"; }
# The job as cron starts it, in the environment of its entry: job ARGUMENT...
job() {
  local settings
  mapfile -t settings < <(grep -E '^[A-Z_]+=' /etc/cron.d/dabiao)
  runuser -u dabiao -- env -i HOME=/var/lib/dabiao "${settings[@]}" /usr/lib/dabiao/dabiao-monthly "$@"
}
# What a package could leave behind.
everything() {
  find /etc /usr /opt /var/lib /var/log /var/spool /run/lock -xdev \
    -not -path '/etc/*-' -not -path '/var/lib/dpkg*' -not -path '/var/lib/apt*' -not -path '/var/log/apt*' \
    -not -path '/var/log/dpkg.log' -not -path '/var/log/alternatives.log' -not -path '*postgresql*' \
    -not -path '/etc/.pwd.lock' | LC_ALL=C sort
}
users() { sort /etc/passwd /etc/group /etc/shadow /etc/gshadow | cut -d : -f 1; }

# A Debian with PostgreSQL and nothing of Swift.
if [ -n "$is_shipped" ]; then
  ! command -v swift >/dev/null
  ok $? "there is no Swift toolchain here"
  is "$(find / -xdev -name 'libswiftCore.so' -not -path '/srv/*' 2>/dev/null)" "" "… and no Swift runtime"
fi
server=$(find /usr/lib/postgresql -maxdepth 1 -mindepth 1 -printf '%f\n' | sort -V | tail -n 1)
fresh_server() {
  for cluster in $(pg_lsclusters --no-header | awk '{ print $2 }'); do pg_dropcluster --stop "$server" "$cluster"; done
  pg_createcluster "$server" main --port 5432 -o listen_addresses= -o fsync=off >/dev/null &&
    pg_ctlcluster "$server" main start
}
fresh_server
ok $? "PostgreSQL $server runs"

# Install.
everything >before
users >users-before
cp "$earlier" .
step install
is "$(dpkg-query --show --showformat '${Version}' dabiao)" "$(dpkg-deb --field "$earlier" Version)" "the package is installed"
rm dabiao_*.deb
like "$(dabiao --version)" '^[0-9]+\.[0-9]+\.[0-9]+$' "the program runs"
libraries=$(ldd /usr/bin/dabiao)
is "$(grep -c 'not found' <<<"$libraries")" 0 "no shared library is missing"
like "$libraries" 'libpq\.so\.5 => /' "libpq is Debian's"
[ -z "$is_shipped" ] || is "$(grep -ciE 'swift|foundation|dispatch' <<<"$libraries")" 0 "the Swift runtime is linked in"
like "$(dpkg-query --show --showformat '${Depends}' dabiao)" 'libpq5' "the package depends on libpq5"
is "$(stat -c '%U:%G %a' /var/lib/dabiao /var/lib/dabiao/exports /var/log/dabiao | paste -sd' ')" \
  "dabiao:dabiao 750 dabiao:dabiao 2750 dabiao:adm 2750" "the folders are the job's"
like "$(getent passwd dabiao)" '^dabiao:x:[1-9][0-9]{2}:.*:/var/lib/dabiao:/usr/sbin/nologin$' "the user is a system user that cannot log in"
is "$(stat -c '%U:%G %a' /etc/cron.d/dabiao)" "root:root 644" "cron takes the entry"
is "$(dpkg-query --show --showformat '${Conffiles}\n' dabiao | awk 'NF { print $1 }' | sort | paste -sd' ')" \
  "/etc/cron.d/dabiao /etc/dabiao/pg_service.conf /etc/logrotate.d/dabiao" "the settings are conffiles"
manual=$(MANWIDTH=200 man dabiao 2>&1 | col -b)
like "$manual" '^EXIT STATUS' "there is a manual"
# Every command and option, as the program itself tells of them: "run --month".
dabiao --experimental-dump-help | perl -MJSON::PP -0777 -ne '
  sub list {
    my ($command, @path) = @_;
    for my $name (map { @{ $_->{names} // [] } } @{ $command->{arguments} // [] }) {
      print "@path --$name->{name}\n" if @path && $name->{kind} eq "long";
    }
    list($_, @path, $_->{commandName}) for grep { $_->{commandName} ne "help" } @{ $command->{subcommands} // [] };
  }
  list(decode_json($_)->{command})' | sort -u >options
like "$(wc -l <options)" '^[1-9][0-9]+$' "the program tells of its commands and options"
# In the manual a command stands before its options, and they before the next command.
sed -n '/^DESCRIPTION/,/^ENVIRONMENT/p' <<<"$manual" | awk -v commands="$(sed 's/ --.*//' options | tr ' ' '\n' | sort -u | paste -sd' ')" '
  BEGIN { split(commands, names, " "); for (number in names) known[names[number]] = 1 }
  $1 in known { command = $1 }
  { for (field = 1; field <= NF; field++) if ($field ~ /^--[a-z]/) { sub(/[],.]*$/, "", $field); print command, $field } }' |
  sort -u >in-manual
is "$(sed -E 's/^.* ([a-z]+ --)/\1/' options | sort -u | comm -23 - in-manual | paste -sd,)" "" "… with every command and option"
is "$(sed -n '/^EXIT STATUS/,/^EXAMPLES/p' <<<"$manual" | grep -oE '^ +[0-9]+(, [0-9]+)?' | tr -d ' ' | paste -sd' ')" \
  "0 $(sed -nE 's/^\| ([0-9, ]+) \|.*/\1/p' "$document" | tr -d ' ' | grep -v '^2$' | paste -sd' ')" \
  "… and every exit code of the program that docs/operations.md tells of"
is "$(systemctl is-enabled dabiao.timer)" disabled "the timer is not enabled"
is "$(systemd-analyze verify /lib/systemd/system/dabiao.timer 2>&1 | grep dabiao)" "" "systemd finds nothing to say of its units"
is "$(sed -nE '/^(SHELL|PATH|MAILTO)=/d; s/^([A-Z_]+=.*)/\1/p' /etc/cron.d/dabiao)" \
  "$(sed -nE 's/^Environment="(.*)"$/\1/p' /lib/systemd/system/dabiao.service)" "cron entry and service have the same settings"
bash -c '. /usr/share/bash-completion/completions/dabiao && complete -p dabiao' >/dev/null
ok $? "bash completes"
# What is offered after "dabiao run --", for each command.
sed 's/ --.*//' options | sort -u | bash -c '. /usr/share/bash-completion/completions/dabiao
  while read -r -a path; do
    COMP_WORDS=(dabiao "${path[@]}" --) COMP_CWORD=$((${#path[@]} + 1)) COMP_LINE="dabiao ${path[*]} --" COMPREPLY=()
    COMP_POINT=${#COMP_LINE}
    _dabiao dabiao -- "${path[-1]}"
    printf "${path[*]} %s\n" "${COMPREPLY[@]%% *}"
  done' | sort -u >offered
is "$(comm -23 options offered | paste -sd,)" "" "… every command and option"
for shell in zsh/vendor-completions/_dabiao fish/vendor_completions.d/dabiao.fish; do
  missing=$(while read -r command; do
    grep -qE -- "_dabiao_${command// /_}\(\)|\"dabiao $command\"" /usr/share/$shell || echo "$command"
  done < <(sed 's/ --.*//' options | sort -u))
  is "$missing" "" "… and ${shell%%/*} every command"
done

# Set up and use.
runuser -u dabiao -- env PGDATABASE=dabiao dabiao status >/dev/null 2>&1
is "$?" 69 "without a database: 69"
step set-up
like "$out" 'jingan 2020: loaded as version 1' "the plan is loaded"
step people
useradd office
grep -lE '^[0-9.]+,commerce,2020-' "$sample"/submissions/*.csv | head -n 1 | xargs -I '{}' cp '{}' figures.csv
like "$(runuser -u office -- env PGDATABASE=dabiao dabiao submit figures.csv 2>&1)" 'accepted \(batch [0-9]+\): [0-9]+ figures?, [1-9][0-9]* new' "the office submits a department's file"
is "$(query 'select count(distinct unit) from intake.submission')" 1 "… its figures are stored"
useradd analyst
is "$(runuser -u analyst -- psql -XAtqd dabiao -c 'select count(*) from report.headline' 2>&1)" 0 "an analyst reads"
! runuser -u analyst -- psql -XAtqd dabiao -c 'select count(*) from intake.submission' >/dev/null 2>&1
ok $? "… the views only"
PGDATABASE=dabiao as_postgres /srv/dabiao/samples/load "$sample" >load.log 2>&1
ok $? "the sample year is submitted"
tail -n 1 load.log | sed 's/^/# /'
step first-month
exports=/var/lib/dabiao/exports
is "$(query "select count(*) from report.headline where period = '2020-06'")" 3 "the month is published"
(cd $exports/jingan/2020-06 && sha256sum --check --quiet SHA256SUMS)
ok $? "… and exported"
is "$(stat -c '%U:%G' $exports/jingan/2020-06/SHA256SUMS)" dabiao:dabiao "… for group dabiao"
said=$(job 2020-05 2>&1)
is "$? $said" "0 " "the job publishes a month, in silence"
is "$(query "select count(*) from report.headline where period = '2020-05'")" 3 "… which is there"

# The log of a machine without mail.
runuser -u dabiao -- sh -c 'echo said >>/var/log/dabiao/monthly.log'
logrotate --force --state "$here/logrotate" /etc/logrotate.d/dabiao
ok $? "logrotate rotates the log"
is "$(find /var/log/dabiao -type f -printf '%f %u:%g %m\n' | sort | paste -sd' ')" \
  "monthly.log dabiao:adm 640 monthly.log.1 dabiao:adm 644" "… and gives the job a new one"

# Cron or the timer.
# entry [SETTING...]: the entry's command as cron runs it.
entry() {
  local command
  command=$(sed -nE 's/^[0-9*][^#]* dabiao (.*)/\1/p' /etc/cron.d/dabiao)
  runuser -u dabiao -- env -i HOME=/var/lib/dabiao PATH=/usr/local/bin:/usr/bin:/bin "$@" sh -c "$command" 2>&1
}
step timer
is "$(systemctl is-enabled dabiao.timer)" enabled "the timer is enabled"
is "$(entry)" "" "… and the cron entry leaves the work to it"
step cron
is "$(systemctl is-enabled dabiao.timer)" disabled "the timer is disabled again"
like "$(entry)" 'DABIAO_EXPORTS' "… and the cron entry runs the job"
mapfile -t settings < <(grep -E '^[A-Z_]+=' /etc/cron.d/dabiao)
said=$(entry "${settings[@]}")
is "$? $said" "0 " "… which finds nothing due, in silence"
step by-hand
is "$out" "" "… as it does when started by hand"

# Back up, and restore on a server that has never seen dabiao.
counts="select (select count(*) from intake.submission), (select count(*) from report.attainment_history)"
kept=$(query "$counts")
like "$kept" '^[1-9][0-9]+ \| [1-9][0-9]+$' "there is data to keep"
cp -r $exports/jingan/2020-06 published
step back-up
fresh_server
is "$(as_postgres psql -XAtqc "select count(*) from pg_roles where rolname ~ '^dabiao'")" 0 "a fresh server"
step restore
is "$(query "$counts")" "$kept" "what was backed up is there again"
step restored
diff -r published /tmp/restored/jingan/2020-06 >/dev/null
ok $? "… and a month is exported as it was, byte by byte"

# Upgrade: settings, data and schedule are kept.
systemctl enable dabiao.timer 2>/dev/null
echo '# ours' >>/etc/dabiao/pg_service.conf
sed -i 's/^MAILTO=.*/MAILTO=office/' /etc/cron.d/dabiao
cp "$newer" .
step upgrade
rm dabiao_*.deb
is "$(dpkg-query --show --showformat '${Version}' dabiao)" "$(dpkg-deb --field "$newer" Version)" "the new package is installed"
is "$(tail -n 1 /etc/dabiao/pg_service.conf) $(grep ^MAILTO /etc/cron.d/dabiao)" "# ours MAILTO=office" "edited settings are kept"
is "$(systemctl is-enabled dabiao.timer)" enabled "… and the timer that was enabled"
is "$(query "$counts")" "$kept" "… and the data"
said=$(job 2020-04 2>&1)
is "$? $said" "0 " "the job still publishes"

# Remove.
apt-get remove dabiao >/dev/null 2>&1
ok $? "the package is removed"
is "$(entry)" "" "… the cron entry, which stays, does nothing"
is "$(stat -c %U /etc/dabiao/pg_service.conf $exports/jingan/2020-06 | paste -sd' ')" "root dabiao" "… settings and exports stay"
step uninstall
like "$out" '/var/lib/dabiao/exports' "purging says what stays"
is "$(find /var/lib/dabiao -mindepth 1 -maxdepth 1)" $exports "… only what was published"
[ -f $exports/jingan/2020-06/SHA256SUMS ] && id dabiao >/dev/null
ok $? "… with its owner"
step remove-all
cp "$newer" . && apt-get install ./dabiao_*.deb >/dev/null 2>&1 && apt-get purge dabiao >/dev/null 2>&1
ok $? "what published nothing is installed and purged"
everything >after
users >users-after
userdel office && userdel analyst
users >users-after
is "$(diff before after)" "" "nothing is left behind"
is "$(diff users-before users-after)" "" "… no user or group either"
is "$(steps | paste -sd' ')" "$(printf '%s\n' "${ran[@]}" | paste -sd' ')" "every step of the document was run, in its order"

echo "1..$count"
[ "$failures" -eq 0 ]
