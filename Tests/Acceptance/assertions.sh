# shellcheck shell=bash
# TAP on standard output: what every test script asserts with. Sourced by tap.sh, and by what tests without a database.

count=0
failures=0

# ok STATUS NAME
ok() {
  count=$((count + 1))
  if [ "$1" -eq 0 ]; then
    echo "ok $count - $2"
  else
    failures=$((failures + 1))
    echo "not ok $count - $2"
  fi
}

# is FOUND WANTED NAME
is() {
  local status=0
  [ "$1" = "$2" ] || status=1
  ok "$status" "$3"
  [ "$status" -eq 0 ] || printf 'found:  %s\nwanted: %s\n' "$1" "$2" | sed 's/^/# /'
}

# like TEXT EXTENDED-REGEX NAME
like() {
  local status=0
  grep -qE -- "$2" <<<"$1" || status=1
  ok "$status" "$3"
  [ "$status" -eq 0 ] || printf 'found:  %s\nwanted: %s\n' "$1" "$2" | sed 's/^/# /'
}
