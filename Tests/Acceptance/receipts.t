#!/usr/bin/env bash
# Receipts, marked copies and forms when the program is killed, or the disk is full: a file is on record whole or not at all,
# what is written is whole or not there, the next one puts right what was left, and nothing else is left behind.

# shellcheck source=tap.sh
. "$(dirname "$0")/tap.sh"

deploy
ok $? "the schema is deployed"
dabiao plan load sql/plans/jingan-2020
is "$code" 0 "the 2020 plan is loaded"
/usr/bin/python3 Tests/Acceptance/workbooks.py "$scratch"
ok $? "workbooks are written"
# A workbook of many faults, which takes a while to read, to put on record and to mark.
/usr/bin/python3 - "$scratch/many.xlsx" <<'END'
import sys

import openpyxl

book = openpyxl.Workbook(write_only=True)
sheet = book.create_sheet("填报")
sheet.append(["指标", "单位", "期间", "数值", "备注"])
for line in range(1_500):
    sheet.append(["2.2.1", "statistics", "2020-06", f"{line}万", f"第 {line} 行"])
book.save(sys.argv[1])
END
ok $? "… one of them with 1,500 lines"

export TMPDIR=$scratch/tmp
receipts=$scratch/receipts
mkdir "$TMPDIR" "$receipts"
batches() { query "select count(*) from intake.batch"; }
# left FOLDER: the names in it, in order.
left() { find "$1" -mindepth 1 -printf '%f\n' | LC_ALL=C sort | paste -sd' '; }
clean() { is "$(left "$TMPDIR")$(pgrep -f -- "$scratch/" | paste -sd' ')" "" "$1"; }
submit() { "$DABIAO" submit --receipts "$receipts" "$@" </dev/null >"$scratch/said" 2>&1; }

# Killed on the way to each of the two files.
there=
for name in 回执-shapes.xlsx.txt 标注-shapes.xlsx; do
  rm -f "$receipts"/* "$receipts"/.[!.]*
  before=$(batches)
  { strace --follow-forks --output "$scratch/strace" --trace-path="$receipts/.$name.part" --trace=rename \
    --inject=rename:signal=KILL "$DABIAO" submit --receipts "$receipts" "$scratch/shapes.xlsx"; } \
    >"$scratch/said" 2>&1 </dev/null
  is "$?" 137 "killed as $name is about to be put in its place"
  is "$(($(batches) - before))" 1 "… the file is on record once"
  is "$(left "$receipts")" ".$name.part$there" "… what was begun is hidden"
  there=" $name"
  submit "$scratch/shapes.xlsx"
  is "$? $(left "$receipts")" "65 回执-shapes.xlsx.txt 标注-shapes.xlsx" "… and the next receipt takes its place"
done
clean "no file and no process is left"

# Killed at moments of all kinds: while it reads, checks, records, marks and writes.
begun=$(date +%s%N)
submit "$scratch/many.xlsx"
is "$?" 65 "a workbook of 1,500 lines is refused"
took=$((($(date +%s%N) - begun) / 1000000))
faults=$(query "select count(*) from intake.fault where batch_id = (select max(batch_id) from intake.batch)")
RANDOM=${SEED:-1}
echo "# SEED=${SEED:-1}, $took ms"
stored=0
wrong=0
for _ in $(seq 8); do
  rm -f "$receipts"/* "$receipts"/.[!.]*
  before=$(query "select count(*), (select count(*) from intake.fault) from intake.batch")
  "$DABIAO" submit --receipts "$receipts" "$scratch/many.xlsx" </dev/null >/dev/null 2>&1 &
  victim=$!
  sleep "$(printf '%d.%03d' $((took * (RANDOM % 100) / 100000)) $((took * (RANDOM % 100) / 100 % 1000)))"
  kill -KILL "$victim" 2>/dev/null
  wait "$victim" 2>/dev/null
  for _ in $(seq 100); do
    [ "$(query "select count(*) from pg_stat_activity where datname = current_database() and application_name = 'dabiao'")" = 0 ] && break
    sleep 0.05
  done
  after=$(query "select count(*), (select count(*) from intake.fault) from intake.batch")
  added="$((${after%% |*} - ${before%% |*})) $((${after##*| } - ${before##*| }))"
  case $added in
  "0 0") ;;
  "1 $faults") stored=$((stored + 1)) ;;
  *) wrong=$((wrong + 1)) && echo "# $added" ;;
  esac
  for file in "$receipts"/*; do
    case ${file##*/} in
    回执-many.xlsx.txt) [ "$(tail -c 2 "$file" | od -An -tx1 | tr -d ' ')" = 0d0a ] || wrong=$((wrong + 1)) ;;
    标注-many.xlsx) /usr/bin/python3 -m zipfile --test "$file" >/dev/null || wrong=$((wrong + 1)) ;;
    '*') ;;
    *) wrong=$((wrong + 1)) ;;
    esac
  done
done
is "$wrong" 0 "killed 8 times, the file was on record whole $stored times and otherwise not at all, its receipt likewise"
submit "$scratch/many.xlsx"
is "$? $(left "$receipts")" "65 回执-many.xlsx.txt 标注-many.xlsx" "the next receipt takes the place of what was left"
clean "no file and no process is left"

# Full disks, each a small one of its own.
private=(unshare --mount)
[ "$(id -u)" -eq 0 ] || private=(unshare --user --map-root-user --mount)
if ! "${private[@]}" true 2>/dev/null; then
  echo "# full disks: skipped, as this machine allows no mounts"
  exit
fi
mkdir "$scratch/disk"
# on_disk SIZE COMMAND...: with a disk of that size at $scratch/disk; what is on it afterwards is in $there.
on_disk() {
  local size=$1
  shift
  code=0
  # shellcheck disable=SC2016  # expanded by the inner shell
  out=$("${private[@]}" bash -c 'mount -t tmpfs -o "size=$1" tmpfs "$2" && disk=$2 && shift 2 &&
    { "$@"; code=$?; } </dev/null 2>&1; find "$disk" -mindepth 1 -printf "%f\n" | LC_ALL=C sort >"${disk%/*}/there"
    exit "$code"' bash "$size" "$scratch/disk" "$@") || code=$?
  there=$(paste -sd' ' "$scratch/there")
}
printf '指标,单位,期间,数值\n2.4.2,investment,2020-06,13\n' >"$scratch/sound.csv"

before=$(batches)
on_disk 4k "$DABIAO" submit --receipts "$scratch/disk" "$scratch/shapes.xlsx" "$scratch/sound.csv"
is "$code" 73 "receipts on a full disk: 73"
like "$out" "shapes.xlsx \(XLSX\): 未接收（批号 [0-9]+）：共 4 处问题" "… after the result was said"
like "$out" "shapes.xlsx: 已处理，但回执未能写出" "… and that its receipt is missing"
like "$out" "sound.csv \(UTF-8\): 已接收（批号 [0-9]+）" "… and the file behind it was dealt with"
is "$(($(batches) - before))" 2 "… both are on record"
is "$there" "回执-shapes.xlsx.txt" "… what had room is whole, and nothing is there by halves"
# Scratch files of a workbook, of which the library that writes it does not look whether they had room.
rm -f "$receipts"/*
on_disk 4k env TMPDIR="$scratch/disk" "$DABIAO" submit --receipts "$receipts" "$scratch/many.xlsx"
is "$code $there" "73 " "a full disk for scratch files: 73"
is "$(left "$receipts")" "回执-many.xlsx.txt" "… and no copy that lacks its end"
on_disk 4k env TMPDIR="$scratch/disk" "$DABIAO" form --unit jiangning_road --period 2020-06 --to "$scratch/form.xlsx"
is "$code $([ -e "$scratch/form.xlsx" ] && echo there)" "73 " "… likewise for a form"
on_disk 4k "$DABIAO" form --unit statistics --period 2020-06 --to "$scratch/disk"
is "$code $there" "73 " "a form on a full disk: 73, and nothing is there by halves"
on_disk 1m "$DABIAO" form --unit statistics --period 2020-06 --to "$scratch/disk"
is "$code" 0 "… and with room it is written"
clean "no file and no process is left"
