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
like "$out" "sound.csv \(GB18030\): 已接收（批号 [0-9]+）：6 项数据，更正 6 项" "… Chinese first, with the encoding"
like "$out" "accepted \(batch [0-9]+\): 6 figures, 6 corrected" "… and in English"
like "$out" "更正 2.2.1 statistics 2020-06：由 数值 .* 改为 数值 2.3" "… and what each figure was before"
is "$(stored)" "$sound分两段 说明" "… as it was typed; a line break in a note becomes a space"
is "$(query "select encoding, encode(sha256, 'hex') = '$(sha256sum <"$scratch/csv/sound.csv" | cut -d ' ' -f 1)',
  sha256(content) = sha256 from intake.batch order by batch_id desc limit 1")" "GB18030 | t | t" "… with its bytes on record"
dabiao submit "$scratch/xlsx/sound.xlsx"
is "$code" 0 "the .xlsx goes in"
like "$out" "sound.xlsx \(XLSX\): 已接收（批号 [0-9]+）：6 项数据，与已报相同 6 项" "… with the same figures"
is "$(query "select encoding, encode(sha256, 'hex') = '$(sha256sum <"$scratch/xlsx/sound.xlsx" | cut -d ' ' -f 1)',
  sha256(content) = sha256 from intake.batch order by batch_id desc limit 1")" "XLSX | t | t" "… with its bytes on record"
dabiao submit "$scratch/xlsx/sound.xlsx"
like "$out" "与批号 [0-9]+ 的文件完全相同" "the same workbook again is recognised"

# Its broken twin.
before=$(query "select count(*) from intake.submission")
dabiao submit "$scratch/csv/broken.csv"
is "$code" 65 "the broken CSV is refused"
is "$(grep -v ^dabiao: <<<"${out//"$scratch/csv/"/}")" 'broken.csv:2: 数值：“1,200”；请去掉千位分隔符，写成 1200
    value: found "1,200"; wanted a figure without thousands separators: 1200
broken.csv:3: 数值：“12.5%”；计量单位是“亿元”，不报百分数
    value: found "12.5%"; wanted a figure in 亿元, not a percentage
broken.csv:5: 数值：“0.3333333”；整数部分至多 14 位，小数部分至多 6 位：请四舍五入后再填
    value: found "0.3333333"; wanted at most 14 integer and 6 fraction digits
broken.csv:6: 指标：“2.2.l”；该年度计划中没有此指标，最接近的编号是 2.2.1
    indicator: found "2.2.l"; wanted an indicator of the year'"'"'s plan; the nearest code is 2.2.1
broken.csv:7: 阶段：“竣工”；阶段应为：未启动、已启动、已完成
    stage: found "竣工"; wanted one of not started, started, completed
broken.csv:7: 发生日期：“2020-07-08”；发生日期不能晚于 2020-06 月末
    occurred_on: found "2020-07-08"; wanted a date not after the end of 2020-06
broken.csv (GB18030): 未接收（批号 '"$(query "select max(batch_id) from intake.batch")"'）：共 6 处问题，改好后请整份重报
    refused, 6 faults; nothing of it was stored, the file is on record (batch '"$(query "select max(batch_id) from intake.batch")"')' \
  "… with a report that a clerk can act on; what is clear of it, as 3亿元 for an indicator in 亿元, is no fault"
dabiao submit "$scratch/xlsx/broken.xlsx"
is "$code" 65 "the broken .xlsx is refused"
like "$out" 'broken.xlsx:3: 数值 D3：单元格显示为“12.5%”，实际存的是 0.125' "… a percent format is not passed over, and its cell is named"
like "$out" 'broken.xlsx:5: 数值 D5：“0.333333' "… nor are seven digits"
is "$(query "select count(*) from intake.submission")" "$before" "nothing of either is stored"

# What CSV cannot show.
dabiao submit --check "$scratch/shapes.xlsx"
is "$code" 65 "shapes: 65"
is "$(grep -v -e '^ ' -e ^dabiao: <<<"${out//"$scratch/"/}")" 'shapes.xlsx:2: 数值 D2：单元格显示为“1235”，实际存的是 1234567；请把单元格格式改为“常规”，核对数值后再报
shapes.xlsx:3: 数值 D3：公式 “=1+1”没有经过计算；请用 WPS 或 Excel 打开，核对后保存，或改填数值
shapes.xlsx:4: 隐藏的行；请取消隐藏（或清除筛选），不报的行请删去
shapes.xlsx:5: D5：合并单元格 D5:D6；请取消合并，每格各填各的
shapes.xlsx (XLSX): 检查未通过：共 4 处问题，未入库' "a scaled format, a formula never calculated, a hidden row and merged cells are named"
dabiao submit --check "$scratch/explained.xlsx"
is "$code" 0 "a sheet of explanations beside the figures is passed over"
like "$out" "未读取工作表“说明”" "… and the receipt says so"
head -c 2000 "$scratch/sound.xlsx" >"$scratch/cut.xlsx"
dabiao submit "$scratch/cut.xlsx"
is "$code" 65 "a damaged workbook is refused"
like "$out" "已损坏" "… as such"
printf '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1' >"$scratch/old.xls"
dabiao submit "$scratch/old.xls"
like "$out" "旧格式工作簿.*另存为" "an .xls is refused, and told what to save instead"
is "$(query "select count(*) from intake.submission")" "$before" "nothing of these is stored"

# Several files, a name in no encoding, and the standard input.
cp "$scratch/csv/sound.csv" "$scratch/"$'\xB1\xA8\xFF.csv'
cp "$scratch/csv/sound.csv" "$scratch/"$'\xB1\xA8\xCB\xCD.csv'
dabiao submit --check "$scratch/nothere.csv" "$scratch/"$'\xB1\xA8\xFF.csv' "$scratch/"$'\xB1\xA8\xCB\xCD.csv' "$scratch/explained.xlsx"
is "$code" 64 "a file that is not there: 64"
is "$(grep -c 检查通过 <<<"$out")" 3 "… but it stops no other, whatever bytes its name has"
code=0
out=$("$DABIAO" submit - <"$scratch/csv/sound.csv" 2>&1) || code=$?
is "$code" 0 "- is the standard input"
is "$(query "select file_name from intake.batch order by batch_id desc limit 1")" "-" "… and is on record as that"
printf 'indicator,unit,period,value,note\n2.2.1\033[2J,stat\033]0;x\007,2020-06,\033[8m12\342\200\256,x\n' >"$scratch/"$'a\033[31m.csv'
dabiao submit "$scratch/"$'a\033[31m.csv'
is "$code" 65 "escape sequences in cells are refused"
is "$(LC_ALL=C grep -c $'[\033\007]\|\342\200\256' <<<"$out")" 0 "… and none reaches the terminal, not from the file's name either"

# Receipts as files.
mkdir "$scratch/receipts"
dabiao submit --receipts "$scratch/receipts" "$scratch/shapes.xlsx" "$scratch/xlsx/broken.xlsx" "$scratch/csv/sound.csv"
is "$code" 65 "receipts are written of what is refused and taken"
is "$(cd "$scratch/receipts" && printf '%s\n' ./*)" "./回执-broken.xlsx.txt
./回执-shapes.xlsx.txt
./回执-sound.csv.txt
./标注-broken.xlsx
./标注-shapes.xlsx" "… as text, and of a refused workbook as a marked copy"
like "$(<"$scratch/receipts/回执-shapes.xlsx.txt")" "第 4 行：隐藏的行" "a receipt names the row"
/usr/bin/python3 Tests/Acceptance/marked.py "$scratch/receipts/标注-broken.xlsx" "$scratch/mended.xlsx"
ok $? "the faulty cells of the copy are marked and commented; they are mended"
dabiao submit --check "$scratch/mended.xlsx"
is "$code" 0 "the mended copy goes back without a fault of its own"

# What would cost too much: 10 s, 512 MiB and 64 MiB of scratch are the most.
/usr/bin/python3 Tests/Acceptance/hostile.py "$scratch/hostile"
ok $? "hostile workbooks are written"
for file in "$scratch"/hostile/*; do
  /usr/bin/time -q -f '%e %M' -o "$scratch/cost" "$DABIAO" submit --check "$file" >"$scratch/said" 2>&1 </dev/null
  read -r seconds memory <"$scratch/cost"
  is "$(grep -c '检查未通过' "$scratch/said")" 1 "${file##*/} is refused, in $seconds s with $((memory / 1024)) MiB"
  is "$((${seconds%.*} < 10)) $((memory < 512 * 1024))" "1 1" "… at little cost"
done

# Windows, from outside.
dabiao window close --period 2020-06 --reason "半年报定稿"
is "$code" 0 "June is closed"
printf '指标,单位,期间,数值\n2.4.2,investment,2020-06,13\n' >"$scratch/late.csv"
dabiao submit "$scratch/late.csv"
is "$code" 65 "… and refuses figures"
like "$out" "late.csv:2: 期间：“2020-06”；该期间已于 .* 关闭；确需补报请向主管部门申请例外" "… saying so"
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
