#!/usr/bin/env bash
# What a clerk's spreadsheet saves: CSV in GB18030 and .xlsx, by LibreOffice, sound and broken.
# shellcheck disable=SC1111  # Chinese quotes in what a note says

DABIAO_TEMPLATE=${SAMPLE_DATABASE:?}
# shellcheck source=tap.sh
. "$(dirname "$0")/tap.sh"

/usr/bin/python3 Tests/Acceptance/workbooks.py "$scratch"
ok $? "workbooks are written"

# convert FORMAT FOLDER FILE...: saved by LibreOffice, with a profile of its own
convert() {
  local format=$1 folder=$2
  shift 2
  timeout 120 soffice "-env:UserInstallation=file://$scratch/profile" --headless --convert-to "$format" \
    --outdir "$scratch/$folder" "$@" >"$scratch/soffice.log" 2>&1
}
# 44 and 34: comma and quote. 85: GB18030. Cells as shown, as people save them.
convert 'csv:Text - txt - csv (StarCalc):44,34,85,1' csv "$scratch/sound.xlsx" "$scratch/broken.xlsx"
ok $? "LibreOffice saves them as CSV in GB18030"
convert 'xlsx:Calc MS Excel 2007 XML' xlsx "$scratch/sound.xlsx" "$scratch/broken.xlsx"
ok $? "… and as .xlsx"
iconv -f GB18030 -t UTF-8 "$scratch/csv/sound.csv" | sed 's/^/# /'
! iconv -f UTF-8 -t UTF-8 "$scratch/csv/sound.csv" >/dev/null 2>&1
ok $? "the CSV is not UTF-8"

stored() {
  query "select indicator, to_char(period, 'YYYY-MM'), trim_scale(value), trim_scale(base_value), stage,
    trim_scale(progress), occurred_on, note
    from intake.submission where batch_id = (select max(batch_id) from intake.batch) order by line"
}
sound="2.4.2 | 2020-06 | 12 |  |  |  |  | 引进“千万级”企业,含总部
2.2.1 | 2020-06 | 2.3 |  |  |  |  | 
2.2.1 | 2020-05 | 1234567.89 |  |  |  |  | 核对
2.2.1 | 2020-04 | 0.3 |  |  |  |  | 
2.1.1 | 2020-06 | 99999999999.25 | 0.000001 |  |  |  | 
1.6.1 | 2020-06 |  |  | started | 33.5 | 2020-06-08 | "

# The sound one.
dabiao submit "$scratch/csv/sound.csv"
is "$code" 0 "the CSV in GB18030 goes in"
like "$out" "sound.csv \(GB18030\): accepted, 0 new figures, 6 corrections, 0 unchanged" "… and the encoding is told"
is "$(stored)" "$sound分两段
说明" "… as it was typed"
is "$(query "select encoding, encode(sha256, 'hex') = '$(sha256sum <"$scratch/csv/sound.csv" | cut -d ' ' -f 1)',
  sha256(content) = sha256 from intake.batch order by batch_id desc limit 1")" "GB18030 | t | t" "… with its bytes on record"
dabiao submit "$scratch/xlsx/sound.xlsx"
is "$code" 0 "the .xlsx goes in"
like "$out" "sound.xlsx \(XLSX\): accepted, 0 new figures, 1 corrections, 5 unchanged" \
  "… with the same figures; a line break in a note becomes a space"
is "$(query "select encoding, encode(sha256, 'hex') = '$(sha256sum <"$scratch/xlsx/sound.xlsx" | cut -d ' ' -f 1)',
  sha256(content) = sha256 from intake.batch order by batch_id desc limit 1")" "XLSX | t | t" "… with its bytes on record"
dabiao submit "$scratch/xlsx/sound.xlsx"
like "$out" "the same file was accepted before" "the same workbook again adds nothing"

# Its broken twin.
before=$(query "select count(*) from intake.submission")
dabiao submit "$scratch/csv/broken.csv"
is "$code" 65 "the broken CSV is refused"
is "$(grep -v ^dabiao: <<<"${out//"$scratch/csv/"/}")" 'broken.csv:2: value（数值）："1,200"；请去掉千位分隔符，写成 1200
    found "1,200"; wanted a figure without thousands separators: 1200
broken.csv:3: value（数值）："12.5%"；请去掉百分号，12.5% 填 12.5
    found "12.5%"; wanted a figure without a percent sign: 12.5 for 12.5 %
broken.csv:4: value（数值）："3亿元"；请换算成指标的计量单位，不带“万”“亿”
    found "3亿元"; wanted a figure in the indicator'"'"'s own unit of measure, without 万 or 亿
broken.csv:5: value（数值）："0.3333333"；整数部分至多 14 位，小数部分至多 6 位
    found "0.3333333"; wanted at most 14 integer and 6 fraction digits
broken.csv:6: indicator（指标）："2.2.l"；该年度计划中没有此指标，最接近的编号是 2.2.1
    found "2.2.l"; wanted an indicator of the year'"'"'s plan; the nearest code is 2.2.1
broken.csv:7: period（期间）："2020年6月"；期间应写成 2020-06
    found "2020年6月"; wanted a month YYYY-MM, as 2020-06
broken.csv:7: stage（阶段）："竣工"；阶段应为未开工、已开工或已完成
    found "竣工"; wanted not_started, started or completed
broken.csv:7: occurred_on（发生日期）："2020/7/8"；日期应写成 2020-07-08
    found "2020/7/8"; wanted a date of the calendar YYYY-MM-DD, as 2020-07-08
broken.csv (GB18030): 未接收，共 8 处问题，改好后请整份重报
    refused, 8 faults; nothing of it was stored, the file is on record (batch '"$(query "select max(batch_id) from intake.batch")"')' "… with a report that a clerk can act on"
dabiao submit "$scratch/xlsx/broken.xlsx"
is "$code" 65 "the broken .xlsx is refused"
is "$(grep -c '^ ' <<<"$out")" 7 "… with a fault for each broken cell but the one that is only shown with separators, and a line for the file"
like "$out" 'broken.xlsx:3: value（数值）："12.5%"' "… a percent format is not passed over"
like "$out" 'broken.xlsx:4: value（数值）："3亿"' "… nor is 亿"
like "$out" 'broken.xlsx:5: value（数值）："0.333333' "… nor are seven digits"
is "$(query "select count(*) from intake.submission")" "$before" "nothing of either is stored"

# What CSV cannot show.
dabiao submit --check "$scratch/shapes.xlsx"
is "$code" 65 "shapes: 65"
is "$(grep -v -e '^ ' -e ^dabiao: <<<"${out//"$scratch/"/}")" 'shapes.xlsx:2: value（数值）：实际数值 1234567，但单元格格式按千位等缩放显示；请把单元格格式改为“常规”，核对数值
shapes.xlsx:3: value（数值）：公式 "=1+1" 没有保存计算结果；请填数值，或重新计算后再保存
shapes.xlsx:3: value（数值）：空；总量类指标必须填“数值”
shapes.xlsx:4: 隐藏的行；请取消隐藏（或清除筛选），不报的行请删去
shapes.xlsx:5: 合并单元格 D5:D6；请取消合并，每格各填各的
shapes.xlsx (XLSX): 共 5 处问题' "a scaled format, a formula never calculated, a hidden row and merged cells are named"
dabiao submit --check "$scratch/sheets.xlsx"
like "$out" '有内容的工作表："一、二"' "two sheets of figures are refused"
dabiao submit --check "$scratch/explained.xlsx"
is "$code" 0 "a sheet of explanations beside the figures is passed over"
head -c 2000 "$scratch/sound.xlsx" >"$scratch/cut.xlsx"
dabiao submit "$scratch/cut.xlsx"
is "$code" 65 "a damaged workbook is refused"
like "$out" "已损坏" "… as such"
python3 -c "import sys, zipfile
with zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as z: z.writestr('xl/workbook.xml', bytes(1 << 30))" "$scratch/bomb.xlsx"
dabiao submit --check "$scratch/bomb.xlsx"
like "$out" "过大" "an archive that unpacks to a gigabyte is refused"
printf '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1' >"$scratch/old.xls"
dabiao submit "$scratch/old.xls"
like "$out" "旧格式工作簿" "an .xls is refused, and told what to save instead"
is "$(query "select count(*) from intake.submission")" "$before" "nothing of these is stored"

hide=(unshare --mount)
[ "$(id -u)" -eq 0 ] || hide+=(--map-root-user)
# shellcheck disable=SC2016  # expanded by the inner shell
hidden='mount -t tmpfs tmpfs /usr/lib/python3/dist-packages/openpyxl || exit 99; shift; exec "$@"'
if "${hide[@]}" sh -c "$hidden" sh x true 2>/dev/null; then
  code=0
  out=$("${hide[@]}" sh -c "$hidden" sh x "$DABIAO" submit "$scratch/explained.xlsx" 2>&1) || code=$?
  is "$code" 78 "without the reader: 78"
  is "$out" 'dabiao: a workbook (.xlsx) can be read only where the Debian package python3-openpyxl is installed; install it, or save the sheet as "CSV UTF-8"' \
    "… which names the package"
else
  ok 0 "without the reader # SKIP no mount namespace here"
fi

# Windows, from outside.
dabiao window close --period 2020-06 --reason "半年报定稿"
is "$code" 0 "June is closed"
printf '指标,单位,期间,数值\n2.4.2,investment,2020-06,13\n' >"$scratch/late.csv"
dabiao submit "$scratch/late.csv"
is "$code" 65 "… and refuses figures"
like "$out" "late.csv:2: period（期间）：\"2020-06\"；该期间已于 .* 关闭；确需补报请向主管部门申请例外" "… saying so"
dabiao window open --period 2020-06 --unit statistics --until 2999-12-31 --reason "另一单位"
dabiao submit --check "$scratch/late.csv"
is "$code" 65 "an exception for another unit does not help"
dabiao window open --period 2020-06 --unit investment --until 2999-12-31 --reason "漏报"
is "$out" "2020-06: open for investment, every indicator, until 3000-01-01 00:00" "an exception is granted"
dabiao submit "$scratch/late.csv"
is "$code" 0 "… and lets the figure in"
dabiao window list
like "$out" "^2020-05 due on 2020-06-10, open$" "window list shows what is open"
like "$out" "^2020-06 due on 2020-07-10, closed since .* \(半年报定稿\)$" "… what is closed"
like "$out" "^  exception for investment, every indicator, until 3000-01-01 00:00, by [a-z]+: 漏报$" "… and each exception"
dabiao window open --period 2020-06 --unit investment --reason x
is "$code" 64 "an exception without an end: 64"
