#!/usr/bin/env bash
# bulletin.html in a real browser: every figure against data/, nothing cut off or unprintable at any width, nothing hostile alive.

export DABIAO_TEMPLATE=${SAMPLE_DATABASE:?run this through scripts/test-acceptance}
# shellcheck source=tap.sh
. "$(dirname "$0")/tap.sh"

exports=$scratch/exports
run=(run --month 2020-06 --as-of 2020-07-11T00:00:00+08:00 --export)
dabiao "${run[@]}" "$exports"
is "$code: $out" "0: " "June is published"
page=$exports/jingan/2020-06/bulletin.html
ok "$([ -s "$page" ] && echo 0 || echo 1)" "with its page"
(cd "$exports/jingan/2020-06" && sha256sum --check --quiet SHA256SUMS && grep -q ' bulletin.html$' SHA256SUMS)
ok $? "whose checksum is in SHA256SUMS"

python=var/venv/bin/python
[ -x "$python" ] || python=python3
look() {
  local said status=0
  said=$(timeout 300 "$python" Tests/Bulletin/look.py "$@" 2>&1) || status=$?
  ok "$status" "$(tail -n 1 <<<"$said")"
  [ "$status" -eq 0 ] || printf '# %s\n' "${said//$'\n'/$'\n'# }"
}
look figures "$page"
look layout "$page"
look print "$page"

# The same as-of instant, the same bytes; whatever the time zone and the locale.
cp "$page" "$scratch/first.html"
(
  export TZ=America/New_York PGTZ=Pacific/Auckland LC_ALL=C
  dabiao export --month 2020-06 --to "$scratch/again"
)
cmp "$scratch/first.html" "$scratch/again/jingan/2020-06/bulletin.html"
ok $? "the page is the same byte for byte when it is exported again"
is "$(grep -c '本页含样本数据' "$page")$(grep -c 'SYNTHETIC sample data' "$page")" 11 "sample data are called so in both languages"

# Why a target is behind: its units, the yellow ones too, and of several notes the newest.
submit() {
  cat >"$scratch/reasons.csv"
  dabiao submit --submitted-at "$1" "$scratch/reasons.csv"
  is "$code" 0 "figures with notes are taken"
}
submit 2020-07-09T12:00:00+08:00 <<'CSV'
indicator,unit,period,value,note
5.6.1,caojiadu,2020-05,8,the note of May
5.6.1,caojiadu,2020-06,8,the first note of June
5.6.1,daning_road,2020-06,-40,
5.6.1,pengpu_xincun,2020-06,20,
5.6.1,zhijiang_west_road,2020-06,0,
CSV
submit 2020-07-10T10:00:00+08:00 <<'CSV'
indicator,unit,period,value,note
5.6.1,caojiadu,2020-06,9,the last note of June
CSV
dabiao "${run[@]}" "$scratch/reasons"
is "$code" 0 "the month is published with them"
reasons=$scratch/reasons/jingan/2020-06/bulletin.html
is "$(grep -o '[0-9]* of its units[^<]*' "$reasons" | head -n 1)" \
  "3 of its units are behind: Daning Road Subdistrict (-363.6364 %), Zhijiang West Road Subdistrict (0 %), Caojiadu Subdistrict (90 %)." \
  "of a target's units those with a yellow light are told after those with a red one"
is "$(grep -oE 'the (first |last )?note of (May|June)' "$reasons" | sort -u)" "the last note of June" \
  "of a unit's notes the page quotes the newest"

# Whatever is written into a note, a reason or a name is text.
evil="<script>alert(1)</script></style>]]><img src=x onerror=alert(1)>\" onmouseover=alert(1) '"
cat >"$scratch/evil.csv" <<CSV
indicator,unit,period,value,denominator,base_value,base_denominator,stage,progress,occurred_on,note
2.4.3,investment,2020-06,0,,,,,,,"note ${evil//\"/\"\"}"
CSV
dabiao submit --submitted-at 2020-07-10T12:00:00+08:00 "$scratch/evil.csv"
is "$code" 0 "a note full of markup is taken"
dabiao review return --indicator 5.6.1 --unit caojiadu --period 2020-06 --reviewed-at 2020-07-10T13:00:00+08:00 \
  --reason "reason $evil"
is "$code" 0 "… and such a reason"
psql -Xqv ON_ERROR_STOP=1 -v evil="$evil" <<'SQL'
update plan.indicator set name_zh = name_zh || :'evil', name_en = name_en || :'evil', unit_of_measure = unit_of_measure || :'evil';
update plan.unit set name_zh = name_zh || :'evil', name_en = name_en || :'evil';
update plan.section set title_zh = title_zh || :'evil', title_en = title_en || :'evil';
update plan.district set name_zh = name_zh || :'evil', name_en = name_en || :'evil';
update plan.work_plan set title_zh = title_zh || :'evil', title_en = title_en || :'evil', source = source || :'evil';
SQL
ok $? "… and such names"
dabiao "${run[@]}" "$scratch/evil"
is "$code" 0 "the month is published with them"
look hostile "$scratch/evil/jingan/2020-06/bulletin.html"
